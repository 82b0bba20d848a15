namespace Nabla.Tests;

/// <summary>Outputs that are not numbers: nothing was seen, whichever of them it is.</summary>
public sealed class UnansweredTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void One_output_that_is_not_a_number_is_no_answer(int output)
    {
        var network = Network.Create(2, 1, new Dense(3, Activation.Identity, Initializer.Xavier));
        network.Layers[0].Biases[output] = float.NaN;
        var data = Dataset.FromValues([0, 1, 1, 0, 1, 1], [0, 1, 2], inputs: 2, classes: 3);

        var evaluation = Evaluator.Evaluate(network, data, Cost.Quadratic);

        Assert.Equal(3, evaluation.Unanswered);
        Assert.Equal([-1, -1, -1], evaluation.Predictions);
        Assert.All(evaluation.Confidences, confidence => Assert.True(float.IsNaN(confidence)));
        Assert.Equal(0, evaluation.Correct);
        Assert.Null(evaluation.WorstConfusion);
        Assert.Empty(evaluation.Mistakes(data));
        Assert.Equal(-1, new Predictor(network).Classify([0f, 1f]));
        var report = ClassificationReport.Of(network, data);
        Assert.All(report.TopAccuracy, part => Assert.Equal(0, part));
        Assert.All(report.Classes, each => Assert.Equal(0, each.Recall));
        Assert.Null(report.Classes[output].Auc);
    }

    [Fact]
    public void An_infinite_output_is_an_answer()
    {
        var network = Network.Create(2, 1, new Dense(3, Activation.Identity, Initializer.Xavier));
        network.Layers[0].Biases[1] = float.PositiveInfinity;

        Assert.Equal(1, new Predictor(network).Classify([0f, 1f]));
    }

    [Fact]
    public void Desired_changes_of_a_network_without_numbers_are_listed_all_the_same()
    {
        var network = Network.Create(2, 1, new Dense(3, Activation.Sigmoid, Initializer.Xavier));
        network.Layers[0].Biases[1] = float.NaN;

        Assert.Equal(3, new Explainer(network, new Example([0, 1], [1, 0, 0], 0), Cost.Quadratic).DesiredChanges().Count);
    }
}
