using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// The output layer's own arithmetic: softmax, the error <c>δ^L</c>, and the costs. Sums over the outputs of an example
/// are taken one by one, in order, so that they do not depend on the width.
/// </summary>
internal static unsafe class OutputKernel<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    /// <summary>Softmax of one row of z, shifted by the largest; the filling becomes zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Softmax(float* z, float* a, int outputs, int stride)
    {
        V max = L.All(Largest(z, outputs));
        for (int n = 0; n < stride; n += L.Count) L.Store(VectorMath<L, V>.Exp(L.Subtract(L.Load(z + n), max)), a + n);

        float total = 0;
        for (int j = 0; j < outputs; j++) total += a[j];
        V inverse = L.All(1 / total);
        for (int n = 0; n < stride; n += L.Count) L.Store(L.Multiply(L.Load(a + n), inverse), a + n);
        for (int j = outputs; j < stride; j++) a[j] = 0;
    }

    /// <summary><c>δ = a − y</c>, where the cost and the activation are made for each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FusedError(float* a, float* y, float* delta, int length)
    {
        for (int i = 0; i < length; i += L.Count)
            L.Store(VectorMath<L, V>.WithoutNegligible(L.Subtract(L.Load(a + i), L.Load(y + i))), delta + i);
    }

    /// <summary><c>δ = factor·(a − y) ⊙ σ′(z)</c>: a quadratic cost, whose derivative has the factor 2 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void QuadraticError(float* a, float* y, float* slope, float* delta, int length, float factor)
    {
        V f = L.All(factor);
        for (int i = 0; i < length; i += L.Count)
        {
            V difference = L.Multiply(f, L.Subtract(L.Load(a + i), L.Load(y + i)));
            L.Store(VectorMath<L, V>.WithoutNegligible(L.Multiply(difference, L.Load(slope + i))), delta + i);
        }
    }

    /// <summary>One row of a quadratic cost behind softmax: <c>δ_j = a_j·(g_j − Σ a_i·g_i)</c> with <c>g = factor·(a−y)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SoftmaxQuadraticError(float* a, float* y, float* delta, int outputs, int stride, float factor)
    {
        float mean = 0;
        for (int j = 0; j < outputs; j++) mean += a[j] * (factor * (a[j] - y[j]));
        for (int j = 0; j < stride; j++) delta[j] = a[j] * (factor * (a[j] - y[j]) - mean);
        for (int n = 0; n < stride; n += L.Count) L.Store(VectorMath<L, V>.WithoutNegligible(L.Load(delta + n)), delta + n);
    }

    /// <summary>
    /// <c>Σ(a−y)²</c> over rows that follow each other; the rows are added lane by lane, then the lanes in order.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Quadratic(float* a, float* y, int count, int outputs, int stride)
    {
        double sum = 0;
        float* lanes = stackalloc float[L.Count];
        for (int n = 0; n < stride; n += L.Count)
        {
            V squares = L.All(0);
            for (int i = n; i < n + count * stride; i += stride)
            {
                V difference = L.Subtract(L.Load(a + i), L.Load(y + i));
                squares = L.MultiplyAdd(difference, difference, squares);
            }

            L.Store(squares, lanes);
            for (int j = n; j < Math.Min(n + L.Count, outputs); j++) sum += lanes[j - n];
        }

        return sum;
    }

    /// <summary>Cross-entropy of one row, from its logits: <c>ln Σ e^(z_i − m) − (z_y − m)</c>, weighted by y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double CrossEntropy(float* z, float* y, int outputs, int stride)
    {
        float max = Largest(z, outputs);
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

    /// <summary>Binary cross-entropy of one row, from its logits: <c>Σ max(z, 0) − y·z + ln(1 + e^(−|z|))</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double BinaryCrossEntropy(float* z, float* y, int outputs, int stride)
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Largest(float* z, int outputs)
    {
        float max = z[0];
        for (int j = 1; j < outputs; j++) max = MathF.Max(max, z[j]);
        return max;
    }
}
