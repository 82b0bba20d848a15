namespace Nabla;

/// <summary>
/// <c>a_j = e^(z_j) / Σ_i e^(z_i)</c>: positive numbers that sum to 1. All sums are shifted by the largest first, which
/// changes nothing on paper and keeps e^z finite. Its derivative is a matrix, <c>∂a_i/∂z_j = a_i·([i=j] − a_j)</c>.
/// </summary>
internal sealed class Softmax() : Activation("softmax", Initializer.Xavier)
{
    public override bool IsElementwise => false;

    public override (double Least, double Most) Range => (0, 1);

    internal override OnnxSpelling Onnx { get; } = new("Softmax");

    public override void Apply<T>(ReadOnlySpan<T> z, Span<T> a)
    {
        T max = z[0];
        foreach (T sum in z) max = T.Max(max, sum);

        T total = T.Zero;
        for (int j = 0; j < z.Length; j++)
        {
            a[j] = T.Exp(z[j] - max);
            total += a[j];
        }

        for (int j = 0; j < z.Length; j++) a[j] /= total;
    }

    public override void Derivative<T>(ReadOnlySpan<T> z, Span<T> slopes)
    {
        Apply(z, slopes);
        for (int j = 0; j < z.Length; j++) slopes[j] *= T.One - slopes[j];
    }

    public override void PullBack<T>(ReadOnlySpan<T> dCda, ReadOnlySpan<T> z, Span<T> delta)
    {
        Apply(z, delta);
        T mean = T.Zero;
        for (int i = 0; i < z.Length; i++) mean += delta[i] * dCda[i];
        for (int j = 0; j < z.Length; j++) delta[j] *= dCda[j] - mean;
    }
}
