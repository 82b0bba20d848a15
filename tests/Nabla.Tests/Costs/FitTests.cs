namespace Nabla.Tests;

/// <summary>Whether a network, examples and a cost go together is said once, and everybody says it.</summary>
public class FitTests
{
    // Classes 0 to 3; the network has a fifth output, to which no class belongs.
    private static readonly Dataset Four = TestNetworks.Data(12, classes: 4);

    private static readonly Network Wide = TestNetworks.Make("tanh", "softmax", 2);

    /// <summary>The same examples where a fifth class exists and has none.</summary>
    private static readonly Dataset AsFive = Dataset.FromValues([.. Four.Values], [.. Four.Labels], 11, 5);

    [Fact]
    public void A_network_of_more_outputs_than_classes_is_explained_as_it_is_trained()
    {
        for (int i = 0; i < Four.Count; i++)
        {
            var trace = Backpropagation.Trace(Wide, Four[i], Cost.CrossEntropy);
            var expected = Backpropagation.Trace(Wide, AsFive[i], Cost.CrossEntropy);
            Assert.Equal(expected.Target, trace.Target);
            Assert.Equal(expected.Cost, trace.Cost);
            Assert.Equal(expected.Layers[0].DCdW, trace.Layers[0].DCdW);
            Assert.Equal(expected.Layers[^1].Delta, new Explainer(Wide, Four[i], Cost.CrossEntropy).Layers()[^1].Delta);
        }

        Assert.True(GradientCheck.Run(Wide, Four[0], Cost.CrossEntropy).Agrees);
        Assert.Equal(5, new Explainer(Wide, Four[0], Cost.CrossEntropy).DesiredChanges().Count);
    }

    [Fact]
    public void Its_sensitivity_is_that_of_the_evaluated_cost()
    {
        var sensitivity = Sensitivity.Of(Wide, Four, Cost.CrossEntropy);
        Assert.Equal(Evaluator.Evaluate(Wide, Four, Cost.CrossEntropy).Cost, sensitivity.Cost, 1e-6);
        Assert.Equal(Sensitivity.Of(Wide, AsFive, Cost.CrossEntropy).Length, sensitivity.Length);
        Assert.InRange(AveragingTable.Of(Wide, Four, [0, 3, 5], Cost.CrossEntropy).LargestDifference, 0, 1e-6);
    }

    [Fact]
    public void An_experiment_takes_it()
    {
        var images = Dataset.FromImages(new byte[22], [0, 3], 11, 1, 4);
        Assert.Null(Experiment.All.First(experiment => experiment.Name == "noise").Misfit(new ExperimentData(images, images) { Network = Wide }));
    }

    [Fact]
    public void Everybody_refuses_what_does_not_fit_in_the_same_words()
    {
        var narrow = TestNetworks.Data(3, inputs: 4);
        var many = TestNetworks.Data(3, classes: 7);
        var numbers = Dataset.FromValues(new float[22], new float[8], 11, 4);
        foreach (var (data, start) in new[]
        {
            (narrow, "The network takes 11 inputs, but 'data' has 4; "), (many, "The network has 5 outputs, but 'data' has 7 classes; "),
            (numbers, "The network has 5 outputs, but 'data' has 4 target numbers; "), (Four.Select([]), "'data' has no examples."),
        })
        {
            Says(start, () => _ = new Trainer(Wide, data, new TrainingOptions { Cost = Cost.HalfQuadratic }));
            Says(start, () => _ = new Trainer(Wide, numbersOf(data) ? Five() : Four, new TrainingOptions { Cost = Cost.HalfQuadratic }, validation: data));
            Says(start, () => _ = new Trainer(Wide, Four, new TrainingOptions { Cost = Cost.HalfQuadratic }).Epochs(data).First());
            Says(start, () => _ = Evaluator.Evaluate(Wide, data, Cost.HalfQuadratic));
            Says(start, () => _ = Sensitivity.Of(Wide, data, Cost.HalfQuadratic));
            Says(start, () => _ = AveragingTable.Of(Wide, data, [0], Cost.HalfQuadratic));
            if (!data.IsRegression) Says(start, () => _ = ClassificationReport.Of(Wide, data));
            if (data.Count > 0) Says(start.Replace("'data'", "'the example'", StringComparison.Ordinal), () => _ = Backpropagation.Trace(Wide, data[0], Cost.HalfQuadratic));
        }

        static bool numbersOf(Dataset data) => data.IsRegression;

        static Dataset Five() => Dataset.FromValues(new float[22], new float[10], 11, 5);
    }

    [Fact]
    public void A_cost_that_is_for_classes_is_refused_for_numbers_wherever_it_is_asked_for()
    {
        var numbers = Dataset.FromValues(new float[22], new float[10], 11, 5);
        const string Start = "The cost cross-entropy is for classes, but the targets of 'data' are numbers; ";
        Says(Start, () => _ = new Trainer(Wide, numbers, new TrainingOptions { Cost = Cost.CrossEntropy }));
        Says(Start, () => _ = Evaluator.Evaluate(Wide, numbers, Cost.CrossEntropy));
        Says(Start, () => _ = Sensitivity.Of(Wide, numbers, Cost.CrossEntropy));
    }

    [Fact]
    public void Sizes_that_no_kernel_takes_are_named_before_anything_is_made()
    {
        Assert.Null(Fit.TooLarge([784, 16, 10]));
        Assert.StartsWith("A layer of 784 inputs and 2,000,000,000 neurons is too wide", Fit.TooLarge([784, 2_000_000_000, 10])?.ToString(), StringComparison.Ordinal);
        int[] tall = [20_000, 20_000, 20_000, 20_000, 20_000, 20_000, 20_000];
        Assert.Equal("A network of 2,400,120,000 weights and biases is too large: 2,147,483,647 are the most.", Fit.TooLarge(tall)?.ToString());
        Says("A network of 2,400,120,000 weights", () => new RunConfiguration { Hidden = [.. tall[1..^1]] }
            .CreateNetwork(Dataset.FromValues(new float[20_000], [0], 20_000, 20_000)));
    }

    private static void Says(string start, Action action)
    {
        var error = Assert.IsType<ArgumentException>(Assert.ThrowsAny<ArgumentException>(action), exactMatch: false);
        Assert.StartsWith(start, error.Message, StringComparison.Ordinal);
    }
}
