namespace Nabla.Tests;

public class EvaluatorTests
{
    [Fact]
    public void Agrees_with_the_reference_example_by_example()
    {
        var network = TestNetworks.Make("tanh", "softmax", 3);
        var data = TestNetworks.Data(300);
        var evaluation = Evaluator.Evaluate(network, data, Cost.CrossEntropy);
        var traces = Enumerable.Range(0, 300).Select(i => Backpropagation.Trace(network, data[i], Cost.CrossEntropy)).ToList();
        int[] seen = [.. traces.Select(trace => trace.Output.AsSpan().IndexOf(trace.Output.Max()))];

        Assert.Equal(seen, evaluation.Predictions);
        Assert.Equal(traces.Average(trace => trace.Cost), evaluation.Cost, 1e-5);
        Assert.Equal(Enumerable.Range(0, 300).Count(i => seen[i] == data.Labels[i]), evaluation.Correct);
        Assert.Equal(300, evaluation.Confusion.Cast<int>().Sum());
        Assert.Equal(300 - evaluation.Correct, evaluation.Mistakes(data).Count());
        var (label, prediction, count) = evaluation.WorstConfusion!.Value;
        Assert.Equal(count, Enumerable.Range(0, 300).Count(i => data.Labels[i] == label && seen[i] == prediction));
    }

    [Fact]
    public void Predictor_agrees_with_the_reference()
    {
        var network = TestNetworks.Make("relu", "sigmoid", 3);
        var data = TestNetworks.Data(20);
        var predictor = new Predictor(network);
        for (int i = 0; i < data.Count; i++)
        {
            double[] expected = Backpropagation.Trace(network, data[i], Cost.Quadratic).Output;
            float[] outputs = predictor.Outputs(data[i].Input).ToArray();
            for (int j = 0; j < expected.Length; j++) Assert.Equal(expected[j], outputs[j], 1e-6);
            Assert.Equal(expected.AsSpan().IndexOf(expected.Max()), predictor.Classify(data[i].Input));
        }
    }

    [Fact]
    public void Data_for_another_network_is_refused()
    {
        var network = TestNetworks.Make("relu", "sigmoid", 2);
        Assert.Contains("takes 11 inputs",
            Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(network, TestNetworks.Data(2, inputs: 4), Cost.Quadratic)).Message, StringComparison.Ordinal);
        Assert.Contains("has 7 classes",
            Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(network, TestNetworks.Data(2, classes: 7), Cost.Quadratic)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Predictor(network).Outputs([1f, 2f]).Length);
    }
}
