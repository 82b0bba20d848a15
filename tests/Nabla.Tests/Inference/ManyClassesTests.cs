namespace Nabla.Tests;

/// <summary>A network of a few hundred kilobytes may have tens of thousands of outputs; what is counted follows the examples, not their square.</summary>
public sealed class ManyClassesTests
{
    private const int Classes = 40_000;

    [Fact]
    public void Only_the_pairs_that_happened_are_counted()
    {
        var (network, data) = Make();
        Allocated.MustStayModest(0, () =>
        {
            var evaluation = Evaluator.Evaluate(network, data, Cost.Quadratic);
            Assert.Equal([(0, 7, 10), (1, 7, 10), (2, 7, 10), (7, 7, 10)], evaluation.Confusions);
            Assert.Equal(10, evaluation.Correct);
            Assert.Equal((0, 7, 10), evaluation.WorstConfusion);
            Assert.Equal(10, evaluation.ExamplesOf(7));
            Assert.Equal((0, 10), (evaluation.CountOf(7, 0), evaluation.CountOf(2, 7)));
            Assert.Contains("40000 × 40000", Assert.Throws<InvalidOperationException>(() => evaluation.Confusion).Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Scores_are_kept_of_a_few_classes_at_a_time()
    {
        var (network, data) = Make();
        Allocated.MustStayModest(0, () =>
        {
            var report = ClassificationReport.Of(network, data);
            Assert.Equal(Classes, report.Classes.Count);
            Assert.Equal((10, 1, 0.25), (report.Classes[7].Examples, report.Classes[7].Recall, report.Classes[7].Precision));
            Assert.Equal(0.5, report.Classes[7].Auc);
            Assert.Null(report.Classes[8].Auc);
        });
    }

    [Fact]
    public void Few_and_many_classes_count_alike()
    {
        var rng = new Rng(3);
        (int Label, int Prediction)[] examples = [.. Enumerable.Range(0, 500).Select(_ => (rng.NextInt(9), rng.NextInt(9)))];
        var (few, many) = (new ConfusionCounts(9), new ConfusionCounts(ConfusionCounts.MostClasses + 1));
        foreach (var (label, prediction) in examples)
        {
            few.Add(label, prediction);
            many.Add(label, prediction);
        }

        Assert.Equal(few.Pairs, many.Pairs);
        Assert.Equal(examples.Count(example => example.Label == example.Prediction), many.Correct);
        Assert.Equal(few.ToMatrix().Cast<int>(), Enumerable.Range(0, 81).Select(i => many[i / 9, i % 9]));
        Assert.Equal(examples.Count(example => example.Label == 4), few.ExamplesOf(4));
        Assert.Equal(few.ExamplesOf(4), many.ExamplesOf(4));
    }

    // It sees 7 in everything.
    private static (Network Network, Dataset Data) Make()
    {
        var network = new Network(new DenseLayer(1, Classes, Activation.Identity));
        network.Layers[0].Biases[7] = 1;
        return (network, Dataset.FromRows(Enumerable.Range(0, 40).Select(i => (new float[] { i }, new[] { 0, 1, 2, 7 }[i % 4])), Classes));
    }
}
