namespace Nabla.Browser;

/// <summary>A run: what it was asked to be, its data and its time.</summary>
internal sealed class Run
{
    // More would neither fit a page's memory nor be waited for.
    private const long MostParameters = 5_000_000;
    private const int PointsPerEpoch = 100;

    private readonly MemoryKeyframes _keyframes;
    private Network? _untrained;

    private Run(RunConfiguration configuration, Dataset train, Dataset test)
    {
        Configuration = configuration;
        Test = test;
        MemoryKeyframes? keyframes = null;
        Live = new LiveRun(configuration, train, test, stepsPerEpoch => keyframes = new MemoryKeyframes(stepsPerEpoch));
        _keyframes = keyframes!;
        Curve = new CostCurve(Math.Max(1, StepsPerEpoch / PointsPerEpoch));
        Live.Stepped = Curve.Add;
    }

    public RunConfiguration Configuration { get; }

    public LiveRun Live { get; }

    public CostCurve Curve { get; }

    public IEnumerable<EpochPoint> Epochs => Live.Epochs.Select(line => EpochPoint.Of(line, Train.Count));

    public int StepsPerEpoch => Live.Trainer.StepsPerEpoch;

    public Dataset Train => Live.Trainer.Data;

    public Dataset Test { get; }

    /// <summary>The network as it is before its first step.</summary>
    public Network Untrained => _untrained ??= Configuration.CreateNetwork(Train);

    public Cost Cost => Configuration.Training.Cost;

    public static RunCheck Check(Func<RunConfiguration> wanted, DataShelf shelf)
    {
        try
        {
            var configuration = On(shelf, wanted());
            var problems = Problems(configuration, shelf, out var data);
            return new RunCheck(
                RunName.Of(configuration), problems, configuration.Data, configuration.TrainExamples, configuration.TestExamples, data is not null,
                configuration.Settings().ToDictionary(StringComparer.Ordinal),
                [.. RunChoice.Settings.Where(setting => setting.BelongsTo(configuration)).Select(setting => setting.Name)]);
        }
        catch (FormatException error)
        {
            return new RunCheck(null, [Said.Of(error)], null, null, null, false, new Dictionary<string, string>(), []);
        }
    }

    public static Run Start(string name, DataShelf shelf)
    {
        var configuration = On(shelf, RunName.Parse(name));
        var problems = Problems(configuration, shelf, out var data);
        if (problems.Count > 0) throw new TrainingOptionsException(problems);
        if (data is null) throw Refusal.Operation($"The data '{configuration.Data}' that the run learns from are not here yet.");
        return new Run(configuration, data.Value.Train, data.Value.Test);
    }

    public RunInfo Info
    {
        get
        {
            var network = Live.Trainer.Network;
            return new RunInfo(
                Name: RunName.Of(Configuration),
                Settings: Configuration.Settings().ToDictionary(StringComparer.Ordinal),
                Sizes: network.Sizes,
                Activations: [.. network.Layers.Select(layer => layer.Activation.Name)],
                Cost: Cost.Name,
                CostFormula: Cost.Formula,
                Optimizer: Configuration.Training.Optimizer.Name,
                LearningRate: Configuration.Training.Optimizer.LearningRate,
                Parameters: [.. network.Layers.Select(layer => new LayerParameters(layer.Weights.Length, layer.Biases.Length))],
                ParameterCount: network.ParameterCount,
                TrainExamples: Train.Count,
                TestExamples: Test.Count,
                Width: Train.Width,
                Height: Train.Height,
                Classes: Train.Classes,
                BatchSize: Math.Min(Configuration.Training.BatchSize, Train.Count),
                StepsPerEpoch: StepsPerEpoch,
                Epochs: Configuration.Training.Epochs,
                Steps: Live.Steps,
                StepsPerPoint: Curve.StepsPerPoint);
        }
    }

    /// <summary>What it knows of itself, with as many keyframes as may be in so many bytes; the last always.</summary>
    public RunMemory Remember(long mostBytes)
    {
        // Where it stands is where somebody may want to come back to.
        if (Live.Step == Live.Reached && Live.Step > 0 && !Live.IsJudging) _keyframes.Add(Live.Trainer.Capture());
        var keyframes = _keyframes.Few(mostBytes, Live.Reached);
        if (keyframes.Count == 0) throw Refusal.Operation($"There is nothing to remember of the run yet: it has come to no step.");
        return new RunMemory
        {
            Run = RunName.Of(Configuration),
            Reached = Live.Reached,
            End = Live.End,
            HasDiverged = Live.HasDiverged,
            Epochs = Live.Epochs,
            Costs = [.. Curve.Points.Select(point => point.Cost)],
            StepsPerPoint = Curve.StepsPerPoint,
            CostsReached = Curve.Reached,
            CostsRest = Curve.Rest,
            Keyframes = keyframes,
        };
    }

    /// <summary>Knows from now on what the same run remembered.</summary>
    public void Recall(RunMemory memory)
    {
        string name = RunName.Of(Configuration);
        if (memory.Run != name) throw Refusal.Data($"What was remembered is of the run '{Printable.Path(memory.Run)}', not of '{Printable.Path(name)}'.");
        if (memory.StepsPerPoint != Curve.StepsPerPoint || !memory.IsOf(Live)) throw Refusal.Data($"What was remembered of the run says what it could not have come to.");
        Curve.Recall(memory.Costs, memory.CostsReached, memory.CostsRest);
        Live.Recall(memory.Keyframes, memory.Epochs, memory.Reached, memory.End, memory.HasDiverged);
    }

    /// <summary>Whether another run is this one, but for the number of its examples.</summary>
    public bool IsLike(RunConfiguration other) => RunName.Of(Configuration)
        == RunName.Of(other with { TrainExamples = Configuration.TrainExamples, TestExamples = Configuration.TestExamples });

    // The name says how many digits there are, as there could always be more.
    private static RunConfiguration On(DataShelf shelf, RunConfiguration configuration)
    {
        string data = configuration.Data.ToLowerInvariant();
        if (data == "auto") data = shelf.Usual;
        configuration = configuration with { Data = data, Training = configuration.Training with { Threads = 1 } };
        return data != DataShelf.Digits ? configuration : configuration with
        {
            TrainExamples = configuration.TrainExamples ?? 60_000,
            TestExamples = configuration.TestExamples ?? 10_000,
        };
    }

    private static IReadOnlyList<Said> Problems(RunConfiguration configuration, DataShelf shelf, out (Dataset Train, Dataset Test)? data)
    {
        data = null;
        if (configuration.Data != DataShelf.Digits && !DataShelf.Published.Contains(configuration.Data))
            return [$"The page cannot get the data '{configuration.Data}'; choose one of {Said.Names([DataShelf.Digits, .. DataShelf.Published])}."];
        int[] sizes = [784, .. configuration.Hidden, 10];
        long parameters = sizes.Zip(sizes.Skip(1), (inputs, neurons) => (inputs + 1L) * neurons).Sum();
        if (parameters > MostParameters)
            return [$"The network would have {parameters:N0} weights and biases, more than the {MostParameters:N0} that the page takes; make its hidden layers smaller."];

        data = shelf.Find(configuration.Data, configuration.TrainExamples, configuration.TestExamples);
        return data is null ? [] : configuration.Training.Problems(configuration.CreateNetwork(data.Value.Train), data.Value.Train);
    }
}
