namespace Nabla;

/// <summary><c>σ(z) = max(0, z)</c>; <c>σ′(z)</c> is 1 above zero, 0 below, and by convention 0 at zero.</summary>
internal sealed class Relu : ElementwiseActivation
{
    public override string Name => "relu";

    public override Initializer UsualInitializer => Initializer.He;

    public override T Value<T>(T z) => T.Max(T.Zero, z);

    public override T Slope<T>(T z) => z > T.Zero ? T.One : T.Zero;
}
