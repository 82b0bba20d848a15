using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// The first layer's products, over lit inputs alone: what is dark neither adds to a sum nor moves a weight.
/// </summary>
internal static unsafe class LitKernel<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    /// <summary>
    /// <c>z_j = b_j + scale·Σ w_jk·x_k</c> for one example. The lit inputs are dealt in turn to four partial sums, which
    /// are added as <c>(s₀+s₁)+(s₂+s₃)</c>: four chains instead of one, and the same order for every width.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sums(ushort* places, float* values, int count, float scale, float* weights, float* biases, float* z, nint columns)
    {
        V all = L.All(scale);
        for (nint n = 0; n < columns; n += L.Count)
        {
            float* w = weights + n;
            V s0 = L.All(0), s1 = L.All(0), s2 = L.All(0), s3 = L.All(0);
            for (nint i = 0; i < count; i += 4)
            {
                s0 = L.MultiplyAdd(L.All(values[i]), L.Load(w + places[i] * columns), s0);
                s1 = L.MultiplyAdd(L.All(values[i + 1]), L.Load(w + places[i + 1] * columns), s1);
                s2 = L.MultiplyAdd(L.All(values[i + 2]), L.Load(w + places[i + 2] * columns), s2);
                s3 = L.MultiplyAdd(L.All(values[i + 3]), L.Load(w + places[i + 3] * columns), s3);
            }

            V sum = L.Add(L.Add(s0, s1), L.Add(s2, s3));
            L.Store(L.MultiplyAdd(sum, all, L.Load(biases + n)), z + n);
        }
    }

    /// <summary><c>w_jk += x_k·(scale·step_j)</c> for one example.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Update(ushort* places, float* values, int count, float scale, float* step, float* weights, nint columns)
    {
        for (nint n = 0; n < columns; n += L.Count)
        {
            V s = L.Multiply(L.Load(step + n), L.All(scale));
            float* w = weights + n;
            for (nint i = 0; i < count; i += 4)
            {
                float* w0 = w + places[i] * columns, w1 = w + places[i + 1] * columns;
                float* w2 = w + places[i + 2] * columns, w3 = w + places[i + 3] * columns;
                L.Store(L.MultiplyAdd(L.All(values[i]), s, L.Load(w0)), w0);
                L.Store(L.MultiplyAdd(L.All(values[i + 1]), s, L.Load(w1)), w1);
                L.Store(L.MultiplyAdd(L.All(values[i + 2]), s, L.Load(w2)), w2);
                L.Store(L.MultiplyAdd(L.All(values[i + 3]), s, L.Load(w3)), w3);
            }
        }
    }
}
