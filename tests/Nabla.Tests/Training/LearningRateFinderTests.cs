namespace Nabla.Tests;

public class LearningRateFinderTests
{
    private static readonly TrainingOptions Options = new() { Optimizer = new Sgd(77), BatchSize = 10, Epochs = 1, Seed = 3, Threads = 1 };

    [Fact]
    public void The_rate_grows_evenly_in_its_logarithm()
    {
        var sweep = LearningRateFinder.Run(Make(), Digits.Make(200, 1), Options, 1e-4, 1, 50);
        Assert.Equal(50, sweep.Rates.Count);
        for (int i = 0; i < 50; i++) Assert.Equal(1e-4 * Math.Pow(1e4, i / 49.0), sweep.Rates[i], 1e-12);
    }

    [Fact]
    public void Costs_are_those_of_training_smoothed()
    {
        var digits = Digits.Make(200, 1);
        var sweep = LearningRateFinder.Run(Make(), digits, Options, 1e-3, 3, 40);
        var network = Make();
        double weights = 0, sum = 0;
        for (int i = 0; i < 20; i++)
        {
            // Each step by itself, from where the last one ended; the order is that of the first epoch.
            var order = new EpochOrder(200, Options.Seed);
            order.Shuffle(1);
            var trainer = new Trainer(network, digits.Select(order.Slice(10 * i, 10)), Options with { Optimizer = new Sgd(sweep.Rates[i]) });
            double cost = trainer.Batches().First().Cost;
            network = trainer.Network;
            (weights, sum) = (0.95 * weights + 1, 0.95 * sum + cost);
            Assert.Equal(sum / weights, sweep.Costs[i], 1e-5);
        }
    }

    [Fact]
    public void The_suggestion_is_in_the_fall_and_trains()
    {
        var digits = Digits.Make(2000, 1);
        var sweep = LearningRateFinder.Run(Make(), digits, Options);
        Assert.NotNull(sweep.Suggestion);
        int at = sweep.Rates.ToList().IndexOf(sweep.Suggestion.Value), lowest = sweep.Costs.ToList().IndexOf(sweep.Costs.Min());
        Assert.True(at < lowest);

        Evaluation Train(double rate) => new Trainer(Make(), digits, Options with { Optimizer = new Sgd(rate), Epochs = 2 }).Epochs().Last().Train;
        Assert.True(Train(sweep.Suggestion.Value).Cost < Train(sweep.Suggestion.Value / 100).Cost);
    }

    [Fact]
    public void It_stops_when_the_cost_explodes()
    {
        var options = Options with { Cost = Cost.CrossEntropy };
        var network = Network.Create(784, 1, new Dense(16, Activation.Relu), new Dense(10, Activation.Softmax));
        var sweep = LearningRateFinder.Run(network, Digits.Make(1000, 1), options, 1e-4, 1e6, 200);
        Assert.True(sweep.Rates.Count < 200);
        Assert.All(sweep.Costs, cost => Assert.True(double.IsFinite(cost)));
    }

    [Fact]
    public void Where_nothing_falls_there_is_no_suggestion()
    {
        // All outputs are sure and wrong, and their slopes zero.
        var network = Network.Create(784, 1, new Dense(10, Activation.Sigmoid));
        network.Layers[0].Weights.Clear();
        network.Layers[0].Biases.Fill(-1000);
        Assert.Null(LearningRateFinder.Run(network, Digits.Make(100, 1), Options, 0.1, 1, 30).Suggestion);
    }

    [Fact]
    public void The_network_stays_as_it_is_and_the_sweep_is_the_same_again()
    {
        var network = Make();
        float[] before = TestNetworks.Parameters(network);
        var first = LearningRateFinder.Run(network, Digits.Make(200, 1), Options, steps: 30);
        var second = LearningRateFinder.Run(network, Digits.Make(200, 1), Options with { Threads = 2 }, steps: 30);
        Assert.Equal(before, TestNetworks.Parameters(network));
        Assert.Equal(first.Costs, second.Costs);
        Assert.Equal(first.Suggestion, second.Suggestion);
    }

    [Fact]
    public void The_chart_marks_the_suggestion()
    {
        var sweep = new LearningRateSweep([0.1, 1, 10], [3, 2, 9], 1);
        var chart = sweep.ToChart("setting");
        Assert.True(chart.X.IsLogarithmic);
        Assert.Equal((1, 2), (chart.Marks[0].X, chart.Marks[0].Y));
        Assert.Equal(sweep.Costs, chart.Series[0].Y);
        Assert.Empty((sweep with { Suggestion = null }).ToChart().Marks);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var digits = Digits.Make(20, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningRateFinder.Run(Make(), digits, Options, from: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningRateFinder.Run(Make(), digits, Options, from: 1, to: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningRateFinder.Run(Make(), digits, Options, steps: 19));
        Assert.Throws<TrainingOptionsException>(() => LearningRateFinder.Run(Make(), digits, Options with { BatchSize = 0 }));
        Assert.Throws<OperationCanceledException>(() => LearningRateFinder.Run(Make(), digits, Options, cancellation: new CancellationToken(true)));
    }

    private static Network Make() => Network.Create(784, 1, new Dense(16, Activation.Sigmoid), new Dense(10, Activation.Sigmoid));
}
