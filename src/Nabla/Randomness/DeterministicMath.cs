namespace Nabla;

/// <summary>
/// Elementary functions built from IEEE 754 additions, multiplications and divisions alone.
/// The platform's own <see cref="Math.Log(double)"/> may differ in its last bit from one operating system
/// to another; whatever decides the bits of a run is computed here instead.
/// </summary>
internal static class DeterministicMath
{
    private const double Ln2 = 0.693147180559945309417232121458;

    /// <summary>
    /// The natural logarithm, by <c>ln x = e·ln 2 + 2·atanh((m−1)/(m+1))</c> for <c>x = m·2ᵉ</c>, <c>m ∈ [√½, √2)</c>.
    /// </summary>
    /// <param name="x">A positive, finite, normal number.</param>
    public static double Log(double x)
    {
        int exponent = Math.ILogB(x);
        double m = Math.ScaleB(x, -exponent);
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }

        double s = (m - 1) / (m + 1);
        double s2 = s * s;
        double series = 0;
        for (int n = 25; n >= 3; n -= 2) series = (series + 1.0 / n) * s2;
        return exponent * Ln2 + 2 * (s + s * series);
    }

    /// <summary><c>eˣ</c>, by <c>e^(n·ln 2 + r) = 2ⁿ·eʳ</c> with the series of eʳ, <c>|r| ≤ ½ ln 2</c>.</summary>
    /// <param name="x">From −700 to 700.</param>
    public static double Exp(double x)
    {
        double n = Math.Floor(x / Ln2 + 0.5), r = x - n * Ln2, series = 1;
        for (int k = 17; k >= 1; k--) series = 1 + series * r / k;
        return Math.ScaleB(series, (int)n);
    }

    /// <summary><c>cos πx</c> for x in [0, 1], as <c>sin y</c> with <c>y = π(½ − x)</c> by its series to y²³.</summary>
    /// <param name="x">From 0 to 1.</param>
    public static double CosPi(double x)
    {
        double y = Math.PI * (0.5 - x), y2 = y * y, series = 1;
        for (int n = 22; n >= 2; n -= 2) series = 1 - series * y2 / (n * (n + 1));
        return y * series;
    }

    /// <summary><c>xⁿ</c>, by squaring.</summary>
    /// <param name="x">Any number.</param>
    /// <param name="n">At least 0.</param>
    public static double Power(double x, long n)
    {
        double power = 1;
        for (; n > 0; n >>= 1, x *= x)
        {
            if ((n & 1) == 1) power *= x;
        }

        return power;
    }
}
