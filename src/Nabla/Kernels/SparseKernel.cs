using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// The product <c>C[r, n] = start[r, n] + Σ_p A[r, p]·B[p, n]</c> where many entries of A are zero: dark pixels, and neurons that a
/// rectifier has switched off. Zeros change no sum, so the bits are those of <see cref="MatrixKernel{L, V}"/>.
/// </summary>
internal static unsafe class SparseKernel<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    /// <summary>Rows of A from which on an update by columns of A is worth listing them.</summary>
    public const int WorthTransposing = 32;

    /// <param name="a">A.</param>
    /// <param name="block">The columns of A and rows of B that take part: a block of <see cref="Layout.PanelRows"/>.</param>
    /// <param name="b">That block of B, its rows filled up to <see cref="Layout.RowMultiple"/>.</param>
    /// <param name="bRow">Distance between rows of B.</param>
    /// <param name="start">What the sums of row 0 of A begin with: biases, zeros, or C itself.</param>
    /// <param name="startRow">Distance between its rows; 0 where all rows begin alike.</param>
    /// <param name="c">Row 0 of C, filled up likewise.</param>
    /// <param name="cRow">Distance between rows of C.</param>
    /// <param name="from">First row of A and C.</param>
    /// <param name="to">Row after the last.</param>
    /// <param name="columns">Columns of B and C, a multiple of <see cref="Layout.RowMultiple"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyAdd(
        SparseRows<L, V> a, int block, float* b, int bRow, float* start, int startRow, float* c, int cRow, int from, int to, int columns)
    {
        b -= (long)block * Layout.PanelRows * bRow;
        int n = 0;
        for (; n + 4 * L.Count <= columns; n += 4 * L.Count)
        {
            for (int r = from; r < to; r++)
            {
                int* starts = a.Starts(r) + block;
                Row4(a.Places(r), a.Values(r), starts[0], starts[1], b + n, bRow, start + (long)r * startRow + n, c + (long)r * cRow + n);
            }
        }

        for (; n < columns; n += L.Count)
        {
            for (int r = from; r < to; r++)
            {
                int* starts = a.Starts(r) + block;
                Row1(a.Places(r), a.Values(r), starts[0], starts[1], b + n, bRow, start + (long)r * startRow + n, c + (long)r * cRow + n);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row4(int* places, float* values, nint begin, nint end, float* b, nint bRow, float* s, float* c)
    {
        V c0 = L.Load(s), c1 = L.Load(s + L.Count), c2 = L.Load(s + 2 * L.Count), c3 = L.Load(s + 3 * L.Count);
        for (nint i = begin; i < end; i++)
        {
            float* row = b + places[i] * bRow;
            V value = L.All(values[i]);
            c0 = L.MultiplyAdd(value, L.Load(row), c0);
            c1 = L.MultiplyAdd(value, L.Load(row + L.Count), c1);
            c2 = L.MultiplyAdd(value, L.Load(row + 2 * L.Count), c2);
            c3 = L.MultiplyAdd(value, L.Load(row + 3 * L.Count), c3);
        }

        L.Store(c0, c);
        L.Store(c1, c + L.Count);
        L.Store(c2, c + 2 * L.Count);
        L.Store(c3, c + 3 * L.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row1(int* places, float* values, nint begin, nint end, float* b, nint bRow, float* s, float* c)
    {
        V sum = L.Load(s);
        for (nint i = begin; i < end; i++) sum = L.MultiplyAdd(L.All(values[i]), L.Load(b + places[i] * bRow), sum);
        L.Store(sum, c);
    }
}
