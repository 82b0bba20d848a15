using System.Diagnostics.CodeAnalysis;

namespace Nabla;

/// <summary>How parameters θ follow the gradient g, the mean of <c>∂C/∂θ</c> over a mini-batch.</summary>
public abstract record Optimizer
{
    private protected Optimizer(string name, double learningRate, int states) =>
        (Name, LearningRate, StatesPerParameter) = (name, learningRate, states);

    /// <summary>The learning rate η: how far a step goes for a gradient of 1. Positive and finite.</summary>
    public double LearningRate { get; init; }

    /// <summary>Its name in files and on the command line.</summary>
    public string Name { get; }

    /// <summary>Every optimizer there is, each with its usual settings.</summary>
    public static IReadOnlyList<Optimizer> All =>
        [new Sgd(), new Momentum(0.1), new Nesterov(0.1), new RmsProp(), new Adam(), new AdamW()];

    /// <summary>The optimizer of that name, with its usual settings.</summary>
    /// <param name="name">For example <c>adam</c>; upper and lower case are alike.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Optimizer Parse(string name) => TryParse(name, out var optimizer)
        ? optimizer
        : throw Refusal.Argument($"There is no optimizer '{Printable.Name(name)}'. Known: {Said.Names([.. All.Select(known => known.Name)])}.");

    /// <summary>Finds the optimizer of a name, if there is one.</summary>
    /// <param name="name">The name; upper and lower case are alike.</param>
    /// <param name="optimizer">What was found.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? name, [NotNullWhen(true)] out Optimizer? optimizer) =>
        (optimizer = All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) is not null;

    /// <summary>How many numbers it remembers for every parameter; all 0 before the first step.</summary>
    public int StatesPerParameter { get; }

    /// <summary>Whether a step is <c>−η·g</c> and nothing else, so that products can be added to the parameters themselves.</summary>
    internal virtual bool IsPlain => false;

    /// <summary>What can be set of it.</summary>
    internal virtual IReadOnlyList<Setting<Optimizer>> Settings =>
    [
        Setting<Optimizer>.Of<Optimizer, double>(
            "learning-rate", $"how far a step goes", SettingValues.Positive, "3", o => o.LearningRate, (o, x) => o with { LearningRate = x },
            group: SettingGroups.LearningRate, symbol: "η"),
    ];

    /// <summary>What is wrong with its settings, each with its mend; empty where all is well.</summary>
    public virtual IEnumerable<Said> Problems() => Settings.Select(setting => setting.Problem(this)).OfType<Said>();

    /// <summary>A setting of one kind of optimizer.</summary>
    private protected static Setting<Optimizer> Own<T>(
        string name, string symbol, Said summary, SettingValues<double> values, string example, Func<T, double> get, Func<T, double, Optimizer> set)
        where T : Optimizer => Setting<Optimizer>.Of(name, summary, values, example, get, set, group: SettingGroups.Training, symbol: symbol);
}
