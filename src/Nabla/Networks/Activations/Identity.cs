namespace Nabla;

/// <summary><c>σ(z) = z</c> and <c>σ′(z) = 1</c>: a layer that is only linear.</summary>
internal sealed class Identity : ElementwiseActivation
{
    public override string Name => "identity";

    public override T Value<T>(T z) => z;

    public override T Slope<T>(T z) => T.One;
}
