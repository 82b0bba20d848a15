namespace Nabla.Tests;

/// <summary>Every optimizer, schedule and penalty against PyTorch.</summary>
public class OptimizerTests
{
    private const int Examples = 12, Steps = 8;

    private static readonly Dictionary<string, TrainingOptions> Runs = new(StringComparer.Ordinal)
    {
        ["sgd"] = Options(new Sgd(0.5)),
        ["sgd l1"] = Options(new Sgd(0.5)) with { L1 = 0.3 },
        ["sgd l1 l2"] = Options(new Sgd(0.5)) with { L1 = 0.1, L2 = 0.4 },
        ["sgd clipped"] = Options(new Sgd(0.5)) with { MaximumGradient = 0.2 },
        ["sgd class weights"] = Options(new Sgd(0.5)) with { ClassWeights = [1, 2.5, 0.5, 1] },
        ["momentum"] = Options(new Momentum(0.1) { Mu = 0.8 }),
        ["nesterov"] = Options(new Nesterov(0.1)),
        ["rmsprop"] = Options(new RmsProp(0.02) { Rho = 0.95, Epsilon = 1e-7 }),
        ["adam"] = Options(new Adam(0.05)),
        ["adam l2"] = Options(new Adam(0.05)) with { L2 = 0.4 },
        ["adam betas"] = Options(new Adam(0.05) { Beta1 = 0.8, Beta2 = 0.99, Epsilon = 1e-4 }),
        ["adamw"] = Options(new AdamW(0.05) { WeightDecay = 0.1 }),
        ["adam clipped"] = Options(new Adam(0.05)) with { MaximumGradient = 0.1 },
        ["sgd cosine"] = Options(new Sgd(0.5), new CosineDecay { Least = 0.1 }),
        ["sgd step"] = Options(new Sgd(0.5), new StepDecay { Every = 3, Decay = 0.3 }),
        ["sgd one-cycle"] = Options(new Sgd(0.5), new OneCycle()),
        ["sgd warm-up"] = Options(new Sgd(0.5), new ConstantRate { WarmUpEpochs = 4 }),
    };

    public static TheoryData<string> Names() => [.. Golden.LoadOptimizers().Keys];

    [Fact]
    public void Every_optimizer_has_such_a_run() =>
        Assert.Equal(Optimizer.All.Select(known => known.Name).Order(), Runs.Values.Select(run => run.Optimizer.Name).Distinct().Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_run_ends_where_pytorchs_does(string run)
    {
        var network = Network();
        var trainer = new Trainer(network, Data(), Runs[run]);
        Assert.Equal(Steps, trainer.Batches().Count());
        double[] expected = Golden.LoadOptimizers()[run];
        float[] actual = TestNetworks.Parameters(trainer.Network);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 2e-5);
    }

    [Theory]
    [InlineData("momentum")]
    [InlineData("nesterov")]
    [InlineData("rmsprop")]
    [InlineData("adamw")]
    [InlineData("adam clipped")]
    [InlineData("sgd l1 l2")]
    public void Every_width_and_number_of_threads_ends_with_the_same_bits(string run)
    {
        var results = new List<string>();
        foreach (var (lanes, threads) in ((int, int)[])[(16, 1), (16, 3), (8, 2), (4, 1)])
        {
            var network = Nabla.Network.Create(60, seed: 5, new Dense(300, Activation.Relu), new Dense(5, Activation.Softmax));
            var data = TestNetworks.Data(100, inputs: 60);
            var options = Runs[run];
            var kernel = NetworkKernel.Create(network, Cost.CrossEntropy, 100, lanes, new Crew(threads));
            for (int step = 1; step <= 3; step++)
            {
                kernel.SetExamples(data, [.. Enumerable.Range(0, 100)]);
                kernel.DropOut(0.3f, (ulong)step);
                kernel.Forward(100);
                kernel.CostSum(100);
                kernel.Backward(100);
                kernel.ClearGradient();
                kernel.Accumulate(100);
                kernel.Penalize((float)options.L1, (float)options.L2);
                kernel.Step(options.Optimizer, 0.1, step, (float)(0.01 / kernel.SquaredGradient()));
            }

            kernel.Store(network);
            results.Add(network.Digest());
        }

        Assert.Single(results.Distinct());
    }

