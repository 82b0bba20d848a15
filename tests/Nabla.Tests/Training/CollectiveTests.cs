namespace Nabla.Tests;

/// <summary>
/// Trainers that descend together. Promised: every one of them has the same network, bit for bit, after every step, and where no sum is rounded
/// that of one trainer alone; else, without drop-out, that of one trainer but for the rounding of sums that are added up in another order.
/// </summary>
public class CollectiveTests
{
    private static readonly Dictionary<string, TrainingOptions> Runs = new(StringComparer.Ordinal)
    {
        ["sgd"] = Options(new Sgd(0.5)),
        ["sgd l2"] = Options(new Sgd(0.5)) with { L2 = 0.4 },
        ["sgd l1 clipped"] = Options(new Sgd(0.5)) with { L1 = 0.1, MaximumGradient = 0.3 },
        ["sgd class weights"] = Options(new Sgd(0.5)) with { ClassWeights = [1, 2.5, 0.5, 1, 3] },
        ["nesterov"] = Options(new Nesterov(0.1)),
        ["adamw"] = Options(new AdamW(0.05) { WeightDecay = 0.1 }),
        ["plateau"] = Options(new Sgd(0.5)) with { Schedule = new ReduceOnPlateau { Patience = 1, Decay = 0.1 }, EarlyStopping = new EarlyStopping() },
    };

    public static TheoryData<string> Names() => [.. Runs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_end_with_equal_bits_and_with_what_one_learns(string run)
    {
        var data = TestNetworks.Data(33);
        var alone = new Trainer(Network(), data, Runs[run]);
        double cost = alone.Epochs().Last().Train.Cost;
        var (first, second) = Together(Runs[run], data);
        Assert.Equal(first.Network.Digest(), second.Network.Digest());
        Assert.Equal(alone.Step, first.Step);
        Assert.Equal(cost, Evaluator.Evaluate(first.Network, data, Cost.CrossEntropy).Cost, 1e-5);
        float[] expected = TestNetworks.Parameters(alone.Network), actual = TestNetworks.Parameters(first.Network);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-4);
    }

    [Fact]
    public void Where_no_sum_is_rounded_two_are_one_to_the_bit()
    {
        // Small whole numbers, and rates and mini-batches that are powers of two: every sum is exact.
        var rng = new Rng(5);
        float[] values = [.. Enumerable.Range(0, 16 * 3).Select(_ => (float)rng.NextInt(3))];
        float[] targets = [.. Enumerable.Range(0, 16 * 2).Select(_ => (float)rng.NextInt(5))];
        var data = Dataset.FromValues(values, targets, 3, 2);
        var options = new TrainingOptions { Cost = Cost.HalfQuadratic, Optimizer = new Sgd(0.125), BatchSize = 8, Epochs = 1, Threads = 1 };
        var alone = Linear();
        foreach (var _ in new Trainer(alone, data, options).Epochs()) { }

        var (first, second) = Together(options, data, Linear);
        Assert.Equal(TestNetworks.Parameters(alone), TestNetworks.Parameters(first.Network));
        Assert.Equal(TestNetworks.Parameters(alone), TestNetworks.Parameters(second.Network));

        static Network Linear() => new(new DenseLayer(3, 2, Activation.Identity));
    }

    [Fact]
    public void Drop_out_and_variation_leave_them_equal()
    {
        byte[] pixels = new byte[20 * 16];
        new Rng(2).Shuffle<byte>(pixels.AsSpan());
        for (int i = 0; i < pixels.Length; i++) pixels[i] = (byte)(i * 37);
        var data = Dataset.FromImages(pixels, [.. Enumerable.Range(0, 20).Select(i => i % 5)], 4, 4, 5);
        var options = Options(new Adam(0.01)) with { DropOut = 0.3, Augmentation = new Augmentation { Shift = 1 } };
        var (first, second) = Together(options, data, () => Nabla.Network.Create(16, 1, new Dense(9, Activation.Tanh), new Dense(5, Activation.Softmax)));
        Assert.Equal(first.Network.Digest(), second.Network.Digest());
        Assert.Equal(TrainingState.Finished, first.State);
    }

    [Fact]
    public void A_mini_batch_of_fewer_examples_than_trainers_is_a_step_for_all()
    {
        var options = Options(new Sgd(0.5)) with { BatchSize = 1 };
        var data = TestNetworks.Data(5);
        var (first, second) = Together(options, data);
        Assert.Equal(first.Network.Digest(), second.Network.Digest());
        var alone = new Trainer(Network(), data, options with { MaximumGradient = double.MaxValue });
        foreach (var _ in alone.Epochs()) { }

        // With one of them idle there is nothing to be added up in another order.
        Assert.Equal(alone.Network.Digest(), first.Network.Digest());
    }

