namespace Nabla.Tests;

public class TrainerTests
{
    private static readonly TrainingOptions Options = new() { Optimizer = new Sgd(0.5), BatchSize = 4, Epochs = 3, Seed = 11 };

    [Fact]
    public void Same_seed_same_bits() => Assert.Equal(Train(Options), Train(Options));

    [Fact]
    public void Another_seed_visits_in_another_order() => Assert.NotEqual(Train(Options), Train(Options with { Seed = 12 }));

    [Fact]
    public void How_it_is_pulled_does_not_matter()
    {
        float[] byEpoch = Train(Options);
        var byBatch = Make(Options);
        foreach (var _ in byBatch.Batches()) { }

        var byExample = Make(Options);
        foreach (var _ in byExample.Examples()) { }

        var mixed = Make(Options);
        foreach (var report in mixed.Examples())
        {
            if (report.Position == 1) break;
        }

        foreach (var report in mixed.Batches())
        {
            if (report.Step == 5) break;
        }

        foreach (var _ in mixed.Epochs()) { }

        Assert.Equal(byEpoch, TestNetworks.Parameters(byBatch.Network));
        Assert.Equal(byEpoch, TestNetworks.Parameters(byExample.Network));
        Assert.Equal(byEpoch, TestNetworks.Parameters(mixed.Network));
    }

    [Fact]
    public void Every_example_is_visited_once_an_epoch_in_a_fresh_order()
    {
        var visits = Make(Options).Examples().GroupBy(report => report.Epoch).ToDictionary(epoch => epoch.Key, epoch => epoch.Select(report => report.Index).ToArray());
        Assert.Equal([1, 2, 3], visits.Keys);
        Assert.All(visits.Values, order => Assert.Equal(Enumerable.Range(0, 10), order.Order()));
        Assert.NotEqual(visits[1], visits[2]);
    }

    [Fact]
    public void Parameters_move_when_a_mini_batch_is_complete_and_not_before()
    {
        var trainer = Make(Options);
        float[] before = TestNetworks.Parameters(trainer.Network);
        foreach (var report in trainer.Examples())
        {
            float[] now = TestNetworks.Parameters(trainer.Network);
            Assert.Equal(report.CompletesBatch, !now.SequenceEqual(before));
            before = now;
        }
    }

    [Fact]
    public void Last_mini_batch_of_an_epoch_divides_by_its_own_size()
    {
        // Ten examples in fours: 4, 4, 2. The third step must be the mean gradient of its two.
        var trainer = Make(Options);
        var sizes = new List<int>();
        var order = new EpochOrder(10, Options.Seed);
        order.Shuffle(1);
        Network? before = null;
        foreach (var report in trainer.Batches())
        {
            sizes.Add(report.Examples);
            if (report.Step == 3) break;
            before = trainer.Network.Clone();
        }

        var data = TestNetworks.Data(10);
        var examples = order.Slice(8, 2).ToArray().Select(i => data[i]).ToList();
        var gradient = Backpropagation.Gradient<double>(before!, examples, Options.Cost);
        Assert.Equal([4, 4, 2], sizes);
        Assert.Equal(before!.Layers[1][2, 3] - 0.5 * gradient.Weights[1][2, 3], trainer.Network.Layers[1][2, 3], 1e-6);
    }

    [Fact]
    public void Batch_larger_than_the_data_is_one_step_an_epoch()
    {
        var trainer = Make(Options with { BatchSize = 1_000_000 });
        Assert.Equal([10, 10, 10], trainer.Batches().Select(report => report.Examples));
        Assert.Equal(1, trainer.StepsPerEpoch);
    }

    [Fact]
    public void Mini_batch_larger_than_the_kernels_slots_is_one_step_all_the_same()
    {
        int count = NetworkKernel.MaxSlots * 2 + 5;
        var data = TestNetworks.Data(count);
        var network = TestNetworks.Make("tanh", "softmax", 3);
        var gradient = Backpropagation.Gradient<double>(network, [.. Enumerable.Range(0, count).Select(i => data[i])], Cost.CrossEntropy);
        var trainer = new Trainer(network.Clone(), data, new TrainingOptions { Cost = Cost.CrossEntropy, Optimizer = new Sgd(1), BatchSize = count, Epochs = 1 });
        Assert.Equal(count, Assert.Single(trainer.Batches()).Examples);
        for (int l = 0; l < 3; l++)
        {
            for (int j = 0; j < network.Layers[l].Outputs; j++)
                Assert.Equal(network.Layers[l][j, 1] - gradient.Weights[l][j, 1], trainer.Network.Layers[l][j, 1], 2e-6);
        }
    }