    [Fact]
    public void What_an_optimizer_remembers_can_be_taken_out_and_put_back()
    {
        var options = Runs["adam"];
        var trainer = new Trainer(Network(), Data(), options);
        Assert.Equal(Steps, trainer.Batches().Count());

        // The same run in two kernels, the second of which takes over after three steps.
        var first = NetworkKernel.Create(Network(), options.Cost, Examples);
        for (int step = 1; step <= 3; step++) Step(first, step);
        var taken = Network();
        first.Store(taken);
        var second = NetworkKernel.Create(taken, options.Cost, Examples);
        for (int i = 0; i < options.Optimizer.StatesPerParameter; i++)
        {
            var state = Network();
            first.StoreState(options.Optimizer, i, state);
            second.LoadState(options.Optimizer, i, state);
        }

        for (int step = 4; step <= Steps; step++) Step(second, step);
        second.Store(taken);
        Assert.Equal(trainer.Network.Digest(), taken.Digest());

        void Step(ILearningKernel kernel, int step)
        {
            var data = Data();
            var order = new EpochOrder(Examples, options.Seed);
            order.Shuffle(step);
            kernel.SetExamples(data, order.Slice(0, Examples));
            kernel.Forward(Examples);
            kernel.Backward(Examples);
            kernel.ClearGradient();
            kernel.Accumulate(Examples);
            kernel.Step(options.Optimizer, options.Optimizer.LearningRate, step, 1f / Examples);
        }
    }

    [Fact]
    public void Dropped_neurons_pass_nothing_and_the_others_make_up_for_them()
    {
        // All inputs and weights 1: a hidden neuron is 4, and the output the sum of those that stayed, times 1/(1−p).
        var network = new Network(new DenseLayer(4, 1000, Activation.Identity), new DenseLayer(1000, 1, Activation.Identity));
        foreach (var layer in network.Layers) layer.Weights.Fill(1);
        var kernel = NetworkKernel.Create(network, Cost.Quadratic, 2);
        foreach (int slot in (int[])[0, 1]) kernel.SetInput(slot, [1f, 1f, 1f, 1f]);
        kernel.DropOut(0.25f, draw: 9);
        kernel.Forward(2);
        double first = kernel.Output(0)[0], second = kernel.Output(1)[0];
        double kept = first * 0.75 / 4;
        Assert.Equal(Math.Round(kept), kept, 0.01);
        Assert.InRange(kept, 700, 800);
        Assert.NotEqual(first, second);
        kernel.DropOut(0, 0);
        kernel.Forward(1);
        Assert.Equal(4000, kernel.Output(0)[0]);
    }

    [Fact]
    public void Rate_falls_on_a_plateau()
    {
        // So small a rate that no cost falls.
        var trainer = new Trainer(Network(), Data(), Options(new Sgd(1e-30), new ReduceOnPlateau { Patience = 2, Decay = 0.1 }));
        double[] rates = [.. trainer.Epochs().Select(_ => trainer.LearningRate * 1e30)];
        double[] expected = [1, 1, 0.1, 0.1, 0.01, 0.01, 0.001, 0.001];
        for (int epoch = 0; epoch < Steps; epoch++) Assert.Equal(expected[epoch], rates[epoch], 1e-9);
    }

    [Fact]
    public void Best_parameters_come_back_where_that_is_asked_for()
    {
        var data = TestNetworks.Data(40, inputs: 6, classes: 4);
        var validation = TestNetworks.Data(40, seed: 99, inputs: 6, classes: 4);
        var network = Network();
        var options = Options(new Sgd(2)) with { Epochs = 60, EarlyStopping = new EarlyStopping { Patience = 8, RestoreBest = true } };
        var trainer = new Trainer(network, data, options, validation: validation);
        double best = trainer.Epochs().Min(report => report.Validation!.Cost);
        Assert.Equal(TrainingState.StoppedEarly, trainer.State);
        Assert.Equal(best, Evaluator.Evaluate(trainer.Network, validation, Cost.CrossEntropy).Cost, 2e-3 * best);
    }