    [Fact]
    public void All_diverge_where_one_does()
    {
        // Only one example overflows, and only one trainer looks at it.
        float[] values = new float[8 * 11];
        values.AsSpan().Fill(0.5f);
        values.AsSpan(0, 11).Fill(float.MaxValue);
        var data = Dataset.FromValues(values, [0, 1, 2, 3, 4, 0, 1, 2], 11, 5);
        var options = Options(new Sgd(0.5)) with { BatchSize = 8, Cost = Cost.HalfQuadratic };
        var network = TestNetworks.Make("identity", "identity", 2);
        var (first, second) = Together(options, data, network.Clone);
        Assert.Equal(TrainingState.Diverged, first.State);
        Assert.Equal(TrainingState.Diverged, second.State);
        Assert.Equal(network.Digest(), first.Network.Digest());
        Assert.Equal(network.Digest(), second.Network.Digest());
    }

    [Fact]
    public void Any_of_them_can_be_captured_and_goes_on_as_all_do()
    {
        var data = TestNetworks.Data(33);
        var (whole, _) = Together(Runs["adamw"], data);
        var states = new TrainerState[2];
        Each(collective =>
        {
            var trainer = new Trainer(Network(), data, Runs["adamw"], null, null, collective);
            foreach (var _ in trainer.Batches().Take(7)) { }

            states[collective.Rank] = trainer.Capture();
        });
        Assert.Equal(states[0].Network.Digest(), states[1].Network.Digest());
        Assert.Equal(states[0].OptimizerStates.Select(state => state.Digest()), states[1].OptimizerStates.Select(state => state.Digest()));
        var resumed = Trainer.Resume(states[1], data, Runs["adamw"]);
        foreach (var _ in resumed.Epochs()) { }

        float[] expected = TestNetworks.Parameters(whole.Network), actual = TestNetworks.Parameters(resumed.Network);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-4);
    }

    [Fact]
    public void A_step_of_a_trainer_by_itself_allocates_nothing_on_the_way_of_the_gradient()
    {
        var trainer = new Trainer(Network(), TestNetworks.Data(400), Options(new Adam(0.01)) with { BatchSize = 2, MaximumGradient = 1, DropOut = 0.1, Threads = 1 });
        using var steps = trainer.Batches().GetEnumerator();
        for (int i = 0; i < 20; i++) Assert.True(steps.MoveNext());
        Allocated.MustBeNothing(() =>
        {
            for (int i = 0; i < 60; i++) Assert.True(steps.MoveNext());
        });
    }

    private static TrainingOptions Options(Optimizer optimizer) =>
        new() { Cost = Cost.CrossEntropy, Optimizer = optimizer, BatchSize = 10, Epochs = 3, Seed = 4, Threads = 1 };

    private static Network Network() => TestNetworks.Make("tanh", "softmax", 3);

    private static (Trainer First, Trainer Second) Together(TrainingOptions options, Dataset data, Func<Network>? network = null)
    {
        var trainers = new Trainer[2];
        Each(collective =>
        {
            var trainer = trainers[collective.Rank] = new Trainer((network ?? Network)(), data, options, null, null, collective);
            foreach (var _ in trainer.EpochsIfAny()) { }
        });
        return (trainers[0], trainers[1]);
    }

    private static void Each(Action<ICollective> work)
    {
        using var pair = new Pair();
        Exception? other = null;
        var thread = new Thread(() => other = Record.Exception(() => work(pair.Second)));
        thread.Start();
        var own = Record.Exception(() => work(pair.First));
        thread.Join();
        Assert.Null(own);
        Assert.Null(other);
    }

    /// <summary>Two trainers in two threads, each of which waits for the other.</summary>
    private sealed class Pair : IDisposable
    {
        private readonly Barrier _barrier = new(2);
        private readonly double[][] _numbers = [[], []];

        public ICollective First => new Member(this, 0);

        public ICollective Second => new Member(this, 1);

        public void Dispose() => _barrier.Dispose();

        private double[] Sum(int rank, double[] own)
        {
            _numbers[rank] = own;
            Meet();
            Assert.Equal(_numbers[0].Length, _numbers[1].Length);
            double[] sums = [.. _numbers[0].Zip(_numbers[1], (x, y) => x + y)];
            Meet();
            return sums;
        }

        // Should one of them have failed, the other does not wait for ever.
        private void Meet()
        {
            if (!_barrier.SignalAndWait(TimeSpan.FromMinutes(2))) throw new InvalidOperationException("The other trainer did not come.");
        }

        private sealed class Member(Pair pair, int rank) : ICollective
        {
            public int Size => 2;

            public int Rank => rank;

            public void Sum(Span<float> numbers)
            {
                double[] sums = pair.Sum(rank, [.. numbers.ToArray().Select(x => (double)x)]);
                for (int i = 0; i < sums.Length; i++) numbers[i] = (float)sums[i];
            }

            public void Sum(Span<double> numbers) => pair.Sum(rank, numbers.ToArray()).CopyTo(numbers);
        }
    }
}
