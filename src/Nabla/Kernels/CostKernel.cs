using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// A cost on the rows of many slots. Sums over the outputs of an example are taken one by one, in order, so that they do not
/// depend on the width.
/// </summary>
internal abstract unsafe class CostKernel<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    /// <summary>The vector form of a cost: every one has its line here.</summary>
    public static CostKernel<L, V> For(Cost cost) => cost switch
    {
        QuadraticCost => new Squares(part: 1),
        HalfQuadraticCost => new Squares(part: 0.5f),
        CrossEntropyCost => new CrossEntropyRows(),
        BinaryCrossEntropyCost => new BinaryCrossEntropyRows(),
        _ => throw new NotSupportedException($"The cost {cost} has no vector form."),
    };

    /// <summary>Whether the cost and its activation are made for each other: <see cref="Error"/> is δ itself then, <c>a − y</c>.</summary>
    public abstract bool IsJoined { get; }

    /// <summary>The sum of the costs of some rows.</summary>
    public abstract double Sum(float* z, float* a, float* y, int rows, int outputs, int stride);

    /// <summary><c>∂C/∂a</c>, or δ where the cost is joined.</summary>
    public abstract void Error(float* a, float* y, float* error, int length);

    /// <summary><c>part·Σ(a−y)²</c>.</summary>
    private sealed class Squares(float part) : CostKernel<L, V>
    {
        public override bool IsJoined => false;

        // The rows are added lane by lane, then the lanes in order.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override double Sum(float* z, float* a, float* y, int rows, int outputs, int stride)
        {
            double sum = 0;
            float* lanes = stackalloc float[L.Count];
            for (int n = 0; n < stride; n += L.Count)
            {
                V squares = L.All(0);
                for (int i = n; i < n + rows * stride; i += stride)
                {
                    V difference = L.Subtract(L.Load(a + i), L.Load(y + i));
                    squares = L.MultiplyAdd(difference, difference, squares);
                }

                L.Store(squares, lanes);
                for (int j = n; j < Math.Min(n + L.Count, outputs); j++) sum += lanes[j - n];
            }

            return part * sum;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Error(float* a, float* y, float* error, int length)
        {
            V factor = L.All(2 * part);
            for (int i = 0; i < length; i += L.Count) L.Store(L.Multiply(factor, L.Subtract(L.Load(a + i), L.Load(y + i))), error + i);
        }
    }

    private abstract class Joined : CostKernel<L, V>
    {
        public sealed override bool IsJoined => true;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public sealed override double Sum(float* z, float* a, float* y, int rows, int outputs, int stride)
        {
            double sum = 0;
            for (int r = 0; r < rows; r++, z += stride, y += stride) sum += Row(z, y, outputs, stride);
            return sum;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public sealed override void Error(float* a, float* y, float* error, int length)
        {
            for (int i = 0; i < length; i += L.Count)
                L.Store(VectorMath<L, V>.WithoutNegligible(L.Subtract(L.Load(a + i), L.Load(y + i))), error + i);
        }

        protected abstract double Row(float* z, float* y, int outputs, int stride);
    }

    /// <summary>From the logits: <c>ln Σ e^(z_i − m) − (z_y − m)</c>, weighted by y.</summary>
    private sealed class CrossEntropyRows : Joined
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        protected override double Row(float* z, float* y, int outputs, int stride)
        {
            float max = z[0];
            for (int j = 1; j < outputs; j++) max = MathF.Max(max, z[j]);
            float* powers = stackalloc float[stride];
            for (int n = 0; n < stride; n += L.Count) L.Store(VectorMath<L, V>.Exp(L.Subtract(L.Load(z + n), L.All(max))), powers + n);
            double total = 0;
            for (int j = 0; j < outputs; j++) total += powers[j];
            if (!double.IsFinite(total)) return total;

            double logTotal = DeterministicMath.Log(total);
            double sum = 0;
            for (int j = 0; j < outputs; j++) sum += y[j] * (logTotal - (z[j] - max));
            return sum;
        }
    }

    /// <summary>From the logits: <c>Σ max(z, 0) − y·z + ln(1 + e^(−|z|))</c>.</summary>
    private sealed class BinaryCrossEntropyRows : Joined
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        protected override double Row(float* z, float* y, int outputs, int stride)
        {
            float* terms = stackalloc float[stride];
            for (int n = 0; n < stride; n += L.Count)
            {
                V logit = L.Load(z + n);
                V tail = VectorMath<L, V>.LogOnePlus(VectorMath<L, V>.Exp(L.Subtract(L.All(0), L.Abs(logit))));
                V linear = L.Subtract(L.Max(L.All(0), logit), L.Multiply(L.Load(y + n), logit));
                L.Store(L.Add(linear, tail), terms + n);
            }

            double sum = 0;
            for (int j = 0; j < outputs; j++) sum += terms[j];
            return sum;
        }
    }
}
