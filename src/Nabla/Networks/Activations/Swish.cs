namespace Nabla;

/// <summary>
/// <c>σ(z) = z·s(z)</c> with the logistic function <c>s(z) = 1/(1+e⁻ᶻ)</c>; <c>σ′(z) = s(z)·(1 + z·s(−z))</c>. Also called SiLU
/// (Elfwing, Uchibe and Doya 2018; Ramachandran, Zoph and Le 2017).
/// </summary>
internal sealed class Swish : ElementwiseActivation
{
    public override string Name => "swish";

    public override Initializer UsualInitializer => Initializer.He;

    public override T Value<T>(T z) => z * Logistic(z);

    public override T Slope<T>(T z) => Logistic(z) * (T.One + z * Logistic(-z));

    private static T Logistic<T>(T z)
        where T : System.Numerics.IFloatingPointIeee754<T> => T.One / (T.One + T.Exp(-z));
}
