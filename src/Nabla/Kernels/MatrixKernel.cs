using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// The one matrix product that forward pass, backward pass and update all are:
/// <c>C[r, n] = start[r, n] + Σ_p A[r, p]·B[p, n]</c>. Lanes run along n; every element of C is one chain of multiply-adds with p
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
    /// <param name="start">What the sums begin with: biases, zeros, or C itself.</param>
    /// <param name="startRow">Distance between its rows; 0 where all rows begin alike.</param>
    /// <param name="c">C, its rows aligned and filled up likewise.</param>
    /// <param name="cRow">Distance between rows of C.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="steps">Columns of A, rows of B.</param>
    /// <param name="columns">Columns of B and C, a multiple of <see cref="Layout.RowMultiple"/>.</param>
    /// <param name="panel">Memory for <see cref="SparseKernel{L, V}.PanelSize"/> numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyAdd(
        float* a, int aRow, int aStep, float* b, int bRow, float* start, int startRow, float* c, int cRow, int rows, int steps, int columns, float* panel)
    {
        int n = 0;
        if (L.Count == 16 && rows >= 16)
        {
            // Two vectors wide: with 32 registers, eight rows of two chains each, and every number of A is used twice.
            for (; n + 2 * L.Count <= columns; n += 2 * L.Count)
            {
                for (int p = 0; p < steps; p += PanelRows)
                {
                    int depth = Math.Min(PanelRows, steps - p);
                    float* s = p == 0 ? start : c;
                    int sRow = p == 0 ? startRow : cRow;
                    Pack2(b + (long)p * bRow + n, bRow, depth, panel);
                    int r = 0;
                    for (; r + 8 <= rows; r += 8)
                        Tile8By2(a + (long)r * aRow + (long)p * aStep, aRow, aStep, panel, s + (long)r * sRow + n, sRow, c + (long)r * cRow + n, cRow, depth);
                    for (; r < rows; r++)
                    {
                        Tile1(a + (long)r * aRow + (long)p * aStep, aStep, panel, 2 * L.Count, s + (long)r * sRow + n, c + (long)r * cRow + n, depth);
                        Tile1(a + (long)r * aRow + (long)p * aStep, aStep, panel + L.Count, 2 * L.Count, s + (long)r * sRow + n + L.Count, c + (long)r * cRow + n + L.Count, depth);
                    }
                }
            }
        }

        for (; n < columns; n += L.Count)
        {
            int r = 0;
            for (; r + 8 <= rows; r += 8)
                Tile8(a + (long)r * aRow, aRow, aStep, b + n, bRow, start + (long)r * startRow + n, startRow, c + (long)r * cRow + n, cRow, steps);
            for (; r + 2 <= rows; r += 2)
                Tile2(a + (long)r * aRow, aRow, aStep, b + n, bRow, start + (long)r * startRow + n, startRow, c + (long)r * cRow + n, cRow, steps);
            if (r < rows) Tile1(a + (long)r * aRow, aStep, b + n, bRow, start + (long)r * startRow + n, c + (long)r * cRow + n, steps);
        }
    }

    private const int PanelRows = 128;

    // Rows of B lie far apart; packed side by side they stay in the nearest cache and need few pages.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pack2(float* b, int bRow, int rows, float* panel)
    {
        for (int p = 0; p < rows; p++)
        {
            L.Store(L.Load(b), panel);
            L.Store(L.Load(b + L.Count), panel + L.Count);
            b += bRow;
            panel += 2 * L.Count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8By2(float* a, nint aRow, nint aStep, float* panel, float* s, nint sRow, float* c, nint cRow, int steps)
    {
        float* a4 = a + 4 * aRow, c4 = c + 4 * cRow, s4 = s + 4 * sRow;
        V c00 = L.Load(s), c01 = L.Load(s + L.Count);
        V c10 = L.Load(s + sRow), c11 = L.Load(s + sRow + L.Count);
        V c20 = L.Load(s + 2 * sRow), c21 = L.Load(s + 2 * sRow + L.Count);
        V c30 = L.Load(s + 3 * sRow), c31 = L.Load(s + 3 * sRow + L.Count);
        V c40 = L.Load(s4), c41 = L.Load(s4 + L.Count);
        V c50 = L.Load(s4 + sRow), c51 = L.Load(s4 + sRow + L.Count);
        V c60 = L.Load(s4 + 2 * sRow), c61 = L.Load(s4 + 2 * sRow + L.Count);
        V c70 = L.Load(s4 + 3 * sRow), c71 = L.Load(s4 + 3 * sRow + L.Count);
        for (int p = 0; p < steps; p++)
        {
            V b0 = L.Load(panel), b1 = L.Load(panel + L.Count);
            V x = L.All(a[0]);
            c00 = L.MultiplyAdd(x, b0, c00);
            c01 = L.MultiplyAdd(x, b1, c01);
            x = L.All(a[aRow]);
            c10 = L.MultiplyAdd(x, b0, c10);
            c11 = L.MultiplyAdd(x, b1, c11);
            x = L.All(a[2 * aRow]);
            c20 = L.MultiplyAdd(x, b0, c20);
            c21 = L.MultiplyAdd(x, b1, c21);
            x = L.All(a[3 * aRow]);
            c30 = L.MultiplyAdd(x, b0, c30);
            c31 = L.MultiplyAdd(x, b1, c31);
            x = L.All(a4[0]);
            c40 = L.MultiplyAdd(x, b0, c40);
            c41 = L.MultiplyAdd(x, b1, c41);
            x = L.All(a4[aRow]);
            c50 = L.MultiplyAdd(x, b0, c50);
            c51 = L.MultiplyAdd(x, b1, c51);
            x = L.All(a4[2 * aRow]);
            c60 = L.MultiplyAdd(x, b0, c60);
            c61 = L.MultiplyAdd(x, b1, c61);
            x = L.All(a4[3 * aRow]);
            c70 = L.MultiplyAdd(x, b0, c70);
            c71 = L.MultiplyAdd(x, b1, c71);
            a += aStep;
            a4 += aStep;
            panel += 2 * L.Count;
        }

        L.Store(c00, c);
        L.Store(c01, c + L.Count);
        L.Store(c10, c + cRow);
        L.Store(c11, c + cRow + L.Count);
        L.Store(c20, c + 2 * cRow);
        L.Store(c21, c + 2 * cRow + L.Count);
        L.Store(c30, c + 3 * cRow);
        L.Store(c31, c + 3 * cRow + L.Count);
        L.Store(c40, c4);
        L.Store(c41, c4 + L.Count);
        L.Store(c50, c4 + cRow);
        L.Store(c51, c4 + cRow + L.Count);
        L.Store(c60, c4 + 2 * cRow);
        L.Store(c61, c4 + 2 * cRow + L.Count);
        L.Store(c70, c4 + 3 * cRow);
        L.Store(c71, c4 + 3 * cRow + L.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2(float* a, nint aRow, nint aStep, float* b, nint bRow, float* s, nint sRow, float* c, nint cRow, int steps)
    {
        V c0 = L.Load(s), c1 = L.Load(s + sRow);
        for (int p = 0; p < steps; p++)
        {
            V row = L.Load(b);
            c0 = L.MultiplyAdd(L.All(a[0]), row, c0);
            c1 = L.MultiplyAdd(L.All(a[aRow]), row, c1);
            b += bRow;
            a += aStep;
        }

        L.Store(c0, c);
        L.Store(c1, c + cRow);
    }

    // Eight rows at once: eight independent chains hide the latency of the multiply-add, and B is read once for all.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8(float* a, nint aRow, nint aStep, float* b, nint bRow, float* s, nint sRow, float* c, nint cRow, int steps)
    {
        float* a3 = a + 3 * aRow, a6 = a3 + 3 * aRow, s4 = s + 4 * sRow, c4 = c + 4 * cRow;
        V c0 = L.Load(s), c1 = L.Load(s + sRow), c2 = L.Load(s + 2 * sRow), c3 = L.Load(s + 3 * sRow);
        V r4 = L.Load(s4), c5 = L.Load(s4 + sRow), c6 = L.Load(s4 + 2 * sRow), c7 = L.Load(s4 + 3 * sRow);
        for (int p = 0; p < steps; p++)
        {
            V row = L.Load(b);
            c0 = L.MultiplyAdd(L.All(a[0]), row, c0);
            c1 = L.MultiplyAdd(L.All(a[aRow]), row, c1);
            c2 = L.MultiplyAdd(L.All(a[2 * aRow]), row, c2);
            c3 = L.MultiplyAdd(L.All(a3[0]), row, c3);
            r4 = L.MultiplyAdd(L.All(a3[aRow]), row, r4);
            c5 = L.MultiplyAdd(L.All(a3[2 * aRow]), row, c5);
            c6 = L.MultiplyAdd(L.All(a6[0]), row, c6);
            c7 = L.MultiplyAdd(L.All(a6[aRow]), row, c7);
            b += bRow;
            a += aStep;
            a3 += aStep;
            a6 += aStep;
        }

        L.Store(c0, c);
        L.Store(c1, c + cRow);
        L.Store(c2, c + 2 * cRow);
        L.Store(c3, c + 3 * cRow);
        L.Store(r4, c4);
        L.Store(c5, c4 + cRow);
        L.Store(c6, c4 + 2 * cRow);
        L.Store(c7, c4 + 3 * cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1(float* a, nint aStep, float* b, nint bRow, float* s, float* c, int steps)
    {
        V sum = L.Load(s);
        for (int p = 0; p < steps; p++)
        {
            sum = L.MultiplyAdd(L.All(*a), L.Load(b), sum);
            b += bRow;
            a += aStep;
        }

        L.Store(sum, c);
    }
}
