namespace Nabla.Experiments;

/// <summary>What several measurements of one thing came to.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation, <c>√(Σ(x−mean)²/(n−1))</c>; 0 for a single one.</param>
/// <param name="Least">The least.</param>
/// <param name="Most">The most.</param>
public sealed record Spread(double Mean, double Deviation, double Least, double Most)
{
    internal static Spread Of(IEnumerable<double> values)
    {
        double[] x = [.. values];
        double mean = x.Average();
        double squares = x.Sum(value => (value - mean) * (value - mean));
        return new Spread(mean, x.Length == 1 ? 0 : Math.Sqrt(squares / (x.Length - 1)), x.Min(), x.Max());
    }

    internal static double RootMeanSquare(IEnumerable<double> values) => Math.Sqrt(values.Average(value => value * value));

    /// <summary>As text: the mean, and the deviation where it is more than rounding.</summary>
    internal string Say(Func<double, string> number) =>
        Deviation < 1e-9 * Math.Abs(Mean) + double.Epsilon ? number(Mean) : $"{number(Mean)} ± {number(Deviation)}";
}
