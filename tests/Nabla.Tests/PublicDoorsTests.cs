namespace Nabla.Tests;

/// <summary>Whatever shapes the public doors are given: right, or an <see cref="ArgumentException"/> of one line.</summary>
public class PublicDoorsTests
{
    private static readonly Network[] Networks =
    [
        TestNetworks.Make("tanh", "softmax", 2), TestNetworks.Make("relu", "sigmoid", 3), TestNetworks.Make("tanh", "identity", 1),
        Network.Create(1, 1, new Dense(1, Activation.Sigmoid)), Network.Create(11, 1, new Dense(70, Activation.Relu), new Dense(4, Activation.Softmax)),
    ];

    private static readonly Dataset[] Sets =
    [
        TestNetworks.Data(6), TestNetworks.Data(6, inputs: 4), TestNetworks.Data(6, inputs: 12), TestNetworks.Data(3, classes: 7), TestNetworks.Data(3, classes: 1),
        TestNetworks.Data(2).Select([]), Dataset.FromValues(new float[22], new float[10], 11, 5), Dataset.FromValues(new float[22], new float[2], 11, 1),
        Dataset.FromImages(new byte[22], [4, 0], 11, 1, 5), Dataset.FromImages(new byte[4], [0, 1], 2, 1, 2), null!,
    ];

    private static readonly int[] Numbers = [int.MinValue, -1, 0, 1, 3, 5, 11, 12, int.MaxValue];

    private static readonly Cost[] Costs = [.. Cost.All, null!];

    [Fact]
    public void Networks_data_and_costs_that_do_not_fit()
    {
        foreach (var network in Networks.Append(null!))
        {
            foreach (var data in Sets)
            {
                foreach (var cost in Costs)
                {
                    var options = new TrainingOptions { Cost = cost, Optimizer = new Sgd(0.1), Epochs = 1, BatchSize = 2, Threads = 1 };
                    Try(() => _ = new Trainer(network, data, options).Batches().Count());
                    Try(() => _ = new Trainer(network, data, options).Examples().Count());
                    Try(() => _ = LearningRateFinder.Run(network, data, options, steps: 20));
                    Try(() => _ = TrainingPath.Record(network, data, options, 2, 1));
                    Try(() => _ = Evaluator.Evaluate(network, data, cost));
                    Try(() => _ = Sensitivity.Of(network, data, cost));
                    Try(() => _ = AveragingTable.Of(network, data, [0], cost));
                    Try(() => _ = CostSlice.Of(ParameterPlane.Random(network, 1, 1), data, cost, [0]));
                    Try(() => _ = ClassificationReport.Of(network, data));
                    foreach (var other in Sets)
                    {
                        Try(() => _ = new Trainer(network, data, options, validation: other).Epochs(other).Count());
                        if (HasExamples(data)) Try(() => _ = Backpropagation.Trace(network, data[0], cost));
                        Try(() => new Evaluator(Networks[0], cost).Run(network, other));
                    }
                }
            }
        }
    }

    [Fact]
    public void Networks_that_do_not_fit_each_other()
    {
        foreach (var one in Networks)
        {
            foreach (var other in Networks.Append(null!))
            {
                Try(() => one.Clone().CopyFrom(other));
                Try(() => _ = ParameterPlane.Through(one, other));
                Try(() => _ = ParameterPlane.Through(one, other, other));
                foreach (var cost in Costs)
                {
                    var state = new TrainerState { Network = one, LastGood = other!, OptimizerStates = [other!, one], Epoch = 1, Start = 0, Step = 0 };
                    Try(() => _ = Trainer.Resume(state, Sets[0], new TrainingOptions { Cost = cost, Optimizer = new Adam(0.1), Epochs = 1 }).Batches().Count());
                }
            }
        }
    }

    [Fact]
    public void Places_that_there_are_not()
    {
        var network = Networks[0];
        var gradient = Backpropagation.Gradient<float>(network, [Sets[0][0]], Cost.CrossEntropy);
        var explainer = new Explainer(network, Sets[0][0], Cost.CrossEntropy);
        foreach (int a in Numbers)
        {
            Try(() => _ = network.Layers[0].Row(a).Length);
            Try(() => _ = Sets[0].Take(a));
            Try(() => _ = explainer.Wishes(a));
            Try(() => _ = AveragingTable.Of(network, Sets[0], [a], Cost.CrossEntropy));
            foreach (int b in Numbers)
            {
                Try(() => _ = network.Layers[0][a, b]);
                Try(() => _ = new Parameter(a, b).In(network));
                Try(() => _ = gradient[new Parameter(a, b)]);
                Try(() => _ = explainer.Avenues(a, b));
                foreach (int c in Numbers)
                {
                    Try(() => _ = new Parameter(a, b, c).In(network));
                    Try(() => _ = gradient[new Parameter(a, b, c)]);
                    Try(() => _ = explainer.Chain(a, b, c));
                }
            }
        }
    }

    [Fact]
    public void Sizes_at_and_beyond_the_limits()
    {
        int[] sizes = [int.MinValue, -1, 0, DenseLayer.MostNeurons + 1, int.MaxValue];
        foreach (int size in sizes)
        {
            Assert.ThrowsAny<ArgumentException>(() => new DenseLayer(size, 1, Activation.Relu));
            Assert.ThrowsAny<ArgumentException>(() => new DenseLayer(1, size, Activation.Relu));
            Assert.ThrowsAny<ArgumentException>(() => Network.Create(3, 1, new Dense(size, Activation.Relu)));
        }

        string message = Assert.Throws<ArgumentException>(() => Network.Create(784, 1, new Dense(2_000_000_000, Activation.Relu))).Message;
        Assert.Equal($"A layer of 784 inputs and 2,000,000,000 neurons is too wide: {DenseLayer.MostNeurons:N0} of each are the most. Make it narrower.", message);
        message = Assert.Throws<ArgumentException>(() => new DenseLayer(32768, 16384, Activation.Relu)).Message;
        Assert.Contains($"takes 536,870,912 numbers, both filled up to multiples of 16: {DenseLayer.MostWeights:N0} are the most", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new DenseLayer(4_000_000, 129, Activation.Relu));
        Assert.ThrowsAny<ArgumentException>(() => Network.Create(2, 1, (Dense)null!));
        Assert.ThrowsAny<ArgumentException>(() => new Network([null!]));
        Assert.ThrowsAny<ArgumentException>(() => new Predictor(Networks[0]).Classify(new float[10]));
        Assert.ThrowsAny<ArgumentException>(() => new Predictor(Networks[0]).Classify(new byte[12]));
        Assert.ThrowsAny<ArgumentException>(() => Evaluator.Evaluate(Networks[0], Sets[0], Cost.CrossEntropy).Mistakes(Sets[3]).Count());
    }

    [Fact]
    public void Options_that_are_missing()
    {
        foreach (var options in (TrainingOptions[])[new() { Cost = null! }, new() { Optimizer = null! }, new() { Schedule = null! }])
            Assert.Single(Assert.Throws<TrainingOptionsException>(() => new Trainer(Networks[0], Sets[0], options)).Problems);
    }

    private static bool HasExamples(Dataset? data) => data is { Count: > 0 };

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (TrainingOptionsException error)
        {
            Assert.NotEmpty(error.Problems);
            Assert.All(error.Problems, problem => Assert.DoesNotContain('\n', problem.ToString()));
        }
        catch (ArgumentException error)
        {
            Assert.DoesNotContain('\n', error is ArgumentOutOfRangeException ? "" : error.Message);
        }
    }
}
