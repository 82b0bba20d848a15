using System.Numerics;
using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// <c>σ(z) = z·Φ(z)</c> with the normal distribution <c>Φ(z) = ½·erfc(−z/√2)</c>; <c>σ′(z) = Φ(z) + z·φ(z)</c> with its density
/// <c>φ(z) = e^(−z²/2)/√2π</c> (Hendrycks and Gimpel 2016; the exact form, not the one by tanh).
/// </summary>
internal sealed class Gelu() : ElementwiseActivation("gelu", Initializer.He)
{
    // The least of all is σ(−0.7518).
    public override (double Least, double Most) Range => (-0.16997, double.PositiveInfinity);

    internal override OnnxSpelling Onnx { get; } = new("Gelu")
    {
        // z·½·(1 + erf(z/√2)).
        Steps =
        [
            new("Mul", "shrunk", "root", MathF.Sqrt(0.5f)), new("Erf", "erf"), new("Add", "both-sides", "one", 1),
            new("Mul", "distribution", "half", 0.5f), new("Mul", "product", OnnxStep.Sums),
        ],
    };

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

/// <summary><c>a = z·Φ(z)</c> and <c>σ′ = Φ(z) + z·φ(z)</c>: both Φ and φ have the factor <c>e^(−z²/2)</c>.</summary>
internal readonly struct GeluLanes<L, V> : IActivationLanes<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply(V z, out V slope)
    {
        V size = L.Abs(z);
        V e = VectorMath<L, V>.Exp(L.Multiply(L.Multiply(L.All(-0.5f), z), z));
        V tail = L.Multiply(L.Multiply(L.All(0.5f), e), VectorMath<L, V>.ScaledErfc(L.Multiply(size, L.All(0.707106781f))));
        V distribution = L.WhereGreater(z, L.All(0), L.Subtract(L.All(1), tail), tail);
        slope = L.MultiplyAdd(L.Multiply(z, e), L.All(0.398942280f), distribution);
        return L.Multiply(z, distribution);
    }
}
