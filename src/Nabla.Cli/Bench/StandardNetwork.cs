namespace Nabla.Cli;

/// <summary>A network of known sizes, trained in a known way, to measure with.</summary>
internal sealed record StandardNetwork
{
    /// <summary>Number of inputs, then of neurons layer by layer.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    public required int BatchSize { get; init; }

    public Activation Activation { get; init; } = Activation.Sigmoid;

    public Cost Cost { get; init; } = Cost.Quadratic;

    /// <summary>Small enough for every seed to learn.</summary>
    public double LearningRate { get; init; } = 1;

    /// <summary>The network of the lectures.</summary>
    public static StandardNetwork Lecture { get; } = new() { Sizes = [784, 16, 16, 10], BatchSize = 10 };

    /// <summary>The one table of them, from the smallest to the largest.</summary>
    public static IReadOnlyList<StandardNetwork> All { get; } =
    [
        Lecture,
        new() { Sizes = [784, 30, 10], BatchSize = 10 },
        AsUsualToday(64, 784, 128, 64, 10),
        AsUsualToday(128, 784, 800, 800, 10),
    ];

    /// <summary>The sizes, such as <c>784-16-16-10</c>.</summary>
    public string Shape => string.Join('-', Sizes);

    /// <summary>Sizes and mini-batch, such as <c>784-16-16-10 b10</c>.</summary>
    public string Name => $"{Shape} b{BatchSize}";

    /// <summary>Numbers of a weight matrix of every layer, added up: the multiply-adds of a forward pass.</summary>
    private long Weights => Enumerable.Range(1, Sizes.Count - 1).Sum(l => (long)Sizes[l - 1] * Sizes[l]);

    /// <summary>
    /// Floating-point operations for one example as the textbook counts them, every multiply-add as two and nothing left
    /// out for zeros: <c>2·Σ n_in·n_out</c>.
    /// </summary>
    public long InferenceFlops => 2 * Weights;

    /// <summary>
    /// The same for learning from it: <c>z = W·a</c> in every layer, <c>δ = Wᵀ·δ</c> in every layer but the first, and
    /// <c>∂C/∂w = a·δ</c> in every layer.
    /// </summary>
    public long TrainingFlops => 2 * (Weights + (Weights - (long)Sizes[0] * Sizes[1]) + Weights);

    /// <summary>The network before training.</summary>
    public Network Create()
    {
        var initializer = Activation.UsualInitializer;
        var output = new Dense(Sizes[^1], Cost.OutputActivation ?? Activation, initializer);
        return Network.Create(
            Sizes[0], seed: 1, [.. Sizes.Skip(1).SkipLast(1).Select(neurons => new Dense(neurons, Activation, initializer)), output]);
    }

    /// <summary>How it is trained, without end.</summary>
    /// <param name="threads">Threads to work with.</param>
    public TrainingOptions Options(int threads) => new()
    {
        Cost = Cost,
        Optimizer = new Sgd(LearningRate),
        BatchSize = BatchSize,
        Epochs = int.MaxValue,
        Threads = threads,
    };

    private static StandardNetwork AsUsualToday(int batchSize, params IReadOnlyList<int> sizes) => new()
    {
        Sizes = sizes,
        BatchSize = batchSize,
        Activation = Activation.Relu,
        Cost = Cost.CrossEntropy,
        LearningRate = 0.1,
    };
}
