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
    /// <summary>Numbers that the block of B being worked on takes, at most: a part of the nearest cache.</summary>
    public const int PanelSize = SparseRows<L, V>.Block * 4 * 16;

    /// <summary>Rows of A from which on a packed block of B is used often enough to be worth packing.</summary>
    public const int WorthPacking = 32;

    /// <param name="a">A.</param>
    /// <param name="b">B, its rows filled up to <see cref="Layout.RowMultiple"/>.</param>
    /// <param name="bRow">Distance between rows of B.</param>
    /// <param name="bRows">Rows of B.</param>
    /// <param name="start">What the sums begin with: biases, zeros, or C itself.</param>
    /// <param name="startRow">Distance between its rows; 0 where all rows begin alike.</param>
    /// <param name="c">C, its rows filled up likewise.</param>
    /// <param name="cRow">Distance between rows of C.</param>
    /// <param name="from">First row of A and C.</param>
    /// <param name="to">Row after the last.</param>
    /// <param name="columns">Columns of B and C, a multiple of <see cref="Layout.RowMultiple"/>.</param>
    /// <param name="panel">Memory for <see cref="PanelSize"/> numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyAdd(
        SparseRows<L, V> a, float* b, int bRow, int bRows, float* start, int startRow, float* c, int cRow, int from, int to, int columns, float* panel)
    {
        int n = 0;
        for (; n + 4 * L.Count <= columns; n += 4 * L.Count)
        {
            if (to - from < WorthPacking)
            {
                for (int r = from; r < to; r++)
                    Row4(a.Places(r), a.Values(r), 0, a.Count(r), b + n, bRow, start + (long)r * startRow + n, c + (long)r * cRow + n);
                continue;
            }

            for (int block = 0; block < a.Blocks; block++)
            {
                int first = block * SparseRows<L, V>.Block;
                Pack4(b + (long)first * bRow + n, bRow, Math.Min(SparseRows<L, V>.Block, bRows - first), panel);
                float* s = block == 0 ? start : c;
                int sRow = block == 0 ? startRow : cRow;
                for (int r = from; r < to; r++)
                {
                    int begin = a.Starts(r)[block], end = a.Starts(r)[block + 1];
                    Row4(a.Places(r), a.Values(r), begin, end, panel - (long)first * 4 * L.Count, 4 * L.Count, s + (long)r * sRow + n, c + (long)r * cRow + n);
                }
            }
        }

        for (; n < columns; n += L.Count)
        {
            for (int r = from; r < to; r++) Row1(a.Places(r), a.Values(r), a.Count(r), b + n, bRow, start + (long)r * startRow + n, c + (long)r * cRow + n);
        }
    }

    // Rows of B lie far apart; packed side by side they stay in the nearest cache and need few pages.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pack4(float* b, int bRow, int rows, float* panel)
    {
        for (int p = 0; p < rows; p++)
        {
            L.Store(L.Load(b), panel);
            L.Store(L.Load(b + L.Count), panel + L.Count);
            L.Store(L.Load(b + 2 * L.Count), panel + 2 * L.Count);
            L.Store(L.Load(b + 3 * L.Count), panel + 3 * L.Count);
            b += bRow;
            panel += 4 * L.Count;
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
    private static void Row1(int* places, float* values, nint count, float* b, nint bRow, float* s, float* c)
    {
        V sum = L.Load(s);
        for (nint i = 0; i < count; i++) sum = L.MultiplyAdd(L.All(values[i]), L.Load(b + places[i] * bRow), sum);
        L.Store(sum, c);
    }
}
