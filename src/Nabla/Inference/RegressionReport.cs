namespace Nabla;

/// <summary>How close outputs <c>a</c> are to target numbers <c>y</c>, over n examples and every output.</summary>
/// <param name="MeanSquaredError"><c>MSE = mean (a − y)²</c>, in squares of the targets' unit; 0 is best.</param>
/// <param name="MeanAbsoluteError"><c>MAE = mean |a − y|</c>, in the targets' unit; 0 is best.</param>
/// <param name="RSquared">
/// <c>R² = 1 − Σ(a − y)² / Σ(y − ȳ)²</c>, the coefficient of determination, ȳ the mean of the targets: 1 is best, 0 is as good as
/// answering ȳ always, and less is worse. The mean over the outputs; null where no output's targets differ.
/// </param>
public sealed record RegressionReport(double MeanSquaredError, double MeanAbsoluteError, double? RSquared)
{
    /// <summary><c>√MSE</c>, in the targets' unit.</summary>
    public double RootMeanSquaredError => Math.Sqrt(MeanSquaredError);

    /// <summary>The same where the targets were divided by a number: in the unit that they had before.</summary>
    /// <param name="divisor">That number.</param>
    public RegressionReport InUnitsOf(double divisor) => this with
    {
        MeanSquaredError = MeanSquaredError * divisor * divisor,
        MeanAbsoluteError = MeanAbsoluteError * divisor,
    };
}

/// <summary>Sums up residuals, output by output.</summary>
internal sealed class Residuals(int outputs)
{
    private readonly double[] _squares = new double[outputs];
    private readonly double[] _means = new double[outputs];
    private readonly double[] _spreads = new double[outputs];
    private double _absolute;
    private long _count;

    public void Add(ReadOnlySpan<float> output, ReadOnlySpan<float> target)
    {
        _count++;
        for (int j = 0; j < outputs; j++)
        {
            double residual = (double)output[j] - target[j];
            _squares[j] += residual * residual;
            _absolute += Math.Abs(residual);

            // Welford 1962: the spread about a mean that is not known beforehand, without cancellation.
            double before = target[j] - _means[j];
            _means[j] += before / _count;
            _spreads[j] += before * (target[j] - _means[j]);
        }
    }

    public RegressionReport Report()
    {
        double[] scores = [.. Enumerable.Range(0, outputs).Where(j => _spreads[j] > 0).Select(j => 1 - _squares[j] / _spreads[j])];
        double numbers = (double)_count * outputs;
        return new RegressionReport(_squares.Sum() / numbers, _absolute / numbers, scores.Length > 0 ? scores.Average() : null);
    }
}