    [Fact]
    public void Settings_that_make_no_sense_are_all_named()
    {
        var options = Options(new Adam(-1) { Beta1 = 1, Epsilon = 0 }, new OneCycle { Rise = 2, WarmUpEpochs = -1 })
            with
        { L1 = -1, DropOut = 1, MaximumGradient = 0, ClassWeights = [1, -2] };
        var problems = options.Problems(Network(), Data());
        foreach (string part in (string[])["learning-rate is '-1'", "beta1 is '", "epsilon is '", "one-cycle-rise is '2'",
            "warm-up is '", "l1 is '", "dropout is '", "clip is '", "2 class weights", "class-weights is '1--2'"])
            Assert.Contains(problems, problem => problem.ToString().Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public void Kind_stays_whatever_its_settings_are()
    {
        var still = (AdamW)Optimizer.Parse("adamw") with { WeightDecay = 0 };
        Assert.Equal("adamw", still.Name);
        Assert.Empty(still.Problems());
        Assert.NotEqual<Optimizer>(new Adam(), new AdamW { WeightDecay = 0 });
        Assert.NotEqual<Optimizer>(new Momentum(0.1), new Nesterov(0.1));
    }

    [Fact]
    public void Settings_are_all_that_a_kind_can_be_given()
    {
        foreach (var optimizer in Optimizer.All)
        {
            var own = optimizer.GetType().GetProperties().Where(property => property.SetMethod is not null);
            Assert.Equal(own.Count(), optimizer.Settings.Count);
            foreach (var setting in optimizer.Settings)
            {
                Assert.Null(setting.Problem(optimizer));
                var changed = setting.Set(optimizer, "0.125");
                Assert.IsType(optimizer.GetType(), changed);
                Assert.Equal("0.125", setting.ValueOf(changed));
                Assert.NotEqual(optimizer, changed);
                Assert.Equal(optimizer, setting.Set(changed, setting.ValueOf(optimizer)!));
                Assert.Contains(setting.Range.ToString(), Assert.Throws<FormatException>(() => setting.Set(optimizer, "-1")).Message, StringComparison.Ordinal);
            }
        }
    }

    private static TrainingOptions Options(Optimizer optimizer, LearningRateSchedule? schedule = null) => new()
    {
        Cost = Cost.CrossEntropy, Optimizer = optimizer, Schedule = schedule ?? new ConstantRate(), BatchSize = Examples, Epochs = Steps,
    };

    // The same whole-number formulas as in optimizers.py.
    private static Network Network()
    {
        int[] sizes = [6, 5, 4];
        var network = new Network(new DenseLayer(6, 5, Activation.Tanh), new DenseLayer(5, 4, Activation.Softmax));
        for (int l = 0; l < 2; l++)
        {
            for (int j = 0; j < sizes[l + 1]; j++)
            {
                network.Layers[l].Biases[j] = ((j * 3 + l) % 7 - 3) / 8f;
                for (int k = 0; k < sizes[l]; k++) network.Layers[l][j, k] = ((j * 13 + k * 7 + l * 5) % 23 - 11) / 16f;
            }
        }

        return network;
    }

    private static Dataset Data()
    {
        float[] values = new float[Examples * 6];
        for (int i = 0; i < Examples; i++)
        {
            for (int k = 0; k < 6; k++)
            {
                float x = (i * 37 + k * 11 + i * k) % 17 / 16f;
                values[i * 6 + k] = x < 0.25f ? 0 : x;
            }
        }

        return Dataset.FromValues(values, [.. Enumerable.Range(0, Examples).Select(i => (i * 5 + 2) % 4)], 6, 4);
    }
}
