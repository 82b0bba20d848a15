namespace Nabla;

/// <summary>
/// <c>σ(z) = z</c> above zero and <c>eᶻ − 1</c> below; <c>σ′(z)</c> is 1 above zero and <c>eᶻ</c> below
/// (Clevert, Unterthiner and Hochreiter 2016, with α = 1).
/// </summary>
internal sealed class Elu : ElementwiseActivation
{
    public override string Name => "elu";

    public override Initializer UsualInitializer => Initializer.He;

    public override T Value<T>(T z) => z > T.Zero ? z : T.ExpM1(z);

    public override T Slope<T>(T z) => z > T.Zero ? T.One : T.Exp(z);
}
