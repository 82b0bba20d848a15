namespace Nabla;

/// <summary><c>C₀ = Σ(a−y)²</c> and <c>∂C₀/∂a = 2(a−y)</c>: the lectures' convention.</summary>
internal sealed class QuadraticCost() : Cost("quadratic", "Σ(a−y)²", "(a − y)²", "2(a − y)")
{
    public override T Value<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> a, ReadOnlySpan<T> y)
    {
        T sum = T.Zero;
        for (int j = 0; j < a.Length; j++) sum += (a[j] - y[j]) * (a[j] - y[j]);
        return sum;
    }

    public override T Derivative<T>(T a, T y) => (a - y) + (a - y);

    internal override double Part(double a, double y) => (a - y) * (a - y);

    internal override string PartTex(double a, double y) => SquareTex(a, y);
}
