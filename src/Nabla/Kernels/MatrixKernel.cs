using System.Runtime.CompilerServices;
using static Nabla.Layout;

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyAdd(
        float* a, int aRow, int aStep, float* b, int bRow, float* start, int startRow, float* c, int cRow, int rows, int steps, int columns)
    {
        int done = 0;
        if (L.Count == 16 && columns == 4 * L.Count)
        {
            // With 32 registers, four rows of four chains each: every number of A and of B is used four times.
            for (; done + 4 <= rows; done += 4)
                Tile4By4(a + (long)done * aRow, aRow, aStep, b, bRow, start + (long)done * startRow, startRow, c + (long)done * cRow, cRow, steps);
        }
        else if (L.Count == 4)
        {
            for (int n = 0; n < columns; n += 16) Columns16(a, aRow, aStep, b + n, bRow, start + n, startRow, c + n, cRow, rows, steps);
            return;
        }

        for (int n = 0; n < columns; n += L.Count)
        {
            int r = done;
            for (; r + 8 <= rows; r += 8)
                Tile8(a + (long)r * aRow, aRow, aStep, b + n, bRow, start + (long)r * startRow + n, startRow, c + (long)r * cRow + n, cRow, steps);
            for (; r + 2 <= rows; r += 2)
                Tile2(a + (long)r * aRow, aRow, aStep, b + n, bRow, start + (long)r * startRow + n, startRow, c + (long)r * cRow + n, cRow, steps);
            if (r < rows) Tile1(a + (long)r * aRow, aStep, b + n, bRow, start + (long)r * startRow + n, c + (long)r * cRow + n, steps);
        }
    }

    // Vectors of 4: what is left of the rows is 16 columns wide too.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns16(float* a, int aRow, int aStep, float* b, int bRow, float* start, int startRow, float* c, int cRow, int rows, int steps)
    {
        int r = 0;
        for (; r + 4 <= rows; r += 4)
        {
            InlineTile4By4(a, aRow, aStep, b, bRow, start, startRow, c, cRow, steps);
            a += 4 * aRow;
            start += 4 * startRow;
            c += 4 * cRow;
        }

        for (; r < rows; r++)
        {
            InlineTile1By4(a, aStep, b, bRow, start, c, steps);
            a += aRow;
            start += startRow;
            c += cRow;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4By4(float* a, nint aRow, nint aStep, float* b, nint bRow, float* s, nint sRow, float* c, nint cRow, int steps) =>
        InlineTile4By4(a, aRow, aStep, b, bRow, s, sRow, c, cRow, steps);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void InlineTile4By4(float* a, nint aRow, nint aStep, float* b, nint bRow, float* s, nint sRow, float* c, nint cRow, int steps)
    {
        nint aRowBytes = aRow * sizeof(float), aStepBytes = aStep * sizeof(float), bRowBytes = bRow * sizeof(float);
        float* a1 = At(a, aRowBytes), a2 = At(a1, aRowBytes), a3 = At(a2, aRowBytes);
        FourVectors<V>* s0 = (FourVectors<V>*)s, s1 = (FourVectors<V>*)(s + sRow), s2 = (FourVectors<V>*)(s + 2 * sRow), s3 = (FourVectors<V>*)(s + 3 * sRow);
        V c00 = s0->V0, c01 = s0->V1, c02 = s0->V2, c03 = s0->V3;
        V c10 = s1->V0, c11 = s1->V1, c12 = s1->V2, c13 = s1->V3;
        V c20 = s2->V0, c21 = s2->V1, c22 = s2->V2, c23 = s2->V3;
        V c30 = s3->V0, c31 = s3->V1, c32 = s3->V2, c33 = s3->V3;
        for (int p = 0; p < steps; p++)
        {
            FourVectors<V>* row = (FourVectors<V>*)b;
            V b0 = row->V0, b1 = row->V1, b2 = row->V2, b3 = row->V3;
            V x = L.Repeat(a);
            c00 = L.MultiplyAdd(x, b0, c00);
            c01 = L.MultiplyAdd(x, b1, c01);
            c02 = L.MultiplyAdd(x, b2, c02);
            c03 = L.MultiplyAdd(x, b3, c03);
            x = L.Repeat(a1);
            c10 = L.MultiplyAdd(x, b0, c10);
            c11 = L.MultiplyAdd(x, b1, c11);
            c12 = L.MultiplyAdd(x, b2, c12);
            c13 = L.MultiplyAdd(x, b3, c13);
            x = L.Repeat(a2);
            c20 = L.MultiplyAdd(x, b0, c20);
            c21 = L.MultiplyAdd(x, b1, c21);
            c22 = L.MultiplyAdd(x, b2, c22);
            c23 = L.MultiplyAdd(x, b3, c23);
            x = L.Repeat(a3);
            c30 = L.MultiplyAdd(x, b0, c30);
            c31 = L.MultiplyAdd(x, b1, c31);
            c32 = L.MultiplyAdd(x, b2, c32);
            c33 = L.MultiplyAdd(x, b3, c33);
            a = At(a, aStepBytes);
            a1 = At(a1, aStepBytes);
            a2 = At(a2, aStepBytes);
            a3 = At(a3, aStepBytes);
            b = At(b, bRowBytes);
        }

        Store4(c00, c01, c02, c03, c);
        Store4(c10, c11, c12, c13, c + cRow);
        Store4(c20, c21, c22, c23, c + 2 * cRow);
        Store4(c30, c31, c32, c33, c + 3 * cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void InlineTile1By4(float* a, nint aStep, float* b, nint bRow, float* s, float* c, int steps)
    {
        nint aStepBytes = aStep * sizeof(float), bRowBytes = bRow * sizeof(float);
        FourVectors<V>* start = (FourVectors<V>*)s;
        V c0 = start->V0, c1 = start->V1, c2 = start->V2, c3 = start->V3;
        for (int p = 0; p < steps; p++)
        {
            FourVectors<V>* row = (FourVectors<V>*)b;
            V x = L.Repeat(a);
            c0 = L.MultiplyAdd(x, row->V0, c0);
            c1 = L.MultiplyAdd(x, row->V1, c1);
            c2 = L.MultiplyAdd(x, row->V2, c2);
            c3 = L.MultiplyAdd(x, row->V3, c3);
            a = At(a, aStepBytes);
            b = At(b, bRowBytes);
        }

        Store4(c0, c1, c2, c3, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store4(V x0, V x1, V x2, V x3, float* target)
    {
        FourVectors<V>* row = (FourVectors<V>*)target;
        row->V0 = x0;
        row->V1 = x1;
        row->V2 = x2;
        row->V3 = x3;
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
