using System.Runtime.CompilerServices;
using static Nabla.Layout;

namespace Nabla;

/// <summary>
/// The first layer's products, over lit inputs alone: what is dark neither adds to a sum nor moves a weight. Two vectors
/// wide where the layer is, so that the lists are read half as often.
/// </summary>
/// <remarks>
/// The places of four entries are one load: these loops do little with each number, and the loads are what they wait for.
/// </remarks>
internal static unsafe class LitKernel<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    /// <summary>
    /// <c>z_j = b_j + scale·Σ w_jk·x_k</c> for one example. The lit inputs are dealt in turn to four partial sums, which
    /// are added as <c>(s₀+s₁)+(s₂+s₃)</c>: four chains instead of one, and the same order for every width.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Sums(ushort* places, float* values, int count, float scale, float* weights, float* biases, float* z, nint columns)
    {
        nint n = 0;
        if (L.Count == 4)
        {
            Sums16(places, values, count, scale, weights, biases, z, (int)columns);
            return;
        }

        for (; n + 2 * L.Count <= columns; n += 2 * L.Count) Sums2(places, values, count, scale, weights + n, biases + n, z + n, columns);
        for (; n < columns; n += L.Count) Sums1(places, values, count, scale, weights + n, biases + n, z + n, columns);
    }

    /// <summary><c>w_jk += x_k·(scale·step_j)</c> for one example, and the neurons from…to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Update(
        ushort* places, float* values, int count, float scale, float* step, float* weights, nint columns, int from, int to)
    {
        nint n = from;
        if (L.Count == 4)
        {
            Update16(places, values, count, scale, step, weights, (int)columns, from, to);
            return;
        }

        for (; n + 2 * L.Count <= to; n += 2 * L.Count) Update2(places, values, count, scale, step + n, weights + n, columns);
        for (; n < to; n += L.Count) Update1(places, values, count, scale, step + n, weights + n, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sums1(ushort* places, float* values, nint count, float scale, float* w, float* biases, float* z, nint columns)
    {
        V s0 = L.All(0), s1 = L.All(0), s2 = L.All(0), s3 = L.All(0);
        for (nint i = 0; i < count; i += 4)
        {
            ulong four = Four(places + i);
            s0 = L.MultiplyAdd(L.All(values[i]), L.Load(w + (ushort)four * columns), s0);
            s1 = L.MultiplyAdd(L.All(values[i + 1]), L.Load(w + (ushort)(four >> 16) * columns), s1);
            s2 = L.MultiplyAdd(L.All(values[i + 2]), L.Load(w + (ushort)(four >> 32) * columns), s2);
            s3 = L.MultiplyAdd(L.All(values[i + 3]), L.Load(w + (nint)(four >> 48) * columns), s3);
        }

        L.Store(L.MultiplyAdd(L.Add(L.Add(s0, s1), L.Add(s2, s3)), L.All(scale), L.Load(biases)), z);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sums2(ushort* places, float* values, nint count, float scale, float* w, float* biases, float* z, nint columns)
    {
        V s0 = L.All(0), s1 = L.All(0), s2 = L.All(0), s3 = L.All(0);
        V t0 = L.All(0), t1 = L.All(0), t2 = L.All(0), t3 = L.All(0);
        for (nint i = 0; i < count; i += 4)
        {
            ulong four = Four(places + i);
            float* row = w + (ushort)four * columns;
            V x = L.All(values[i]);
            s0 = L.MultiplyAdd(x, L.Load(row), s0);
            t0 = L.MultiplyAdd(x, L.Load(row + L.Count), t0);
            row = w + (ushort)(four >> 16) * columns;
            x = L.All(values[i + 1]);
            s1 = L.MultiplyAdd(x, L.Load(row), s1);
            t1 = L.MultiplyAdd(x, L.Load(row + L.Count), t1);
            row = w + (ushort)(four >> 32) * columns;
            x = L.All(values[i + 2]);
            s2 = L.MultiplyAdd(x, L.Load(row), s2);
            t2 = L.MultiplyAdd(x, L.Load(row + L.Count), t2);
            row = w + (nint)(four >> 48) * columns;
            x = L.All(values[i + 3]);
            s3 = L.MultiplyAdd(x, L.Load(row), s3);
            t3 = L.MultiplyAdd(x, L.Load(row + L.Count), t3);
        }

        V all = L.All(scale);
        L.Store(L.MultiplyAdd(L.Add(L.Add(s0, s1), L.Add(s2, s3)), all, L.Load(biases)), z);
        L.Store(L.MultiplyAdd(L.Add(L.Add(t0, t1), L.Add(t2, t3)), all, L.Load(biases + L.Count)), z + L.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Update1(ushort* places, float* values, nint count, float scale, float* step, float* w, nint columns)
    {
        V s = L.Multiply(L.Load(step), L.All(scale));
        for (nint i = 0; i < count; i += 4)
        {
            ulong four = Four(places + i);
            Add(w + (ushort)four * columns, values[i], s);
            Add(w + (ushort)(four >> 16) * columns, values[i + 1], s);
            Add(w + (ushort)(four >> 32) * columns, values[i + 2], s);
            Add(w + (nint)(four >> 48) * columns, values[i + 3], s);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Update2(ushort* places, float* values, nint count, float scale, float* step, float* w, nint columns)
    {
        V s = L.Multiply(L.Load(step), L.All(scale)), t = L.Multiply(L.Load(step + L.Count), L.All(scale));
        for (nint i = 0; i < count; i += 4)
        {
            ulong four = Four(places + i);
            Add(w + (ushort)four * columns, values[i], s, t);
            Add(w + (ushort)(four >> 16) * columns, values[i + 1], s, t);
            Add(w + (ushort)(four >> 32) * columns, values[i + 2], s, t);
            Add(w + (nint)(four >> 48) * columns, values[i + 3], s, t);
        }
    }

    // Vectors of 4 take 16 neurons at once: else most of the work would be finding the row.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sums16(ushort* places, float* values, int count, float scale, float* weights, float* biases, float* z, int columns)
    {
        V all = L.All(scale);
        nint rowBytes = columns * sizeof(float);
        float* end = values + count;
        for (int n = 0; n < columns; n += 16)
        {
            V s00 = L.All(0), s01 = L.All(0), s02 = L.All(0), s03 = L.All(0);
            V s10 = L.All(0), s11 = L.All(0), s12 = L.All(0), s13 = L.All(0);
            V s20 = L.All(0), s21 = L.All(0), s22 = L.All(0), s23 = L.All(0);
            V s30 = L.All(0), s31 = L.All(0), s32 = L.All(0), s33 = L.All(0);
            float* w = weights + n;
            ushort* place = places;
            for (float* value = values; value < end; value += 4, place += 4)
            {
                V x = L.Repeat(value);
                FourVectors<V>* row = (FourVectors<V>*)At(w, place[0] * rowBytes);
                s00 = L.MultiplyAdd(x, row->V0, s00);
                s01 = L.MultiplyAdd(x, row->V1, s01);
                s02 = L.MultiplyAdd(x, row->V2, s02);
                s03 = L.MultiplyAdd(x, row->V3, s03);
                x = L.Repeat(value + 1);
                row = (FourVectors<V>*)At(w, place[1] * rowBytes);
                s10 = L.MultiplyAdd(x, row->V0, s10);
                s11 = L.MultiplyAdd(x, row->V1, s11);
                s12 = L.MultiplyAdd(x, row->V2, s12);
                s13 = L.MultiplyAdd(x, row->V3, s13);
                x = L.Repeat(value + 2);
                row = (FourVectors<V>*)At(w, place[2] * rowBytes);
                s20 = L.MultiplyAdd(x, row->V0, s20);
                s21 = L.MultiplyAdd(x, row->V1, s21);
                s22 = L.MultiplyAdd(x, row->V2, s22);
                s23 = L.MultiplyAdd(x, row->V3, s23);
                x = L.Repeat(value + 3);
                row = (FourVectors<V>*)At(w, place[3] * rowBytes);
                s30 = L.MultiplyAdd(x, row->V0, s30);
                s31 = L.MultiplyAdd(x, row->V1, s31);
                s32 = L.MultiplyAdd(x, row->V2, s32);
                s33 = L.MultiplyAdd(x, row->V3, s33);
            }

            L.Store(L.MultiplyAdd(L.Add(L.Add(s00, s10), L.Add(s20, s30)), all, L.Load(biases + n)), z + n);
            L.Store(L.MultiplyAdd(L.Add(L.Add(s01, s11), L.Add(s21, s31)), all, L.Load(biases + n + 4)), z + n + 4);
            L.Store(L.MultiplyAdd(L.Add(L.Add(s02, s12), L.Add(s22, s32)), all, L.Load(biases + n + 8)), z + n + 8);
            L.Store(L.MultiplyAdd(L.Add(L.Add(s03, s13), L.Add(s23, s33)), all, L.Load(biases + n + 12)), z + n + 12);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Update16(ushort* places, float* values, int count, float scale, float* step, float* weights, int columns, int from, int to)
    {
        V all = L.All(scale);
        nint rowBytes = columns * sizeof(float);
        float* end = values + count;
        for (int n = from; n < to; n += 16)
        {
            V s0 = L.Multiply(L.Load(step + n), all), s1 = L.Multiply(L.Load(step + n + 4), all);
            V s2 = L.Multiply(L.Load(step + n + 8), all), s3 = L.Multiply(L.Load(step + n + 12), all);
            float* w = weights + n;
            ushort* place = places;
            for (float* value = values; value < end; value += 4, place += 4)
            {
                Add((FourVectors<V>*)At(w, place[0] * rowBytes), L.Repeat(value), s0, s1, s2, s3);
                Add((FourVectors<V>*)At(w, place[1] * rowBytes), L.Repeat(value + 1), s0, s1, s2, s3);
                Add((FourVectors<V>*)At(w, place[2] * rowBytes), L.Repeat(value + 2), s0, s1, s2, s3);
                Add((FourVectors<V>*)At(w, place[3] * rowBytes), L.Repeat(value + 3), s0, s1, s2, s3);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(FourVectors<V>* row, V x, V s0, V s1, V s2, V s3)
    {
        row->V0 = L.MultiplyAdd(x, s0, row->V0);
        row->V1 = L.MultiplyAdd(x, s1, row->V1);
        row->V2 = L.MultiplyAdd(x, s2, row->V2);
        row->V3 = L.MultiplyAdd(x, s3, row->V3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* row, float x, V s) => L.Store(L.MultiplyAdd(L.All(x), s, L.Load(row)), row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* row, float x, V s, V t)
    {
        V all = L.All(x);
        L.Store(L.MultiplyAdd(all, s, L.Load(row)), row);
        L.Store(L.MultiplyAdd(all, t, L.Load(row + L.Count)), row + L.Count);
    }

    // The first place in the lowest bits, on every machine.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Four(ushort* places)
    {
        if (BitConverter.IsLittleEndian) return Unsafe.ReadUnaligned<ulong>(places);
        return places[0] | (ulong)places[1] << 16 | (ulong)places[2] << 32 | (ulong)places[3] << 48;
    }
}
