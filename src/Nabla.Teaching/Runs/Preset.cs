using System.Globalization;

namespace Nabla.Runs;

/// <summary>A known way to train, to start from. What is said besides takes the place of its values.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Description">What it is known for.</param>
/// <param name="Configuration">All that it sets.</param>
public sealed record Preset(string Name, string Description, RunConfiguration Configuration)
{
    /// <summary>The one table of them; the first is the default.</summary>
    public static IReadOnlyList<Preset> All { get; } =
    [
        new("lecture", "the network of the 3Blue1Brown lectures", new()),
        new("nielsen-30", "chapter 1 of Nielsen's book", new()
        {
            Hidden = [30],
            Initializer = Initializer.Normal,
            Training = new() { Cost = Cost.HalfQuadratic, Optimizer = new Sgd(3) },
        }),
        new("nielsen-100", "chapter 3 of Nielsen's book", new()
        {
            Hidden = [100],
            Training = new() { Cost = Cost.BinaryCrossEntropy, Optimizer = new Sgd(0.5), L2 = 5 },
        }),
        new("modern", "the lectures' sizes by a recipe of today", new()
        {
            Activation = Activation.Gelu,
            OutputActivation = Activation.Softmax,
            Initializer = Initializer.He,
            Training = new() { Cost = Cost.CrossEntropy, Optimizer = new Adam(0.01), Schedule = new OneCycle(), BatchSize = 64 },
        }),
        new("table", "for tables of your own; for regression with half-quadratic cost and identity outputs", new()
        {
            Hidden = [32],
            Activation = Activation.Relu,
            OutputActivation = Activation.Softmax,
            Initializer = Initializer.He,
            Training = new() { Cost = Cost.CrossEntropy, Optimizer = new Adam(0.005), Schedule = new OneCycle(), BatchSize = 32, Epochs = 100 },
        }),
    ];

    /// <summary>What <c>nabla train</c> does when it is told nothing.</summary>
    public static Preset Default => All[0];

    /// <summary>What it does with a table when it is told nothing else.</summary>
    public static Preset Table => All[^1];

    /// <summary>All that it sets, to show.</summary>
    public string Summary
    {
        get
        {
            var (c, t) = (Configuration, Configuration.Training);
            return $"{Description}: hidden layers of {string.Join(" and ", c.Hidden)}, {c.Activation}, {t.Cost} cost, "
                + $"{(t.Optimizer.IsPlain ? "" : t.Optimizer.Name + " with ")}η = {Text(t.Optimizer.LearningRate)}"
                + $"{(t.Schedule is ConstantRate ? "" : $" and a {t.Schedule.Name} schedule")}, mini-batches of {t.BatchSize}, {t.Epochs} epochs"
                + $"{(t.L2 > 0 ? $", L2 {Text(t.L2)}" : "")}, {c.Initializer} initialisation";
        }
    }

    private static string Text(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
