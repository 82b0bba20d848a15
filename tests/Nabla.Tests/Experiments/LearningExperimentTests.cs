namespace Nabla.Tests;

/// <summary>The experiments that compare trainings, against trainings done by hand.</summary>
public class LearningExperimentTests
{
    private static readonly Dataset Train = Tiny.Digits.Train, Test = Tiny.Digits.Test;

    [Fact]
    public void Many_seeds_end_where_training_each_of_them_ends()
    {
        var settings = (ManySeedsSettings)Tiny.Settings["many-seeds"];

        var result = new ManySeedsExperiment().Run(settings, Tiny.Digits);

        Assert.Equal([1UL, 2, 3], result.Curves.Select(curve => curve.Seed));
        foreach (var curve in result.Curves)
        {
            var network = Lecture(curve.Seed);
            var last = new Trainer(network, Train.Take(60), new TrainingOptions { Optimizer = new Sgd(1), Epochs = 2, Seed = curve.Seed }).Epochs(Test.Take(30)).Last();
            Assert.Equal((last.Train.Cost, last.Test!.Accuracy), (curve.Curve.Points[^1].TrainCost, curve.Curve.Points[^1].TestAccuracy));
            Assert.Equal([0.0, 1, 2], curve.Curve.Points.Select(point => point.Epoch));
        }
    }

    [Fact]
    public void A_run_of_several_seeds_is_their_mean()
    {
        var settings = (ShuffledLabelsSettings)Tiny.Settings["shuffled-labels"] with { Epochs = 2 };
        var alone = new ulong[] { 1, 2 }.Select(seed => new ShuffledLabelsExperiment().Run(settings with { Seeds = [seed] }, Tiny.Digits)).ToList();

        var both = new ShuffledLabelsExperiment().Run(settings with { Seeds = [1, 2] }, Tiny.Digits);

        for (int i = 0; i < both.True.Curve.Points.Count; i++)
            Assert.Equal(alone.Average(result => result.True.Curve.Points[i].TestCost), both.True.Curve.Points[i].TestCost, 12);
    }

    [Fact]
    public void True_labels_are_learned_in_fewer_steps_than_shuffled_ones()
    {
        var result = new ShuffledLabelsExperiment().Run((ShuffledLabelsSettings)Tiny.Settings["shuffled-labels"], Tiny.Digits);

        Assert.NotNull(result.TrueSteps);
        Assert.True(result.ShuffledSteps is null || result.ShuffledSteps > 2 * result.TrueSteps);
        Assert.True(result.True.Curve.Points[^1].TestAccuracy > 3.0 / 10);
        Assert.Equal(result.TrueSteps, result.True.Curve.Points.First(point => point.TrainAccuracy >= 0.9).Step);
    }

    [Fact]
    public void Shuffled_labels_are_the_same_labels_elsewhere()
    {
        var shuffled = ShuffledLabelsExperiment.Shuffled(Train, 1);

        Assert.Equal(Train.Labels.ToArray().Order(), shuffled.Labels.ToArray().Order());
        Assert.InRange(Enumerable.Range(0, Train.Count).Count(i => Train.Labels[i] == shuffled.Labels[i]), 5, 50);
        Assert.Equal(Train.Pixels, shuffled.Pixels);
    }

    [Fact]
    public void A_batch_of_all_examples_has_the_gradient_of_all_and_smaller_ones_are_noisier()
    {
        var result = new BatchSizeExperiment().Run((BatchSizeSettings)Tiny.Settings["batch-size"], Tiny.Digits);

        Assert.Equal([1, 10, 60], result.Runs.Select(run => run.BatchSize));
        Assert.Equal([60, 6, 1], result.Runs.Select(run => run.StepsPerEpoch));
        Assert.Equal(result.Runs.Select(run => 2.0 * run.StepsPerEpoch), result.Runs.Select(run => run.Learning.Curve.Points[^1].Step));
        Assert.Equal([0.1, 1, 3], result.Runs.Select(run => run.LearningRate));
        Assert.Equal((1, 1.0), (result.Hasty!.BatchSize, result.Hasty.LearningRate));
        Assert.Equal(784 + 4 * (16 + 16 + 10), result.KeptOfAnExample);
        Assert.Equal("3.81 kB", result.Report().Table.Rows[0][4].ToString());
        Assert.Equal(1, result.Runs[2].Cosine.Least, 9);
        Assert.True(result.Runs[0].Cosine.Mean < result.Runs[1].Cosine.Mean && result.Runs[1].Cosine.Mean < 1);
    }

    [Fact]
    public void The_cosine_of_two_gradients_is_that_of_backpropagations()
    {
        var settings = new BatchSizeSettings { Examples = 2, TestExamples = 2, BatchSizes = [1], Epochs = 1, AtStep = 1 };
        var network = Lecture(1);
        foreach (var _ in new Trainer(network, Train.Take(2), new TrainingOptions { Optimizer = new Sgd(1), Epochs = 1 }).Epochs())
        {
        }

        // Of two examples a mini-batch is one of them, so that the cosines are two numbers.
        var gradients = new[] { new[] { Train[0] }, [Train[1]], [Train[0], Train[1]] }
            .Select(examples => Flat(Backpropagation.Gradient<double>(network, examples, Cost.Quadratic))).ToList();
        double[] expected = [Cosine(gradients[0], gradients[2]), Cosine(gradients[1], gradients[2])];

        var cosine = new BatchSizeExperiment().Run(settings, Tiny.Digits).Runs[0].Cosine;

        Assert.Equal(expected.Min(), cosine.Least, 4);
        Assert.Equal(expected.Max(), cosine.Most, 4);
    }

