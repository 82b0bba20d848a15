namespace Nabla;

/// <summary>
/// <c>σ(z) = ln(1 + eᶻ)</c>, a rectifier with its corner rounded off; <c>σ′(z) = 1/(1+e⁻ᶻ)</c>, the logistic function
/// (Dugas et al. 2001).
/// </summary>
internal sealed class Softplus : ElementwiseActivation
{
    public override string Name => "softplus";

    public override Initializer UsualInitializer => Initializer.He;

    // ln(1 + eᶻ) = max(z, 0) + ln(1 + e^(−|z|)), which never overflows.
    public override T Value<T>(T z) => T.Max(z, T.Zero) + T.LogP1(T.Exp(-T.Abs(z)));

    public override T Slope<T>(T z) => T.One / (T.One + T.Exp(-z));
}
