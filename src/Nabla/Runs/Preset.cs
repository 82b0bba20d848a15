using System.Globalization;

namespace Nabla;

/// <summary>A known way to train, to start from. What is said besides takes the place of its values.</summary>
public sealed record Preset
{
    /// <summary>Its name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>What it is known for.</summary>
    public required string Description { get; init; }

    /// <summary>Neurons of each hidden layer; inputs and outputs come from the data.</summary>
    public required IReadOnlyList<int> Hidden { get; init; }

    /// <summary>The activation of the hidden layers; sigmoid unless set.</summary>
    public Activation Activation { get; init; } = Activation.Sigmoid;

    /// <summary>The activation of the last layer; sigmoid unless set.</summary>
    public Activation OutputActivation { get; init; } = Activation.Sigmoid;

    /// <summary>The cost.</summary>
    public required Cost Cost { get; init; }

    /// <summary>How weights are chosen.</summary>
    public required Initializer Initializer { get; init; }

    /// <summary>The optimizer, with its learning rate.</summary>
    public required Optimizer Optimizer { get; init; }

    /// <summary>How the learning rate changes; not at all unless set.</summary>
    public LearningRateSchedule Schedule { get; init; } = new ConstantRate();

    /// <summary>Examples in a mini-batch; 10 unless set.</summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>How often the data is gone through; 30 unless set.</summary>
    public int Epochs { get; init; } = 30;

    /// <summary>The λ of L2 regularisation; 0 unless set.</summary>
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
            Optimizer = new Sgd(1),
        },
        new()
        {
            Name = "nielsen-30",
            Description = "chapter 1 of Nielsen's book",
            Hidden = [30],
            Cost = Cost.HalfQuadratic,
            Initializer = Initializer.Normal,
            Optimizer = new Sgd(3),
        },
        new()
        {
            Name = "nielsen-100",
            Description = "chapter 3 of Nielsen's book",
            Hidden = [100],
            Cost = Cost.BinaryCrossEntropy,
            Initializer = Initializer.Xavier,
            Optimizer = new Sgd(0.5),
            L2 = 5,
        },
        new()
        {
            Name = "modern",
            Description = "the lectures' sizes by a recipe of today",
            Hidden = [16, 16],
            Activation = Activation.Gelu,
            OutputActivation = Activation.Softmax,
            Cost = Cost.CrossEntropy,
            Initializer = Initializer.He,
            Optimizer = new Adam(0.01),
            Schedule = new OneCycle(),
            BatchSize = 64,
        },
        new()
        {
            Name = "table",
            Description = "for tables of your own; for regression with half-quadratic cost and identity outputs",
            Hidden = [32],
            Activation = Activation.Relu,
            OutputActivation = Activation.Softmax,
            Cost = Cost.CrossEntropy,
            Initializer = Initializer.He,
            Optimizer = new Adam(0.005),
            Schedule = new OneCycle(),
            BatchSize = 32,
            Epochs = 100,
        },
    ];

    /// <summary>All that it sets, to start from.</summary>
    public RunConfiguration Configuration => new()
    {
        Hidden = Hidden,
        Activation = Activation,
        OutputActivation = OutputActivation,
        Initializer = Initializer,
        Training = new TrainingOptions { Cost = Cost, Optimizer = Optimizer, Schedule = Schedule, BatchSize = BatchSize, Epochs = Epochs, L2 = L2 },
    };

    /// <summary>All that it sets, to show.</summary>
    public string Summary =>
        $"{Description}: hidden layers of {string.Join(" and ", Hidden)}, {Activation}, {Cost} cost, {OptimizerSummary}, "
            + $"mini-batches of {BatchSize}, "
        + $"{Epochs} epochs{(L2 > 0 ? $", L2 {L2.ToString("G6", CultureInfo.InvariantCulture)}" : "")}, {Initializer} initialisation";

    private string OptimizerSummary =>
        $"{(Optimizer.IsPlain ? "" : Optimizer.Name + " with ")}η = {Optimizer.LearningRate.ToString("G6", CultureInfo.InvariantCulture)}{(Schedule is ConstantRate ? "" : $" and a {Schedule.Name} schedule")}";

    /// <summary>What <c>nabla train</c> does when it is told nothing.</summary>
    public static Preset Default => All[0];

    /// <summary>What it does with a table when it is told nothing else.</summary>
    public static Preset Table => All[^1];
}
