namespace Nabla.Tests;

/// <summary>What is said at the end of training is of the network that is left.</summary>
public class EndOfTrainingTests
{
    [Fact]
    public void Restored_network_is_reported_as_it_is()
    {
        // Few examples to learn from and many parameters: the validation cost falls and then rises.
        var (train, aside) = TestNetworks.Data(60).Split(0.5, seed: 1);
        var test = TestNetworks.Data(40, seed: 8);
        var network = TestNetworks.Make("tanh", "softmax", 3);
        var options = new TrainingOptions
        {
            Cost = Cost.CrossEntropy, Optimizer = new Adam(0.03), BatchSize = 5, Epochs = 200, EarlyStopping = new EarlyStopping { Patience = 4, RestoreBest = true },
        };
        var trainer = new Trainer(network, train, options, validation: aside);
        var reports = trainer.Epochs(test).ToList();

        Assert.Equal(TrainingState.StoppedEarly, trainer.State);
        Assert.All(reports.SkipLast(1), report => Assert.Null(report.Restored));
        var restored = reports[^1].Restored!;
        var best = reports[restored.Epoch - 1];
        Assert.Equal(reports.Count - 4, restored.Epoch);
        Assert.Equal(best.Step, restored.Step);
        Assert.Equal(reports.Min(report => report.Validation!.Cost), restored.Validation!.Cost);
        Assert.Equal(best.Train.Cost, restored.Train.Cost);
        Assert.Equal(Evaluator.Evaluate(network, test, Cost.CrossEntropy).Cost, restored.Test!.Cost);
        Assert.NotEqual(reports[^1].Test!.Cost, restored.Test.Cost);
        Assert.Contains($"kept epoch {restored.Epoch}: cost ", reports[^1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_last_epoch_is_the_best_nothing_is_restored()
    {
        var options = new TrainingOptions { Cost = Cost.CrossEntropy, Optimizer = new Sgd(0.1), Epochs = 3, EarlyStopping = new EarlyStopping { RestoreBest = true } };
        var reports = new Trainer(TestNetworks.Make("tanh", "softmax", 2), TestNetworks.Data(40), options).Epochs().ToList();
        Assert.All(reports, report => Assert.Null(report.Restored));
    }

    [Fact]
    public void Loop_over_a_trainer_that_has_diverged_throws()
    {
        var trainer = new Trainer(
            TestNetworks.Make("relu", "identity", 3), TestNetworks.Data(10), new TrainingOptions { Optimizer = new Sgd(1e6), BatchSize = 4, Epochs = 50 });
        foreach (var _ in trainer.Batches()) { }
        Assert.Equal(TrainingState.Diverged, trainer.State);

        Action[] loops = [() => _ = trainer.Batches().Count(), () => _ = trainer.Examples().Count(), () => _ = trainer.Epochs().Count()];
        foreach (var loop in loops) Assert.Contains("diverged", Assert.Throws<InvalidOperationException>(loop).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Loop_that_diverges_before_its_first_turn_throws_too()
    {
        var diverging = new TrainingOptions { Optimizer = new Sgd(1e30), Epochs = 5 };
        var network = TestNetworks.Make("relu", "identity", 3);
        string before = network.Digest();
        var trainer = new Trainer(network, TestNetworks.Data(40), diverging with { BatchSize = 4 });
        Assert.Contains("diverged in epoch 1", Assert.Throws<InvalidOperationException>(() => trainer.Epochs().Count()).Message, StringComparison.Ordinal);
        Assert.Equal((TrainingState.Diverged, before), (trainer.State, network.Digest()));

        network.Layers[0].Weights.Fill(float.NaN);
        Assert.Throws<InvalidOperationException>(() => new Trainer(network, TestNetworks.Data(40), diverging).Batches().Count());
    }

    [Fact]
    public void Test_examples_for_another_network_are_refused_before_anything_is_trained()
    {
        var network = TestNetworks.Make("tanh", "softmax", 2);
        string before = network.Digest();
        var trainer = new Trainer(network, TestNetworks.Data(10), new TrainingOptions { Cost = Cost.CrossEntropy });
        Assert.Throws<ArgumentException>(() => trainer.Epochs(TestNetworks.Data(3, inputs: 4)).Count());
        Assert.Throws<ArgumentException>(() => trainer.Epochs(TestNetworks.Data(3, classes: 6)).Count());
        Assert.Equal(before, network.Digest());
        Assert.Equal(0, trainer.Step);
    }
}
