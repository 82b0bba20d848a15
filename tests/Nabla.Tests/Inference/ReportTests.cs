namespace Nabla.Tests;

public class ReportTests
{
    private static readonly Dense[] Layers = [new(6, Activation.Tanh), new(2, Activation.Identity)];

    [Fact]
    public void Regression_is_measured_as_defined()
    {
        var data = Numbers(301);
        var network = Network.Create(4, 2, Layers);
        var evaluation = Evaluator.Evaluate(network, data, Cost.Quadratic);

        var predictor = new Predictor(network);
        double[][] a = [.. Enumerable.Range(0, data.Count).Select(i => predictor.Outputs(data[i].Input).ToArray().Select(x => (double)x).ToArray())];
        double squares = 0, absolute = 0, score = 0;
        for (int j = 0; j < 2; j++)
        {
            double mean = Enumerable.Range(0, data.Count).Average(i => data.Target(i)[j]);
            double residual = Enumerable.Range(0, data.Count).Sum(i => Math.Pow(a[i][j] - data.Target(i)[j], 2));
            squares += residual;
            absolute += Enumerable.Range(0, data.Count).Sum(i => Math.Abs(a[i][j] - data.Target(i)[j]));
            score += (1 - residual / Enumerable.Range(0, data.Count).Sum(i => Math.Pow(data.Target(i)[j] - mean, 2))) / 2;
        }

        Assert.Equal(squares / 602, evaluation.Regression!.MeanSquaredError, 1e-9);
        Assert.Equal(absolute / 602, evaluation.Regression.MeanAbsoluteError, 1e-9);
        Assert.Equal(score, evaluation.Regression.RSquared!.Value, 1e-9);
        Assert.Equal(squares / 301, evaluation.Cost, 1e-4);
        Assert.Equal(4 * squares / 602, evaluation.Regression.InUnitsOf(2).MeanSquaredError, 1e-8);
        Assert.Empty(evaluation.Predictions);
    }

    [Fact]
    public void Training_with_numbers_follows_the_reference()
    {
        var data = Numbers(32);
        var network = Network.Create(4, 2, Layers);
        var expected = network.Clone();
        var gradient = Backpropagation.Gradient<double>(expected, [.. Enumerable.Range(0, 32).Select(i => data[i])], Cost.Quadratic);
        var trainer = new Trainer(network, data, new TrainingOptions { Optimizer = new Sgd(0.1), BatchSize = 32, Epochs = 1 });
        Assert.Single(trainer.Batches());

        for (int l = 0; l < 2; l++)
        {
            for (int j = 0; j < network.Layers[l].Outputs; j++)
                Assert.Equal(expected.Layers[l].Biases[j] - 0.1 * gradient.Biases[l][j], trainer.Network.Layers[l].Biases[j], 1e-5);
        }
    }

    [Fact]
    public void It_learns_a_line()
    {
        var data = Numbers(200);
        var network = Network.Create(4, 1, Layers);
        var trainer = new Trainer(network, data, new TrainingOptions { Optimizer = new Adam(0.01), BatchSize = 20, Epochs = 60, Threads = 1 });
        var last = trainer.Epochs().Last();

        Assert.True(last.Train.Regression!.RSquared > 0.95, last.ToString());
        Assert.Contains("R²", last.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_with_numbers_allocate_nothing()
    {
        var trainer = new Trainer(Network.Create(4, 1, Layers), Numbers(400), new TrainingOptions { Optimizer = new Sgd(0.01), Epochs = 50, Threads = 1 });
        using var steps = trainer.Batches().GetEnumerator();
        for (int i = 0; i < 100; i++) steps.MoveNext();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) steps.MoveNext();

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4096);
    }

    [Fact]
    public void Numbers_and_classes_can_take_turns_in_one_evaluator()
    {
        var network = Network.Create(4, 2, Layers);
        var classes = Dataset.FromRows(Enumerable.Range(0, 9).Select(i => (new float[] { i, 1, 2, 3 }, i % 2)), 2);
        var evaluator = new Evaluator(network, Cost.Quadratic);
        double fresh = evaluator.Run(network, classes).Cost;
        evaluator.Run(network, Numbers(50));

        Assert.Equal(fresh, evaluator.Run(network, classes).Cost);
    }

    [Fact]
    public void Costs_for_classes_are_refused()
    {
        var network = Network.Create(4, 1, new Dense(2, Activation.Softmax));
        var problems = new TrainingOptions { Cost = Cost.CrossEntropy, Optimizer = new Sgd(1) }.Problems(network, Numbers(5));

        Assert.Contains("is for classes", Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_are_measured_as_defined()
    {
        var rng = new Rng(5);
        int[] labels = [.. Enumerable.Range(0, 200).Select(_ => rng.NextInt(3))];
        float[] outputs = new float[600];
        for (int i = 0; i < 600; i++) outputs[i] = (float)(Math.Round(8 * rng.NextDouble()) / 8 + (labels[i / 3] == i % 3 ? 0.25 : 0));
        var data = Dataset.FromValues(new float[200], labels, 1, 3);
        var report = ClassificationReport.Of(outputs, data, 3);

        for (int c = 0; c < 3; c++)
        {
            double wins = 0, pairs = 0;
            for (int p = 0; p < 200; p++)
            {
                for (int n = 0; n < 200; n++)
                {
                    if (labels[p] != c || labels[n] == c) continue;
                    pairs++;
                    wins += outputs[3 * p + c] > outputs[3 * n + c] ? 1 : outputs[3 * p + c] == outputs[3 * n + c] ? 0.5 : 0;
                }
            }

            int[] seen = [.. Enumerable.Range(0, 200).Select(i => outputs.AsSpan(3 * i, 3).IndexOf(outputs.AsSpan(3 * i, 3).ToArray().Max()))];
            double right = Enumerable.Range(0, 200).Count(i => seen[i] == c && labels[i] == c);
            double precision = right / seen.Count(s => s == c), recall = right / labels.Count(y => y == c);
            Assert.Equal(wins / pairs, report.Classes[c].Auc!.Value, 1e-12);
            Assert.Equal(precision, report.Classes[c].Precision, 1e-12);
            Assert.Equal(recall, report.Classes[c].Recall, 1e-12);
            Assert.Equal(2 * precision * recall / (precision + recall), report.Classes[c].F1, 1e-12);
        }

        Assert.Equal(1, report.TopAccuracy[2]);
        Assert.Equal(report.Classes.Average(c => c.F1), report.MacroF1, 1e-12);
        Assert.True(report.TopAccuracy[0] < report.TopAccuracy[1]);
    }

    private static Dataset Numbers(int count)
    {
        var rng = new Rng(9);
        return Dataset.FromRows(Enumerable.Range(0, count).Select(_ =>
        {
            float[] x = [.. Enumerable.Range(0, 4).Select(_ => (float)(2 * rng.NextDouble() - 1))];
            return (x, new[] { x[0] + 0.5f * x[1], x[2] - x[3] + 0.25f });
        }));
    }
}
