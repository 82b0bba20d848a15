using System.Numerics;

namespace Nabla;

/// <summary>
/// <c>σ(z) = z·Φ(z)</c> with the normal distribution <c>Φ(z) = ½·erfc(−z/√2)</c>; <c>σ′(z) = Φ(z) + z·φ(z)</c> with its density
/// <c>φ(z) = e^(−z²/2)/√2π</c> (Hendrycks and Gimpel 2016; the exact form, not the one by tanh).
/// </summary>
internal sealed class Gelu : ElementwiseActivation
{
    public override string Name => "gelu";

    public override Initializer UsualInitializer => Initializer.He;

    public override T Value<T>(T z) => z * NormalDistribution(z);

    public override T Slope<T>(T z) => NormalDistribution(z) + z * Density(z);

    private static T Density<T>(T z)
        where T : IFloatingPointIeee754<T> => T.Exp(-z * z / T.CreateChecked(2)) / T.Sqrt(T.Tau);

    /// <summary>Φ(z): near zero the series <c>½ + φ(z)·Σ z^(2n+1)/(2n+1)!!</c>, whose terms have one sign; else a continued fraction.</summary>
    private static T NormalDistribution<T>(T z)
        where T : IFloatingPointIeee754<T>
    {
        T size = T.Abs(z);
        if (size > T.CreateChecked(1.5))
        {
            // Φ(−z) = φ(z)/(z + 1/(z + 2/(z + 3/(z + …)))) (Abramowitz and Stegun, 26.2.14).
            T fraction = size;
            for (int n = 100; n >= 1; n--) fraction = size + T.CreateChecked(n) / fraction;
            T tail = Density(size) / fraction;
            return z > T.Zero ? T.One - tail : tail;
        }

        T term = z, sum = z;
        for (int n = 3; n < 60; n += 2)
        {
            term *= z * z / T.CreateChecked(n);
            sum += term;
        }

        return T.CreateChecked(0.5) + Density(z) * sum;
    }
}
