namespace Nabla;

/// <summary><c>σ(z) = tanh z</c> and <c>σ′(z) = 1 − tanh² z</c>.</summary>
internal sealed class Tanh : ElementwiseActivation
{
    public override string Name => "tanh";

    public override T Value<T>(T z) => T.Tanh(z);

    public override T Slope<T>(T z) => T.One - T.Tanh(z) * T.Tanh(z);
}
