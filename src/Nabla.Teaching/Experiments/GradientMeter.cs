namespace Nabla.Experiments;

/// <summary>How large errors and gradients are layer by layer, over the examples whose backpropagation it is shown (C29).</summary>
/// <param name="layers">The number of layers.</param>
internal sealed class GradientMeter(int layers)
{
    private readonly double[] _errors = new double[layers];
    private readonly double[] _squares = new double[layers];
    private readonly double[] _sizes = new double[layers];
    private readonly double[] _slopes = new double[layers];
    private int _count;

    /// <summary><c>√(mean of δ_j²)</c> over the neurons of a layer and the examples.</summary>
    public IReadOnlyList<double> ErrorSize => [.. _errors.Select(sum => Math.Sqrt(sum / _count))];

    /// <summary><c>√(mean of (∂C/∂w_jk)²)</c> over the weights of a layer and the examples.</summary>
    public IReadOnlyList<double> WeightGradientSize => [.. _squares.Select(sum => Math.Sqrt(sum / _count))];

    /// <summary>The mean of <c>|∂C/∂w_jk|</c> over the weights of a layer and the examples.</summary>
    public IReadOnlyList<double> MeanWeightGradient => [.. _sizes.Select(sum => sum / _count)];

    /// <summary>The mean of <c>σ′(z_j)</c>, hidden layer by hidden layer.</summary>
    public IReadOnlyList<double> MeanSlope => [.. _slopes.SkipLast(1).Select(sum => sum / _count)];

    /// <summary>Takes an example into account.</summary>
    public void Add(Trace<double> trace)
    {
        _count++;
        for (int l = 0; l < layers; l++)
        {
            var layer = trace.Layers[l];

            // ∂C/∂w_jk = a_k·δ_j: the mean over all weights is the product of two means.
            _errors[l] += MeanSquare(layer.Delta);
            _squares[l] += MeanSquare(layer.Input) * MeanSquare(layer.Delta);
            _sizes[l] += layer.Input.Average(Math.Abs) * layer.Delta.Average(Math.Abs);
            _slopes[l] += layer.Slope.Average();
        }
    }

    private static double MeanSquare(double[] values) => values.Sum(value => value * value) / values.Length;
}
