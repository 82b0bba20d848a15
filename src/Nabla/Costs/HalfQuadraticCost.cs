namespace Nabla;

/// <summary><c>C₀ = ½Σ(a−y)²</c> and <c>∂C₀/∂a = a−y</c>: Nielsen's convention, half the lectures'.</summary>
internal sealed class HalfQuadraticCost() : Cost("half-quadratic", "½Σ(a−y)²", "½(a − y)²", "a − y")
{
    public override T Value<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> a, ReadOnlySpan<T> y) =>
        Quadratic.Value(z, a, y) / (T.One + T.One);

    public override T Derivative<T>(T a, T y) => a - y;

    internal override double Part(double a, double y) => (a - y) * (a - y) / 2;

    internal override string PartTex(double a, double y) => $"\\tfrac12{SquareTex(a, y)}";
}
