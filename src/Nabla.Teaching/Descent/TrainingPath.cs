namespace Nabla.Descent;

/// <summary>
/// The way of a network's parameters during training, written down every few steps: the careful hiker who looks at all
/// examples before each step, or the hurried one who looks at a few.
/// </summary>
public sealed class TrainingPath
{
    private TrainingPath(Network start, TrainingOptions options, int examples)
    {
        Start = start;
        BatchSize = Math.Min(options.BatchSize, examples);
        Name = BatchSize == examples ? "full batch" : BatchSize == 1 ? "single examples" : $"mini-batches of {BatchSize}";
    }

    /// <summary>What it is, such as <c>mini-batches of 100</c>.</summary>
    public string Name { get; }

    /// <summary>Examples looked at before each step.</summary>
    public int BatchSize { get; }

    /// <summary>The steps after which the parameters were written down, from 0.</summary>
    public IReadOnlyList<long> Steps => _steps;

    /// <summary>The cost of the whole data at each of them.</summary>
    public IReadOnlyList<double> Costs => _costs;

    /// <summary>Whether it left the range of numbers before all steps were done.</summary>
    public bool Diverged { get; private set; }

    /// <summary>The steps that it has taken.</summary>
    internal long Taken { get; private set; }

    /// <summary>Time in training steps.</summary>
    public TimeSpan TrainingTime { get; private set; }

    /// <summary>The network as it was at the start.</summary>
    public Network Start { get; }

    /// <summary>The parameters at each of the steps.</summary>
    internal List<float[]> Points { get; } = [];

    private const int MostSteps = 1_000_000;

    private readonly List<long> _steps = [];
    private readonly List<double> _costs = [];

    /// <summary>Trains a copy of a network and writes down its way.</summary>
    /// <param name="start">The network to start from; it is not changed.</param>
    /// <param name="data">The examples.</param>
    /// <param name="options">How it is trained; the number of epochs is made to fit the steps.</param>
    /// <param name="steps">Steps of gradient descent, 1 to 1,000,000.</param>
    /// <param name="every">Steps between two places that are written down.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="TrainingOptionsException">The options do not make sense.</exception>
    public static TrainingPath Record(
        Network start, Dataset data, TrainingOptions options, int steps, int every, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, MostSteps);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        TrainingPath? path = null;
        foreach (var recorded in Recording(start, data, options, steps, step => step % every == 0))
        {
            cancellation.ThrowIfCancellationRequested();
            path = recorded;
        }

        return path!;
    }

    /// <summary>As <see cref="Record"/>, step after step: the same path at the start and after each of them, as far as it has come.</summary>
    internal static IEnumerable<TrainingPath> Recording(Network start, Dataset data, TrainingOptions options, int steps, Predicate<long> isNoted)
    {
        var trainer = new Trainer(start.Clone(), data, options with { Epochs = steps });
        var path = new TrainingPath(start.Clone(), options, data.Count);
        var evaluator = new Evaluator(start, options.Cost);
        path.Note(0, start, evaluator, data);
        yield return path;
        foreach (var batch in trainer.BatchesIfAny().Take(steps))
        {
            if (isNoted(batch.Step) || batch.Step == steps) path.Note(batch.Step, trainer.Network, evaluator, data);
            (path.Taken, path.TrainingTime) = (batch.Step, trainer.TrainingTime);
            yield return path;
        }

        path.Diverged = trainer.State == TrainingState.Diverged;
        yield return path;
    }

    private void Note(long step, Network network, Evaluator evaluator, Dataset data)
    {
        double cost = evaluator.Run(network, data).Cost;
        if (!double.IsFinite(cost)) return;
        _steps.Add(step);
        _costs.Add(cost);
        Points.Add(ParameterVector.Of(network));
    }
}
