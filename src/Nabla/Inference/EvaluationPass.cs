namespace Nabla;

/// <summary>An evaluation under way, as many examples at a time as the kernel has slots.</summary>
internal sealed class EvaluationPass(IForwardKernel kernel, Dataset data, int outputs)
{
    private readonly int[] _predictions = new int[data.IsRegression ? 0 : data.Count];
    private readonly float[] _confidences = new float[data.IsRegression ? 0 : data.Count];
    private readonly ConfusionCounts _confusion = new(data.IsRegression ? 0 : outputs);
    private readonly Residuals? _residuals = data.IsRegression ? new Residuals(outputs) : null;
    private readonly int[] _indices = new int[kernel.Capacity];
    private double _cost;

    /// <summary>How many examples are done.</summary>
    public int Done { get; private set; }

    public bool IsDone => Done == data.Count;

    /// <summary>Goes on with the next few.</summary>
    /// <param name="all">Receives the output activations of all examples; or empty.</param>
    /// <param name="seen">Is shown the outputs of each example; or null.</param>
    public void Next(Span<float> all, OutputSeen? seen = null)
    {
        int start = Done, count = Math.Min(kernel.Capacity, data.Count - start);
        for (int e = 0; e < count; e++) _indices[e] = start + e;
        kernel.SetExamples(data, _indices.AsSpan(0, count));
        kernel.Forward(count);
        _cost += kernel.CostSum(count);
        for (int e = 0; e < count; e++)
        {
            var output = kernel.Output(e);
            if (all.Length > 0) output.CopyTo(all[((start + e) * outputs)..]);
            seen?.Invoke(start + e, output);
            if (_residuals is not null)
            {
                _residuals.Add(output, data.Target(start + e));
                continue;
            }

            int prediction = Evaluator.Largest(output);
            _predictions[start + e] = prediction;
            _confidences[start + e] = prediction < 0 ? float.NaN : output[prediction];
            _confusion.Add(data.Labels[start + e], prediction);
        }

        Done += count;
    }

    /// <summary>What was found, once all are done.</summary>
    public Evaluation Result() => new()
    {
        Examples = data.Count,
        Cost = _cost / data.Count,
        Predictions = _predictions,
        Confidences = _confidences,
        Counts = _confusion,
        Regression = _residuals?.Report(),
    };
}

/// <summary>Is shown the outputs of an example.</summary>
/// <param name="example">Which.</param>
/// <param name="output">Its output activations, valid until it returns.</param>
internal delegate void OutputSeen(int example, ReadOnlySpan<float> output);
