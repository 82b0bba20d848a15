namespace Nabla.Experiments;

/// <summary>What an experiment works with while it runs: its data, training, and telling how far it is.</summary>
internal sealed class Workbench(
    ExperimentSettings settings, ExperimentData? data, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
{
    private int _parts = 1;
    private int _part = -1;
    private Said _doing = $"";
    private readonly List<Said> _networks = [];
    private readonly List<string> _costs = [], _rates = [], _sizes = [], _epochs = [];

    /// <summary>The examples to learn from.</summary>
    public Dataset Train { get; } = data?.Train.Take(((DataExperimentSettings)settings).Examples)!;

    /// <summary>The examples to be tested on.</summary>
    public Dataset Test { get; } = data?.Test.Take(((DataExperimentSettings)settings).TestExamples)!;

    /// <summary>A network that is trained already.</summary>
    public Network? Network => data?.Network;

    /// <summary>Notes what is worked with, for <see cref="Setup"/>.</summary>
    public void Note(Network network, Cost? cost = null, TrainingOptions? options = null)
    {
        string activations = string.Join(", ", network.Layers.Select(layer => layer.Activation.Name).Distinct());
        Add<Said>(_networks, $"{string.Join('-', network.Sizes)} ({activations}), parameters: {network.ParameterCount:N0}");
        if (cost is not null) Add(_costs, $"{cost.Name} {cost.Formula}");
        if (options is null) return;
        Add(_rates, Words.Given(options.Optimizer.LearningRate));
        Add(_sizes, Words.Count(options.BatchSize));
        Add(_epochs, Words.Count(options.Epochs));

        static void Add<T>(List<T> to, T what)
        {
            if (!to.Contains(what)) to.Add(what);
        }
    }

    /// <summary>What was worked with, in words: networks, costs, training and data.</summary>
    public Said Setup()
    {
        var parts = new List<Said>();
        if (_networks.Count > 0) parts.Add($"Network: {(_networks.Count < 3 ? Said.Join(_networks, (a, b) => $"{a}; {b}") : (Said)$"{_networks[0]} … {_networks[^1]}")}.");
        if (_costs.Count > 0) parts.Add($"Cost: {string.Join("; ", _costs)}.");
        if (_rates.Count > 0)
            parts.Add($"Training: η = {List(_rates)}; mini-batches of {List(_sizes)}; epochs: {List(_epochs)}; seeds: {List([.. settings.Seeds.Select(seed => $"{seed}")])}.");
        if (Train is not null)
        {
            parts.Add(Train.Count == 1 ? (Said)$"Data: {Name}, {Words.Count(Test.Count)} to be tested on."
                : Test.Count == 1 ? (Said)$"Data: {Name}, {Words.Count(Train.Count)} to learn from."
                : $"Data: {Name}, {Words.Count(Train.Count)} to learn from, {Words.Count(Test.Count)} to be tested on.");
        }

        return Said.Join(parts, (a, b) => $"{a} {b}");

        static string List(IReadOnlyList<string> values) => values.Count < 8 ? string.Join(", ", values) : $"{values[0]} … {values[^1]}";
    }

    private Said Name => Train.Name == "built-in digits" ? (Said)$"built-in digits" : $"{Printable.Path(Train.Name)}";

    /// <summary>Says of how many parts the work is made.</summary>
    public void Expect(int parts) => _parts = parts;

    /// <summary>Begins the next part.</summary>
    public void Begin(Said doing)
    {
        _part++;
        _doing = doing;
        Report(0);
    }

    /// <summary>Begins the part of one seed.</summary>
    public void Begin(Said doing, ulong seed) => Begin(settings.Seeds.Count == 1 ? doing : $"{doing}, seed {seed}");

    /// <summary>Tells which part of the present part is done, and stops where that was asked for.</summary>
    public void Report(double done)
    {
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new ExperimentProgress(Math.Min(1, (_part + done) / _parts), _doing));
    }

    /// <summary>A new network for the data: the hidden layers, then an output for each class.</summary>
    public Network Create(ulong seed, IEnumerable<int> hidden, Activation activation, Activation output, Initializer? initializer = null) =>
        Network.Create(
            Train.Inputs, seed,
            [.. hidden.Select(neurons => new Dense(neurons, activation, initializer)), new Dense(Train.Classes, output, initializer)]);

    /// <summary>The network of the lectures, 784-16-16-10 on their data: sigmoid throughout.</summary>
    public Network CreateLecture(ulong seed) => Create(seed, [16, 16], Activation.Sigmoid, Activation.Sigmoid);

    /// <summary>Trains once for each seed; a part of the work each.</summary>
    /// <param name="name">What sets it apart.</param>
    /// <param name="setUp">Makes what a seed trains.</param>
    /// <param name="pointsPerEpoch">How often it is looked at in an epoch; less often where there are not so many steps.</param>
    public LearningRun Learn(Said name, Func<ulong, LearningTask> setUp, int pointsPerEpoch = 1)
    {
        var curves = new List<LearningCurve>();
        var ends = new List<LearningEnd>();
        foreach (ulong seed in settings.Seeds)
        {
            Begin(name, seed);
            var (curve, diverged, seconds) = Learn(setUp(seed), pointsPerEpoch);
            curves.Add(curve);
            ends.Add(new LearningEnd(seed, curve.End, diverged, seconds));
        }

        return new LearningRun(name, LearningCurve.Mean(curves), ends);
    }

    /// <summary>Trains a network in place, and looks at it on the way.</summary>
    /// <param name="task">What to train.</param>
    /// <param name="pointsPerEpoch">How often to look at it in an epoch; less often where there are not so many steps.</param>
    /// <param name="look">Called at each of these moments, when the network is as far as the point says.</param>
    public (LearningCurve Curve, bool Diverged, double Seconds) Learn(
        LearningTask task, int pointsPerEpoch = 1, Action<LearningPoint>? look = null)
    {
        var (network, train, options) = task;
        Note(network, options.Cost, options);

        // One thread: experiments are small, and their times shall not depend on what else the machine does.
        var trainer = new Trainer(network, train, options with { Threads = 1 });
        var evaluator = new Evaluator(network, options.Cost);
        int every = Math.Max(1, trainer.StepsPerEpoch / pointsPerEpoch);
        long steps = (long)options.Epochs * trainer.StepsPerEpoch;
        var points = new List<LearningPoint> { Look() };
        look?.Invoke(points[0]);
        foreach (var batch in trainer.BatchesIfAny())
        {
            if (batch.Step % every != 0 && batch.Step != steps) continue;
            Report((double)batch.Step / steps);
            var point = Look();
            if (!double.IsFinite(point.TrainCost) || !double.IsFinite(point.TestCost))
                return (new LearningCurve(points), true, trainer.TrainingTime.TotalSeconds);
            points.Add(point);
            look?.Invoke(point);
        }

        return (new LearningCurve(points), trainer.State == TrainingState.Diverged, trainer.TrainingTime.TotalSeconds);

        LearningPoint Look()
        {
            var (onTrain, onTest) = (evaluator.Run(trainer.Network, train), evaluator.Run(trainer.Network, Test));
            return new LearningPoint(
                Epoch: (double)trainer.Step / trainer.StepsPerEpoch,
                Step: trainer.Step,
                TrainCost: onTrain.Cost,
                TrainAccuracy: onTrain.Accuracy,
                TestCost: onTest.Cost,
                TestAccuracy: onTest.Accuracy);
        }
    }
}

/// <summary>A training to be done.</summary>
/// <param name="Network">The network, trained in place.</param>
/// <param name="Data">The examples to learn from.</param>
/// <param name="Options">How.</param>
internal sealed record LearningTask(Network Network, Dataset Data, TrainingOptions Options);
