namespace Nabla.Cli;

/// <summary>A known way to train, to start from. Options that are given explicitly take the place of its values.</summary>
internal sealed record Preset
{
    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>Neurons of each hidden layer; inputs and outputs come from the data.</summary>
    public required IReadOnlyList<int> Hidden { get; init; }

    public Activation Activation { get; init; } = Activation.Sigmoid;

    public Activation OutputActivation { get; init; } = Activation.Sigmoid;

    public required Cost Cost { get; init; }

    public required Initializer Initializer { get; init; }

    public required double LearningRate { get; init; }

    public int BatchSize { get; init; } = 10;

    public int Epochs { get; init; } = 30;

    public double L2 { get; init; }

    /// <summary>The one table of them; the first is the default.</summary>
    public static IReadOnlyList<Preset> All { get; } =
    [
        new()
        {
            Name = "lecture",
            Description = "the network of the 3Blue1Brown lectures",
            Hidden = [16, 16],
            Cost = Cost.Quadratic,
            Initializer = Initializer.Xavier,
            LearningRate = 1,
        },
        new()
        {
            Name = "nielsen-30",
            Description = "chapter 1 of Nielsen's book",
            Hidden = [30],
            Cost = Cost.HalfQuadratic,
            Initializer = Initializer.Normal,
            LearningRate = 3,
        },
        new()
        {
            Name = "nielsen-100",
            Description = "chapter 3 of Nielsen's book",
            Hidden = [100],
            Cost = Cost.BinaryCrossEntropy,
            Initializer = Initializer.Xavier,
            LearningRate = 0.5,
            L2 = 5,
        },
    ];

    /// <summary>All that it sets, to show.</summary>
    public string Summary =>
        $"{Description}: hidden layers of {string.Join(" and ", Hidden)}, {Activation}, {Cost} cost, η = {Format.Number(LearningRate)}, "
            + $"mini-batches of {BatchSize}, "
        + $"{Epochs} epochs{(L2 > 0 ? $", L2 {Format.Number(L2)}" : "")}, {Initializer} initialisation";

    /// <summary>What <c>nabla train</c> does when it is told nothing.</summary>
    public static Preset Default => All[0];
}
