using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>An activation function on the rows of many slots, which follow each other and are filled up to the stride.</summary>
internal abstract unsafe class ActivationKernel<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    /// <summary>The vector form of an activation function: every one has its line here.</summary>
    public static ActivationKernel<L, V> For(Activation activation) => activation switch
    {
        Sigmoid => new Elementwise<SigmoidLanes<L, V>>(),
        Tanh => new Elementwise<TanhLanes<L, V>>(),
        Relu => new Elementwise<ReluLanes<L, V>>(),
        LeakyRelu => new Elementwise<LeakyReluLanes<L, V>>(),
        Elu => new Elementwise<EluLanes<L, V>>(),
        Softplus => new Elementwise<SoftplusLanes<L, V>>(),
        Gelu => new Elementwise<GeluLanes<L, V>>(),
        Swish => new Elementwise<SwishLanes<L, V>>(),
        Identity => new Elementwise<IdentityLanes<L, V>>(),
        Softmax => new SoftmaxRows(),
        _ => throw new NotSupportedException($"The activation {activation} has no vector form."),
    };

    /// <summary><c>a = σ(z)</c>, and <c>σ′(z)</c> where each activation follows its own sum alone.</summary>
    public abstract void Apply(float* z, float* a, float* slope, int rows, int outputs, int stride);

    /// <summary>From <c>∂C/∂a</c> to <c>δ = ∂C/∂z</c>, in place.</summary>
    public abstract void PullBack(float* a, float* slope, float* delta, int rows, int outputs, int stride);

    private sealed class Elementwise<TActivation> : ActivationKernel<L, V>
        where TActivation : struct, IActivationLanes<V>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Apply(float* z, float* a, float* slope, int rows, int outputs, int stride)
        {
            int length = rows * stride;
            for (int i = 0; i < length; i += L.Count)
            {
                L.Store(TActivation.Apply(L.Load(z + i), out V s), a + i);
                L.Store(s, slope + i);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void PullBack(float* a, float* slope, float* delta, int rows, int outputs, int stride)
        {
            nint length = rows * stride;
            for (nint i = 0; i < length; i += L.Count)
                L.Store(VectorMath<L, V>.WithoutNegligible(L.Multiply(L.Load(delta + i), L.Load(slope + i))), delta + i);
        }
    }

    /// <summary>Softmax, row by row. Sums over the outputs are taken one by one, in order, so that they do not depend on the width.</summary>
    private sealed class SoftmaxRows : ActivationKernel<L, V>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Apply(float* z, float* a, float* slope, int rows, int outputs, int stride)
        {
            for (int r = 0; r < rows; r++, z += stride, a += stride) Apply(z, a, outputs, stride);
        }

        /// <summary><c>δ_j = a_j·(g_j − Σ a_i·g_i)</c> with <c>g = ∂C/∂a</c>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void PullBack(float* a, float* slope, float* delta, int rows, int outputs, int stride)
        {
            for (int r = 0; r < rows; r++, a += stride, delta += stride)
            {
                float mean = 0;
                for (int j = 0; j < outputs; j++) mean += a[j] * delta[j];
                for (int j = 0; j < stride; j++) delta[j] = a[j] * (delta[j] - mean);
                for (int n = 0; n < stride; n += L.Count) L.Store(VectorMath<L, V>.WithoutNegligible(L.Load(delta + n)), delta + n);
            }
        }

        // Shifted by the largest; the filling becomes zero.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Apply(float* z, float* a, int outputs, int stride)
        {
            float largest = z[0];
            for (int j = 1; j < outputs; j++) largest = MathF.Max(largest, z[j]);
            V max = L.All(largest);
            for (int n = 0; n < stride; n += L.Count) L.Store(VectorMath<L, V>.Exp(L.Subtract(L.Load(z + n), max)), a + n);

            float total = 0;
            for (int j = 0; j < outputs; j++) total += a[j];
            V inverse = L.All(1 / total);
            for (int n = 0; n < stride; n += L.Count) L.Store(L.Multiply(L.Load(a + n), inverse), a + n);
            for (int j = outputs; j < stride; j++) a[j] = 0;
        }
    }
}
