namespace Nabla;

/// <summary>
/// <c>C₀ = −Σ y·ln a</c> and <c>∂C₀/∂a = −y/a</c>. Joined with softmax, <c>−ln a_j = ln Σ_i e^(z_i − m) − (z_j − m)</c>
/// with <c>m</c> the largest z, so that no logarithm of zero is ever taken.
/// </summary>
internal sealed class CrossEntropyCost() : Cost("cross-entropy", "−Σ y·ln a", "−y·ln a", "−y/a", Activation.Softmax)
{
    public override T Value<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> a, ReadOnlySpan<T> y)
    {
        T max = z[0];
        foreach (T logit in z) max = T.Max(max, logit);

        T total = T.Zero;
        foreach (T logit in z) total += T.Exp(logit - max);
        T logTotal = T.Log(total);

        T sum = T.Zero;
        for (int j = 0; j < z.Length; j++) sum += y[j] * (logTotal - (z[j] - max));
        return sum;
    }

    public override T Derivative<T>(T a, T y) => -y / a;

    internal override double Part(double a, double y) => y == 0 ? 0 : -y * Math.Log(a);

    internal override string PartTex(double a, double y) => y == 0 ? "" : $"-{(y == 1 ? "" : Tex(y, 2))}\\ln {Tex(a, 3)}";

    internal override Said? MisfitOfTargets(Dataset data) => $"classes, but the targets of '{Printable.Path(data.Name)}' are numbers";
}