    [Fact]
    public void A_learning_rate_far_too_large_is_told_as_divergence_and_one_too_small_as_that()
    {
        var result = new LearningRateExperiment().Run((LearningRateSettings)Tiny.Settings["learning-rate"], Tiny.Digits);

        Assert.Equal([0, 0, 1], result.Runs.Select(run => run.Learning.Diverged));
        Assert.Equal(["too small", "best", "diverged"], result.Report().Table.Rows.Select(row => row[^1].ToString()));
        Assert.Contains(result.Report().Findings, finding => finding.ToString().StartsWith("With η = 1000000 it diverged", StringComparison.Ordinal));
    }

    [Fact]
    public void Equal_weights_stay_equal_and_random_ones_spread_as_they_are_scaled()
    {
        var settings = (InitializationSettings)Tiny.Settings["initialization"] with { Scales = [0, 1], Examples = 20 };

        var result = new InitializationExperiment().Run(settings, Tiny.Digits);

        Assert.Equal([1, 8], result.Runs.Select(run => run.DistinctNeurons));
        var network = Network.Create(784, 1, new Dense(8, Activation.Tanh), new Dense(8, Activation.Tanh), new Dense(10, Activation.Softmax));
        double[] first = [.. Enumerable.Range(0, 20).SelectMany(i => Backpropagation.Trace(network, Train[i], Cost.CrossEntropy).Layers[0].A)];
        double variance = first.Sum(a => Math.Pow(a - first.Average(), 2)) / (first.Length - 1);
        Assert.Equal(Math.Sqrt(variance), result.Runs[1].ActivationSpread[0], 9);
    }

    [Fact]
    public void L2_keeps_weights_small_and_the_training_cost_high()
    {
        var result = new RegularizationExperiment().Run((RegularizationSettings)Tiny.Settings["regularization"], Tiny.Digits);

        Assert.Equal([0, 0.3, 3], result.Runs.Select(run => run.L2));
        Assert.Equal(result.Runs.OrderByDescending(run => run.WeightSize), result.Runs);
        Assert.Equal(result.Runs.OrderBy(run => run.Learning.Curve.Points[^1].TrainCost), result.Runs);
    }

    /// <summary>The trainer itself, told to stop early, stops where the experiment says.</summary>
    [Theory]
    [InlineData(2, 0.5)]
    [InlineData(2, 3)]
    [InlineData(40, 0.5)]
    public void Early_stopping_ends_a_training_where_the_trainer_does(int patience, double rate)
    {
        var settings = new EarlyStoppingSettings { Examples = 60, TestExamples = 40, Epochs = 30, Hidden = 8, Patience = patience, LearningRate = rate };

        var result = new EarlyStoppingExperiment().Run(settings, Tiny.Digits);

        Assert.Equal(result.StopByTrain, Trained(validation: null));
        Assert.Equal(result.StopByValidation, Trained(Test.Take(20)));

        int? Trained(Dataset? validation)
        {
            var network = Network.Create(784, 1, new Dense(8, Activation.Sigmoid), new Dense(10, Activation.Sigmoid));
            var trainer = new Trainer(network, Train.Take(60), new TrainingOptions
            {
                Cost = Cost.BinaryCrossEntropy,
                Optimizer = new Sgd(rate),
                Epochs = 30,
                EarlyStopping = new EarlyStopping { Patience = patience },
            }, validation: validation);
            int epochs = trainer.Epochs().Count();
            return trainer.State == TrainingState.StoppedEarly ? epochs : null;
        }
    }

    [Fact]
    public void A_neuron_saturated_at_the_wrong_end_learns_slowly_with_the_quadratic_cost()
    {
        var result = new CostsExperiment().Run((CostsSettings)Tiny.Settings["costs"], Tiny.Digits);

        foreach (var run in result.Runs)
        {
            double w = 2, b = 2;
            foreach (double output in run.Outputs)
            {
                double a = 1 / (1 + Math.Exp(-(w + b)));
                Assert.Equal(a, output, 12);
                double delta = run.Cost == "half-quadratic" ? a * a * (1 - a) : a;
                w -= 0.15 * delta;
                b -= 0.15 * delta;
            }
        }

        // Nielsen's figure in chapter 3 ends at 0.20.
        Assert.Equal(0.20, result.Runs[0].Outputs[^1], 2);
        Assert.True(result.Runs[1].Outputs[^1] < 0.02);
    }

    private static Network Lecture(ulong seed) =>
        Network.Create(784, seed, new Dense(16, Activation.Sigmoid), new Dense(16, Activation.Sigmoid), new Dense(10, Activation.Sigmoid));

    private static double[] Flat(Gradient<double> gradient) =>
        [.. gradient.Weights.SelectMany(weights => weights.Cast<double>()), .. gradient.Biases.SelectMany(biases => biases)];

    private static double Cosine(double[] a, double[] b) =>
        a.Zip(b, (x, y) => x * y).Sum() / Math.Sqrt(a.Sum(x => x * x) * b.Sum(y => y * y));
}
