using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>The first layer's products, over lit inputs alone.</summary>
internal static unsafe class LitKernel<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    /// <summary>
    /// <c>z_j = b_j + Σ w_jk·a_k</c> for one example. The lit inputs are dealt in turn to four partial sums, which are
    /// added as <c>((s₀+s₁)+(s₂+s₃))+b</c>: four chains instead of one, and the same order for every width.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sums(int* rows, float* values, int count, float* weights, float* biases, float* z, int columns)
    {
        for (int n = 0; n < columns; n += L.Count)
        {
            float* w = weights + n;
            V s0 = L.All(0), s1 = L.All(0), s2 = L.All(0), s3 = L.All(0);
            for (int i = 0; i < count; i += 4)
            {
                s0 = L.MultiplyAdd(L.All(values[i]), L.Load(w + rows[i]), s0);
                s1 = L.MultiplyAdd(L.All(values[i + 1]), L.Load(w + rows[i + 1]), s1);
                s2 = L.MultiplyAdd(L.All(values[i + 2]), L.Load(w + rows[i + 2]), s2);
                s3 = L.MultiplyAdd(L.All(values[i + 3]), L.Load(w + rows[i + 3]), s3);
            }

            L.Store(L.Add(L.Add(L.Add(s0, s1), L.Add(s2, s3)), L.Load(biases + n)), z + n);
        }
    }

    /// <summary><c>w_jk += a_k·step_j</c> for one example.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Update(int* rows, float* values, int count, float* step, float* weights, int columns)
    {
        for (int n = 0; n < columns; n += L.Count)
        {
            V s = L.Load(step + n);
            for (int i = 0; i < count; i++)
            {
                float* w = weights + rows[i] + n;
                L.Store(L.MultiplyAdd(L.All(values[i]), s, L.Load(w)), w);
            }
        }
    }
}
