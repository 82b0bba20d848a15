namespace Nabla;

/// <summary>
/// <c>C₀ = −Σ[y·ln a + (1−y)·ln(1−a)]</c> and <c>∂C₀/∂a = (a−y)/(a·(1−a))</c>. Joined with the sigmoid, each term is
/// <c>max(z, 0) − y·z + ln(1 + e^(−|z|))</c>, which is finite for every z.
/// </summary>
internal sealed class BinaryCrossEntropyCost : Cost
{
    public override string Name => "binary-cross-entropy";

    public override string Formula => "−Σ[y·ln a + (1−y)·ln(1−a)]";

    public override Activation OutputActivation => Activation.Sigmoid;

    public override T Value<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> a, ReadOnlySpan<T> y)
    {
        T sum = T.Zero;
        for (int j = 0; j < z.Length; j++)
            sum += T.Max(z[j], T.Zero) - y[j] * z[j] + T.LogP1(T.Exp(-T.Abs(z[j])));
        return sum;
    }

    public override T Derivative<T>(T a, T y) => (a - y) / (a * (T.One - a));
}
