namespace Nabla.Browser;

/// <summary>A network with two inputs, its points and its training.</summary>
internal sealed class PlaneRoom
{
    private const int MostPoints = 1000, MostTerms = 10;

    private readonly IReadOnlyList<Func<double, double, double>> _features;
    private readonly PlanePoint[] _trainPoints, _testPoints;
    private readonly Dataset _train;
    private readonly Dataset? _test;
    private readonly RunConfiguration _configuration;
    private readonly Trainer _trainer;
    private readonly Evaluator _evaluator;
    private readonly PlanePicture _picture;
    private double _epochCost;
    private int _epochSteps;

    public PlaneRoom(PlaneTask task)
    {
        _features = PlaneFeatures.Named(task.Features);
        _configuration = new RunConfiguration { Activation = Activation.Tanh, Initializer = Activation.Tanh.UsualInitializer }
            .Complete(task.Training, $"the settings");
        var (points, classes) = task.Set == "own" ? Own(task) : PlanePoints.Make(task.Set, task.Noise, _configuration.Training.Seed);
        Classes = classes;
        int test = (int)Math.Round(Math.Clamp(task.TestPart, 0, 0.9) * points.Length);
        (_trainPoints, _testPoints) = (points[test..], points[..test]);
        if (_trainPoints.Length == 0) throw Refusal.Argument($"There are no points to learn from yet; put some into the plane.");

        var output = OutputFor(_configuration.Training.Cost);
        _configuration = _configuration with { OutputActivation = output, Training = _configuration.Training with { Epochs = 1_000_000, Threads = 1 } };
        IsSingle = Classes == 0 || (Classes == 2 && output.IsElementwise);
        (_train, _test) = (DataOf(_trainPoints), test == 0 ? null : DataOf(_testPoints));
        _trainer = _configuration.CreateTrainer(_train);
        _evaluator = new Evaluator(_trainer.Network, Cost);
        _picture = new PlanePicture(_trainer.Network, _features);
    }

    /// <summary>How many classes there are; 0 where values are learned.</summary>
    public int Classes { get; }

    /// <summary>Whether one output stands for everything: a value, or two classes as its two ends.</summary>
    public bool IsSingle { get; }

    public Network Network => _trainer.Network;

    public Cost Cost => _configuration.Training.Cost;

    /// <summary>How often the network has changed.</summary>
    public int Changes { get; private set; }

    public PlaneInfo Info() => new(
        _trainPoints, _testPoints, Classes, Network.Sizes, _configuration.Activation.Name, _configuration.OutputActivation.Name, Cost.Name, _trainer.StepsPerEpoch,
        IsSingle && Classes > 0 ? Middle : null, Network.Layers.SkipLast(1).All(layer => layer.Activation.IsLinear));

    /// <summary>Trains on until a step, until the cost of the points to learn from is as low as is wanted after an epoch, or until the slice is over.</summary>
    public PlaneProgress Advance(long until, double untilCost, Slice slice)
    {
        bool isThere = false;
        while (_trainer.State == TrainingState.Running && _trainer.Step < until && !isThere)
        {
            long before = _trainer.Step;
            Changes++;
            _trainer.TakeSteps(until, slice.Left, report => (_epochCost, _epochSteps) = (_epochCost + report.Cost, _epochSteps + 1));
            if (_trainer.Step > before && _trainer.Step % _trainer.StepsPerEpoch == 0 && _trainer.State == TrainingState.Running)
            {
                _trainer.EndEpoch(_epochCost / _epochSteps, null);
                (_epochCost, _epochSteps) = (0, 0);
                isThere = untilCost > 0 && _evaluator.Run(Network, _train).Cost <= untilCost;
            }

            if (slice.IsOver) break;
        }

        return Progress(isThere || _trainer.Step >= until);
    }

    public PlaneProgress Progress(bool isThere = false)
    {
        var (trainCost, trainAccuracy) = Judge(_train, _trainPoints)!.Value;
        var test = _test is null ? null : Judge(_test, _testPoints);
        return new PlaneProgress(
            _trainer.Step, trainCost, test?.Cost, trainAccuracy, test?.Accuracy, _trainer.TrainingTime.TotalSeconds, isThere,
            _trainer.State == TrainingState.Diverged);
    }

    /// <summary>What the network gives all over the plane (see <see cref="PlanePicture"/>); then layer by layer weights, biases, and the mean of their derivatives.</summary>
    public float[] Frame(int size, int small)
    {
        int length = _picture.Length(size, small);
        float[] frame = new float[length + 2 * Network.ParameterCount];
        _picture.Draw(size, small, frame.AsSpan(0, length));
        var derivatives = DataGradient.Of(Network, _train, Cost, default).Derivatives;
        int at = length;
        foreach (var (own, slopes) in Network.Layers.Zip(derivatives.Layers))
        {
            foreach (var part in new[] { own.Weights.ToArray(), own.Biases.ToArray(), slopes.Weights.ToArray(), slopes.Biases.ToArray() })
            {
                part.CopyTo(frame, at);
                at += part.Length;
            }
        }

        return frame;
    }

    public float[] Features(int size) => _picture.Features(size);

    public void Set(Parameter parameter, double value)
    {
        parameter.Put(Network, (float)value);
        Changes++;
    }

    public PlanePass Pass(PlanePoint point)
    {
        var explainer = new Explainer(Network, ExampleOf(point), Cost);
        return new PlanePass(
            explainer.At(1).Input, explainer.Target, explainer.Value,
            [.. explainer.Layers().Select(l => LayerView.Of(l, isJudged: true))]);
    }

