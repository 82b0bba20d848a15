namespace Nabla;

/// <summary><c>C₀ = ½Σ(a−y)²</c> and <c>∂C₀/∂a = a−y</c>: Nielsen's convention, half the lectures'.</summary>
internal sealed class HalfQuadraticCost : Cost
{
    public override string Name => "half-quadratic";

    public override string Formula => "½Σ(a−y)²";

    public override string PartFormula => "½(a − y)²";

    public override string DerivativeFormula => "a − y";

    public override T Value<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> a, ReadOnlySpan<T> y) =>
        Quadratic.Value(z, a, y) / (T.One + T.One);

    public override T Derivative<T>(T a, T y) => a - y;

    internal override string PartTex(double a, double y) => $"\\tfrac12{SquareTex(a, y)}";
}
