namespace Nabla.Browser;

/// <summary>A curve approximated by one hidden layer, under way: as in <see cref="ApproximationExperiment"/>, by the trainer's own kernels.</summary>
internal sealed class CurveFit
{
    private const int Steps = 1500, Places = 121;
    private const ulong Seed = 1;

    private readonly Func<double, double> _function;
    private readonly Trainer _trainer;
    private double _cost;

    public CurveFit(string curve, int width, string activation)
    {
        (Name, Width, Activation) = (curve, width, activation);
        _function = ApproximationExperiment.Functions.GetValueOrDefault(curve)
            ?? throw Refusal.Argument($"There is no curve '{Printable.Name(curve)}'.");
        if (width is < 1 or > 64) throw Refusal.Argument($"A curve is approximated by 1 to 64 neurons, not {width}.");
        var network = ApproximationExperiment.NetworkOf(width, activation, Seed);
        float[] x = [.. ApproximationExperiment.Places().Select(at => (float)at)];
        var data = Dataset.FromValues(x, [.. x.Select(at => (float)_function(at))], 1, 1);
        _trainer = new Trainer(network, data, new TrainingOptions
        {
            Cost = Cost.HalfQuadratic, Optimizer = Optimizer.Parse("adam") with { LearningRate = 0.03 }, Schedule = LearningRateSchedule.Parse("cosine"),
            BatchSize = x.Length, Epochs = Steps, Threads = 1,
        });
    }

    public string Name { get; }

    public int Width { get; }

    public string Activation { get; }

    public double Done => _trainer.State == TrainingState.Running ? (double)_trainer.Step / Steps : 1;

    public void Advance(Slice slice)
    {
        while (_trainer.State == TrainingState.Running && !slice.IsOver)
        {
            long before = _trainer.Step;
            _trainer.TakeSteps(before + 1, Timeout.InfiniteTimeSpan, report => _cost = report.Cost);
            if (_trainer.Step > before) _trainer.EndEpoch(_cost, null);
        }
    }

    public PlaneCurve Result()
    {
        var reference = new ReferenceNetwork<double>(_trainer.Network);
        double[] x = ApproximationExperiment.Places(Places), y = [.. x.Select(_function)];
        double[][] bends = [.. x.Select(at => Bends(reference, at))];
        double bias = reference.Layers[1].Biases[0];
        double[] fit = [.. bends.Select(parts => parts.Sum() + bias)];
        return new PlaneCurve(
            x, y, fit, [.. Enumerable.Range(0, Width).Select(j => (IReadOnlyList<double>)[.. bends.Select(parts => parts[j])])], bias,
            Math.Sqrt(fit.Zip(y, (a, target) => (a - target) * (a - target)).Average()));
    }

    private static double[] Bends(ReferenceNetwork<double> network, double x) =>
        [.. network.Layers[0].Activations(network.Layers[0].WeightedSums([x])).Select((a, j) => a * network.Layers[1].Weights[0, j])];
}
