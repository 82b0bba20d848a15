using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// The one matrix product that forward pass, backward pass and update all are:
/// <c>C[r, n] += Σ_p A[r, p]·B[p, n]</c>. Lanes run along n; every element of C is one chain of multiply-adds with p
/// ascending, in whatever tiles it is computed.
/// </summary>
internal static unsafe class MatrixKernel<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    /// <param name="a">A; element [r, p] is at <c>r·aRow + p·aStep</c>.</param>
    /// <param name="aRow">Distance between rows of A.</param>
    /// <param name="aStep">Distance between columns of A.</param>
    /// <param name="b">B, its rows aligned and filled up to <see cref="Layout.RowMultiple"/>.</param>
    /// <param name="bRow">Distance between rows of B.</param>
    /// <param name="c">C, likewise.</param>
    /// <param name="cRow">Distance between rows of C.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="steps">Columns of A, rows of B.</param>
    /// <param name="columns">Columns of B and C, a multiple of <see cref="Layout.RowMultiple"/>.</param>
    public static void MultiplyAdd(
        float* a, int aRow, int aStep, float* b, int bRow, float* c, int cRow, int rows, int steps, int columns)
    {
        int r = 0;
        for (; r + 8 <= rows; r += 8)
        {
            for (int n = 0; n < columns; n += L.Count)
                Tile8(a + (long)r * aRow, aRow, aStep, b + n, bRow, c + (long)r * cRow + n, cRow, steps);
        }

        for (; r < rows; r++)
        {
            for (int n = 0; n < columns; n += L.Count)
                Tile1(a + (long)r * aRow, aStep, b + n, bRow, c + (long)r * cRow + n, steps);
        }
    }

    // Eight rows at once: eight independent chains hide the latency of the multiply-add, and B is read once for all.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8(float* a, int aRow, int aStep, float* b, int bRow, float* c, int cRow, int steps)
    {
        float* a1 = a + aRow, a2 = a1 + aRow, a3 = a2 + aRow, a4 = a3 + aRow, a5 = a4 + aRow, a6 = a5 + aRow, a7 = a6 + aRow;
        V c0 = L.Load(c), c1 = L.Load(c + cRow), c2 = L.Load(c + 2 * cRow), c3 = L.Load(c + 3 * cRow);
        V c4 = L.Load(c + 4 * cRow), c5 = L.Load(c + 5 * cRow), c6 = L.Load(c + 6 * cRow), c7 = L.Load(c + 7 * cRow);
        nint offset = 0;
        for (int p = 0; p < steps; p++)
        {
            V row = L.Load(b);
            c0 = L.MultiplyAdd(L.All(a[offset]), row, c0);
            c1 = L.MultiplyAdd(L.All(a1[offset]), row, c1);
            c2 = L.MultiplyAdd(L.All(a2[offset]), row, c2);
            c3 = L.MultiplyAdd(L.All(a3[offset]), row, c3);
            c4 = L.MultiplyAdd(L.All(a4[offset]), row, c4);
            c5 = L.MultiplyAdd(L.All(a5[offset]), row, c5);
            c6 = L.MultiplyAdd(L.All(a6[offset]), row, c6);
            c7 = L.MultiplyAdd(L.All(a7[offset]), row, c7);
            b += bRow;
            offset += aStep;
        }

        L.Store(c0, c);
        L.Store(c1, c + cRow);
        L.Store(c2, c + 2 * cRow);
        L.Store(c3, c + 3 * cRow);
        L.Store(c4, c + 4 * cRow);
        L.Store(c5, c + 5 * cRow);
        L.Store(c6, c + 6 * cRow);
        L.Store(c7, c + 7 * cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1(float* a, int aStep, float* b, int bRow, float* c, int steps)
    {
        V sum = L.Load(c);
        for (int p = 0; p < steps; p++)
        {
            sum = L.MultiplyAdd(L.All(*a), L.Load(b), sum);
            b += bRow;
            a += aStep;
        }

        L.Store(sum, c);
    }
}