    /// <summary>What the next step does to a parameter, found out by taking it in a copy.</summary>
    public PlaneUpdate Update(Parameter parameter)
    {
        double before = parameter.In(Network);
        var twin = Trainer.Resume(_trainer.Capture(), _train, _configuration.Training);
        int[] next = twin.NextExamples().ToArray();
        var gradient = DataGradient.Of(Network, _train, Cost, default, next).Derivatives;
        double rate = twin.LearningRate;
        twin.TakeSteps(twin.Step + 1, Timeout.InfiniteTimeSpan, null);
        var options = _configuration.Training;
        return new PlaneUpdate(
            before, parameter.In(gradient), rate, parameter.In(twin.Network), next.Length,
            options.Optimizer.IsPlain && options.L1 == 0 && (options.L2 == 0 || parameter.Input is null) && options.DropOut == 0,
            [.. next.Take(MostTerms).Select(i => Term(_train[i], _trainPoints[i], parameter))]);
    }

    public StepContrast Contrast(Parameter parameter) => new(Network, _train, Cost, parameter);

    public PlaneCollapse Collapse()
    {
        var layers = Network.Layers.Select((layer, l) => l < Network.Layers.Count - 1 ? layer : Linear(layer)).ToList();
        Network stack = new(layers), single = LinearCollapseExperiment.MultipliedOut(stack);
        var one = new ReferenceNetwork<double>(single);
        var all = new ReferenceNetwork<double>(stack);
        const int Side = 13;
        double difference = Enumerable.Range(0, Side * Side).Max(i =>
        {
            double[] input = [.. PlaneFeatures.Of(_features, i % Side - PlanePoints.Reach, i / Side - PlanePoints.Reach).Select(x => (double)x)];
            return one.Output(input).Zip(all.Output(input), (a, b) => Math.Abs(a - b)).Max();
        });
        return new PlaneCollapse(
            [.. Enumerable.Range(0, single.Outputs).Select(j => (IReadOnlyList<double>)[.. single.Layers[0].Row(j).ToArray().Select(w => (double)w)])],
            [.. single.Layers[0].Biases.ToArray().Select(b => (double)b)], difference);

        static DenseLayer Linear(DenseLayer layer)
        {
            var copy = new DenseLayer(layer.Inputs, layer.Outputs, Activation.Identity);
            layer.Weights.CopyTo(copy.Weights);
            layer.Biases.CopyTo(copy.Biases);
            return copy;
        }
    }

    private PlaneTerm Term(Example example, PlanePoint point, Parameter parameter)
    {
        var layers = new Explainer(Network, example, Cost).Layers();
        double a = parameter.Input is not { } k ? 1 : parameter.Layer == 1 ? example.Input[k] : layers[parameter.Layer - 2].A[k];
        double delta = layers[parameter.Layer - 1].Delta[parameter.Neuron];
        return new PlaneTerm(point.X, point.Y, a, delta, a * delta);
    }

    /// <summary>What a single output gives where it is torn, at z = 0.</summary>
    private double Middle => _configuration.OutputActivation.At(0);

    private static (PlanePoint[] Points, int Classes) Own(PlaneTask task)
    {
        if (task.Own.Count > MostPoints) throw Refusal.Argument($"There are {task.Own.Count} points; {MostPoints} are the most.");
        if (task.Own.FirstOrDefault(point => !double.IsFinite(point.X + point.Y + point.Value)) is not null)
            throw Refusal.Argument($"A coordinate or value of a point is no number.");
        int classes = task.OwnValues ? 0 : Math.Max(2, (int)task.Own.Select(point => point.Value).DefaultIfEmpty(0).Max() + 1);
        var points = task.Own.ToArray();
        new Rng(task.Training.TryGetValue("seed", out string? seed) && ulong.TryParse(seed, out ulong number) ? number : 1, RngStream.PlanePoints).Shuffle<PlanePoint>(points);
        return (points, classes);
    }

    private Activation OutputFor(Cost cost) => cost.OutputActivation is { } needed && Classes > 0 ? needed
        : Classes == 0 ? cost.OutputActivation is null
            ? Activation.Identity
            : throw Refusal.Argument($"The cost {cost} is for classes, but here values are learned; choose {Cost.HalfQuadratic}.")
        : Classes == 2 ? Activation.Tanh
        : Activation.Sigmoid;

    private Dataset DataOf(IReadOnlyList<PlanePoint> points)
    {
        float[] inputs = [.. points.SelectMany(point => PlaneFeatures.Of(_features, point.X, point.Y))];
        return IsSingle
            ? Dataset.FromValues(inputs, [.. points.Select(TargetOf)], _features.Count, 1)
            : Dataset.FromValues(inputs, [.. points.Select(point => (int)point.Value)], _features.Count, Classes);
    }

    private float TargetOf(PlanePoint point) => Classes == 0 ? (float)point.Value : Middle == 0 ? (float)(2 * point.Value - 1) : (float)point.Value;

    private Example ExampleOf(PlanePoint point)
    {
        float[] input = PlaneFeatures.Of(_features, point.X, point.Y);
        if (IsSingle) return new Example(input, [TargetOf(point)], -1);
        float[] target = new float[Classes];
        target[(int)point.Value] = 1;
        return new Example(input, target, (int)point.Value);
    }

    private (double? Cost, double? Accuracy)? Judge(Dataset data, PlanePoint[] points)
    {
        int outputs = Network.Outputs;
        float[] given = new float[data.Count * outputs];
        var evaluation = _evaluator.Run(Network, data, given);
        double? accuracy = Classes == 0 ? null
            : (double)Enumerable.Range(0, points.Length).Count(i => (IsSingle ? given[i] > Middle ? 1 : 0 : evaluation.Predictions[i]) == (int)points[i].Value) / points.Length;
        return (double.IsFinite(evaluation.Cost) ? evaluation.Cost : null, accuracy);
    }
}
