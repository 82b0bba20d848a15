namespace Nabla;

/// <summary><c>σ(z) = 1/(1+e⁻ᶻ)</c> and <c>σ′(z) = σ(z)·(1−σ(z))</c>, which is never more than ¼.</summary>
internal sealed class Sigmoid : ElementwiseActivation
{
    public override string Name => "sigmoid";

    public override T Value<T>(T z) => T.One / (T.One + T.Exp(-z));

    // 1−σ(z) is written σ(−z): the difference would lose every digit where the curve is flat.
    public override T Slope<T>(T z) => Value(z) * Value(-z);
}
