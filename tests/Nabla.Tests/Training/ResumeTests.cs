namespace Nabla.Tests;

/// <summary>A training that is captured and resumed ends with the bits of the one that was not.</summary>
public class ResumeTests
{
    public static TheoryData<string> Recipes => [.. Optimizer.All.Select(optimizer => optimizer.Name)];

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Every_step_can_be_resumed_from(string optimizer)
    {
        var options = Options(optimizer);
        var whole = new Trainer(Start(), Data, options, validation: Aside);
        var states = new List<TrainerState> { whole.Capture() };
        whole.Stepped = report => { if (report.Step % whole.StepsPerEpoch != 0) states.Add(whole.Capture()); };
        var epochs = new List<EpochReport>();
        foreach (var report in whole.Epochs(Aside))
        {
            epochs.Add(report);
            states.Add(whole.Capture());
        }

        string digest = whole.Network.Digest();
        Assert.Equal(1 + whole.Step, states.Count);
        foreach (var state in states)
        {
            var resumed = Trainer.Resume(state, Data, options, validation: Aside);
            var rest = resumed.Epochs(Aside).ToList();

            Assert.Equal(epochs.Skip(epochs.Count - rest.Count).Select(Figures), rest.Select(Figures));
            Assert.Equal((digest, whole.Step, whole.State), (resumed.Network.Digest(), resumed.Step, resumed.State));
        }
    }

    [Fact]
    public void A_mini_batch_that_was_begun_example_by_example_goes_on()
    {
        var whole = new Trainer(Start(), Data, Options("adam"));
        foreach (var example in whole.Examples().Take(11)) _ = example;
        var resumed = Trainer.Resume(whole.Capture(), Data, Options("adam"));

        Assert.Equal(whole.Examples().Select(report => (report.Index, report.Cost)), resumed.Examples().Select(report => (report.Index, report.Cost)));
        Assert.Equal(whole.Network.Digest(), resumed.Network.Digest());
    }

    [Fact]
    public void A_captured_state_is_a_copy()
    {
        var trainer = new Trainer(Start(), Data, Options("sgd"));
        var state = trainer.Capture();
        string before = state.Network.Digest();
        foreach (var _ in trainer.Batches().Take(3)) { }

        Assert.Equal(before, state.Network.Digest());
        Assert.NotEqual(before, trainer.Network.Digest());
    }

    [Fact]
    public void A_state_of_other_options_is_refused()
    {
        var trainer = new Trainer(Start(), Data, Options("sgd"));
        foreach (var _ in trainer.Batches().Take(5)) { }
        var state = trainer.Capture();

        Assert.Throws<ArgumentException>(() => Trainer.Resume(state, Data, Options("adam")));
        Assert.Throws<ArgumentException>(() => Trainer.Resume(state, Data, Options("sgd") with { BatchSize = 3 }));
        Assert.Throws<ArgumentException>(() => Trainer.Resume(state, Data.Take(8), Options("sgd")));
    }

    [Fact]
    public void Divergence_after_a_resume_ends_with_the_same_network()
    {
        var options = new TrainingOptions { Optimizer = new Sgd(40), Cost = Cost.Quadratic, BatchSize = 4, Epochs = 50 };
        var whole = new Trainer(Linear(), Data, options);
        var states = new List<TrainerState>();
        whole.Stepped = report => { if (report.Step % whole.StepsPerEpoch != 0) states.Add(whole.Capture()); };
        foreach (var _ in whole.EpochsIfAny()) { }
        Assert.Equal(TrainingState.Diverged, whole.State);

        var resumed = Trainer.Resume(states[^1], Data, options);
        foreach (var _ in resumed.EpochsIfAny()) { }

        Assert.Equal((TrainingState.Diverged, whole.Network.Digest()), (resumed.State, resumed.Network.Digest()));

        static Network Linear() => TestNetworks.Make("identity", "identity", 2);
    }

    internal static Dataset Data { get; } = TestNetworks.Data(30);

    private static Dataset Aside { get; } = TestNetworks.Data(20, seed: 9);

    private static Network Start() => TestNetworks.Make("tanh", "softmax", 3);

    // All that a training has to remember at once.
    private static TrainingOptions Options(string optimizer) => new()
    {
        Cost = Cost.CrossEntropy,
        Optimizer = Optimizer.Parse(optimizer) with { LearningRate = 0.05 },
        Schedule = new ReduceOnPlateau { Patience = 1, WarmUpEpochs = 1 },
        BatchSize = 4,
        Epochs = 6,
        DropOut = 0.2,
        L2 = 0.1,
        EarlyStopping = new EarlyStopping { Patience = 4, RestoreBest = true },
    };

    private static (int, long, double, double) Figures(EpochReport report) => (report.Epoch, report.Step, report.Train.Cost, report.Validation?.Cost ?? 0);
}