    [Fact]
    public void Costs_fall_and_accuracy_rises()
    {
        var trainer = new Trainer(TestNetworks.Make("tanh", "softmax", 2), TestNetworks.Data(40),
            new TrainingOptions { Cost = Cost.CrossEntropy, Optimizer = new Sgd(0.3), BatchSize = 5, Epochs = 60 });
        var reports = trainer.Epochs().ToList();
        Assert.True(reports[^1].Train.Cost < reports[0].Train.Cost / 4);
        Assert.True(reports[^1].Train.Accuracy > 0.9);
    }

    [Fact]
    public void Diverging_run_stops_with_the_last_good_network()
    {
        var network = TestNetworks.Make("relu", "identity", 3);
        float[] start = TestNetworks.Parameters(network);
        var trainer = new Trainer(network, TestNetworks.Data(10), Options with { Optimizer = new Sgd(1e6), Epochs = 50 });
        var reports = trainer.EpochsIfAny().ToList();
        Assert.Equal(TrainingState.Diverged, trainer.State);
        Assert.All(reports, report => Assert.True(double.IsFinite(report.Train.Cost)));
        Assert.All(TestNetworks.Parameters(trainer.Network), parameter => Assert.True(float.IsFinite(parameter)));
        if (reports.Count == 0) Assert.Equal(start, TestNetworks.Parameters(trainer.Network));
    }

    [Fact]
    public void Early_stopping_ends_a_run_that_no_longer_improves()
    {
        // A learning rate this small improves nothing that counts.
        var trainer = Make(Options with { Optimizer = new Sgd(1e-9), Epochs = 100, EarlyStopping = new EarlyStopping { Patience = 3 } });
        Assert.Equal(4, trainer.Epochs().Count());
        Assert.Equal(TrainingState.StoppedEarly, trainer.State);
    }

    [Fact]
    public void Cancelling_stops_within_a_mini_batch()
    {
        using var source = new CancellationTokenSource();
        var trainer = Make(Options);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => trainer.Epochs(cancellation: source.Token).Count());
        Assert.Equal(0, trainer.Step);
        Assert.Equal(TrainingState.Running, trainer.State);
    }

    [Fact]
    public void Step_allocates_nothing()
    {
        var trainer = new Trainer(TestNetworks.Make("sigmoid", "softmax", 3), TestNetworks.Data(500),
            new TrainingOptions { Cost = Cost.CrossEntropy, Optimizer = new Sgd(0.1), BatchSize = 10, Epochs = 1000 });
        using var batches = trainer.Batches().GetEnumerator();
        for (int i = 0; i < 10; i++) batches.MoveNext();
        Allocated.MustBeNothing(() =>
        {
            for (int i = 0; i < 10; i++) Assert.True(batches.MoveNext());
        });
    }

    [Fact]
    public void All_problems_are_reported_together_with_their_mend()
    {
        var options = new TrainingOptions
        {
            Optimizer = new Sgd(double.NaN), BatchSize = 0, Epochs = 0, L2 = -1, Cost = Cost.CrossEntropy,
            Threads = 0,
            EarlyStopping = new EarlyStopping { Patience = 0, MinimumImprovement = 2 },
        };
        var error = Assert.Throws<TrainingOptionsException>(() => new Trainer(
            TestNetworks.Make("sigmoid", "sigmoid", 2), TestNetworks.Data(5, inputs: 3, classes: 9), options));
        Assert.Equal(10, error.Problems.Count);
    }

    private static Trainer Make(TrainingOptions options) => new(TestNetworks.Make("sigmoid", "sigmoid", 3), TestNetworks.Data(10), options);

    private static float[] Train(TrainingOptions options)
    {
        var trainer = Make(options);
        foreach (var _ in trainer.Epochs()) { }

        return TestNetworks.Parameters(trainer.Network);
    }
}
