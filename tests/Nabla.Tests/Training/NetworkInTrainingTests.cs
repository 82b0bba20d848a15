namespace Nabla.Tests;

/// <summary>The network that was given is what training has made of it, however it is pulled, and whoever changes it.</summary>
public class NetworkInTrainingTests
{
    private static readonly TrainingOptions Options = new() { Cost = Cost.CrossEntropy, Optimizer = new Adam(0.05), BatchSize = 4, Epochs = 3, Seed = 11 };

    private static readonly Dataset Data = TestNetworks.Data(10);

    private readonly Network _network = TestNetworks.Make("tanh", "softmax", 3);

    private static Network Trained { get; } = ByEpochs();

    [Fact]
    public void After_a_loop_it_is_the_trained_one()
    {
        foreach (var _ in new Trainer(_network, Data, Options).Batches()) { }
        Assert.Equal(Trained.Digest(), _network.Digest());

        var other = TestNetworks.Make("tanh", "softmax", 3);
        foreach (var _ in new Trainer(other, Data, Options).Examples()) { }
        Assert.Equal(Trained.Digest(), other.Digest());
    }

    [Fact]
    public void It_is_what_is_saved()
    {
        using var folder = new TempFolder();
        foreach (var _ in new Trainer(_network, Data, Options).Batches()) { }
        _network.Save(folder["saved.safetensors"]);
        Assert.Equal(Trained.Digest(), Model.Load(folder["saved.safetensors"]).Network.Digest());
    }

    [Fact]
    public void After_a_loop_that_was_left_it_is_as_far_as_training_came()
    {
        string expected = AfterSteps(2);
        foreach (var report in new Trainer(_network, Data, Options).Batches())
        {
            if (report.Step == 2) break;
        }

        Assert.Equal(expected, _network.Digest());
    }

    [Fact]
    public void After_a_loop_that_threw_it_is_as_far_as_training_came()
    {
        string expected = AfterSteps(2);
        var trainer = new Trainer(_network, Data, Options) { Stepped = report => Throw(report.Step) };
        Assert.Throws<TimeoutException>(() => trainer.Epochs().Count());
        Assert.Equal(expected, _network.Digest());

        var other = TestNetworks.Make("tanh", "softmax", 3);
        Assert.Throws<TimeoutException>(() =>
        {
            foreach (var report in new Trainer(other, Data, Options).Batches()) Throw(report.Step);
        });
        Assert.Equal(expected, other.Digest());

        static void Throw(long step)
        {
            if (step == 2) throw new TimeoutException();
        }
    }

    [Fact]
    public void Enumeration_that_was_only_left_lying_counts_as_well()
    {
        var batches = new Trainer(_network, Data, Options).Batches().GetEnumerator();
        batches.MoveNext();
        batches.MoveNext();
        Assert.Equal(AfterSteps(2), _network.Digest());
    }

    [Fact]
    public void Within_the_loop_it_is_the_one_after_the_step()
    {
        var trainer = new Trainer(_network, Data, Options);
        foreach (var report in trainer.Batches()) Assert.Equal(AfterSteps(report.Step), _network.Digest());
        Assert.Same(_network, trainer.Network);
    }

    [Fact]
    public void Looking_at_it_changes_nothing()
    {
        foreach (var _ in new Trainer(_network, Data, Options).Batches()) _network.Digest();
        Assert.Equal(Trained.Digest(), _network.Digest());
    }

    [Fact]
    public void What_is_changed_between_two_steps_is_trained_on()
    {
        // Without any learning to speak of, what was put in must stay in.
        var slow = Options with { Optimizer = new Sgd(1e-12) };
        var trainer = new Trainer(_network, Data, slow);
        foreach (var report in trainer.Batches())
        {
            if (report.Step == 2) _network.Layers[1].Weights[3] = 0.75f;
            if (report.Step == 4) trainer.Network.Layers[0][2, 5] = -0.5f;
            if (report.Step == 5) _network.Layers[2].Biases.Fill(0.25f);
        }

        Assert.Equal(0.75f, _network.Layers[1].Weights[3]);
        Assert.Equal(-0.5f, _network.Layers[0][2, 5]);
        Assert.All(_network.Layers[2].Biases.ToArray(), bias => Assert.Equal(0.25f, bias, 1e-6));
    }

