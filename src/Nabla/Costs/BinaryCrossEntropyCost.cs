namespace Nabla;

/// <summary>
/// <c>C₀ = −Σ[y·ln a + (1−y)·ln(1−a)]</c> and <c>∂C₀/∂a = (a−y)/(a·(1−a))</c>. Joined with the sigmoid, each term is
/// <c>max(z, 0) − y·z + ln(1 + e^(−|z|))</c>, which is finite for every z.
/// </summary>
internal sealed class BinaryCrossEntropyCost() : Cost(
    "binary-cross-entropy", "−Σ[y·ln a + (1−y)·ln(1−a)]", "−[y·ln a + (1 − y)·ln(1 − a)]", "(a − y)/(a(1 − a))", Activation.Sigmoid)
{
    public override T Value<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> a, ReadOnlySpan<T> y)
    {
        T sum = T.Zero;
        for (int j = 0; j < z.Length; j++)
            sum += T.Max(z[j], T.Zero) - y[j] * z[j] + T.LogP1(T.Exp(-T.Abs(z[j])));
        return sum;
    }

    public override T Derivative<T>(T a, T y) => (a - y) / (a * (T.One - a));

    internal override double Part(double a, double y) => (y == 0 ? 0 : -y * Math.Log(a)) - (y == 1 ? 0 : (1 - y) * Math.Log(1 - a));

    internal override string PartTex(double a, double y) => y switch
    {
        0 => $"-\\ln(1-{Tex(a, 3)})",
        1 => $"-\\ln {Tex(a, 3)}",
        _ => $"-{Tex(y, 2)}\\ln {Tex(a, 3)}-{Tex(1 - y, 2)}\\ln(1-{Tex(a, 3)})",
    };

    internal override Said? MisfitOfTargets(Dataset data) =>
        data.Targets.ContainsAnyExceptInRange(0, 1) ? (Said)$"targets from 0 to 1, but '{Printable.Path(data.Name)}' has others" : null;
}