    [Fact]
    public void Changed_before_the_first_step_it_begins_changed()
    {
        var trainer = new Trainer(_network, Data, Options);
        var other = TestNetworks.Make("tanh", "softmax", 3, seed: 99);
        _network.CopyFrom(other);
        foreach (var _ in trainer.Batches()) { }
        foreach (var _ in new Trainer(other, Data, Options).Batches()) { }
        Assert.Equal(other.Digest(), _network.Digest());
    }

    [Fact]
    public void Two_trainers_of_one_network_go_on_from_each_other()
    {
        var sgd = Options with { Optimizer = new Sgd(0.1), BatchSize = 10, Epochs = 4 };
        using var first = new Trainer(_network, Data, sgd).Batches().GetEnumerator();
        using var second = new Trainer(_network, Data, sgd).Batches().GetEnumerator();
        for (int i = 0; i < 2; i++)
        {
            first.MoveNext();
            second.MoveNext();
        }

        var alone = TestNetworks.Make("tanh", "softmax", 3);
        foreach (var _ in new Trainer(alone, Data, sgd).Batches()) { }
        for (int i = 0; i < alone.Layers[0].Weights.Length; i++) Assert.Equal(alone.Layers[0].Weights[i], _network.Layers[0].Weights[i], 1e-5);
    }

    [Fact]
    public void After_the_loop_it_does_not_keep_the_trainer()
    {
        var trainer = Train();
        for (int i = 0; i < 5 && trainer.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(trainer.IsAlive);
        Assert.Equal(Trained.Digest(), _network.Digest());

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        WeakReference Train()
        {
            var own = new Trainer(_network, Data, Options with { Threads = 1 });
            foreach (var _ in own.Batches()) { }
            return new WeakReference(own);
        }
    }

    [Fact]
    public void Several_threads_may_ask_for_it_at_once()
    {
        var trainer = new Trainer(_network, Data, Options);
        var batches = trainer.Batches().GetEnumerator();
        batches.MoveNext();
        string[] digests = new string[8];
        Parallel.For(0, 8, i => digests[i] = _network.Digest());
        Assert.Equal(AfterSteps(1), Assert.Single(digests.Distinct()));
    }

    [Fact]
    public void Another_thread_is_refused_while_training_goes_on()
    {
        var refused = new List<Exception?>();
        var trainer = new Trainer(_network, Data, Options);
        trainer.Stepped = report =>
        {
            if (report.Step != 2) return;
            Action[] doors = [() => _ = trainer.Batches().Count(), () => _ = trainer.Examples().Count(),
                () => _ = trainer.Epochs().Count(), () => trainer.Capture(), () => _ = trainer.Network, () => _network.Digest()];
            foreach (var door in doors) refused.Add(OnAnotherThread(door));
        };
        foreach (var _ in trainer.Epochs()) { }

        Assert.Equal(6, refused.Count);
        Assert.All(refused, error => Assert.Contains("in another thread", Assert.IsType<InvalidOperationException>(error).Message, StringComparison.Ordinal));
        Assert.Equal(Trained.Digest(), _network.Digest());
    }

    [Fact]
    public void Class_weights_changed_later_are_not_seen()
    {
        double[] weights = [1, 2, 1, 1, 1];
        var one = new Trainer(_network, Data, Options with { ClassWeights = weights });
        Array.Fill(weights, double.NaN);
        foreach (var _ in one.Batches()) { }

        var other = TestNetworks.Make("tanh", "softmax", 3);
        foreach (var _ in new Trainer(other, Data, Options with { ClassWeights = [1, 2, 1, 1, 1] }).Batches()) { }
        Assert.Equal(other.Digest(), _network.Digest());
    }

    internal static Exception? OnAnotherThread(Action action)
    {
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(action));
        thread.Start();
        thread.Join();
        return thrown;
    }

    private static Network ByEpochs()
    {
        var network = TestNetworks.Make("tanh", "softmax", 3);
        foreach (var _ in new Trainer(network, Data, Options).Epochs()) { }
        return network;
    }

    // As a copy, which nothing can bring up to date.
    private static string AfterSteps(long steps)
    {
        var trainer = new Trainer(TestNetworks.Make("tanh", "softmax", 3), Data, Options);
        _ = trainer.Batches().First(report => report.Step == steps);
        return trainer.Capture().Network.Digest();
    }
}
