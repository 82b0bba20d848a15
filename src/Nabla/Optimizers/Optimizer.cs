namespace Nabla;

/// <summary>How parameters θ follow the gradient g, the mean of <c>∂C/∂θ</c> over a mini-batch.</summary>
public abstract record Optimizer
{
    private protected Optimizer(double learningRate) => LearningRate = learningRate;

    /// <summary>The learning rate η: how far a step goes for a gradient of 1. Positive and finite.</summary>
    public double LearningRate { get; init; }

    /// <summary>Its name in files and on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Every optimizer there is, each with its usual settings.</summary>
    public static IReadOnlyList<Optimizer> All =>
        [new Sgd(1), new Momentum(0.1), new Momentum(0.1) { IsNesterov = true }, new RmsProp(), new Adam(), new Adam { WeightDecay = 0.01 }];

    /// <summary>The optimizer of that name, with its usual settings.</summary>
    /// <param name="name">For example <c>adam</c>; upper and lower case are alike.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Optimizer Parse(string name) =>
        All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw Refusal.Argument($"There is no optimizer '{Printable.Name(name)}'. Known: {string.Join(", ", All.Select(known => known.Name))}.");

    /// <summary>How many numbers it remembers for every parameter; all 0 before the first step.</summary>
    public abstract int StatesPerParameter { get; }

    /// <summary>What is wrong with its settings, each with its mend; empty where all is well.</summary>
    public virtual IEnumerable<Said> Problems()
    {
        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
            yield return $"The learning rate is {LearningRate}; it must be a positive number, such as 3.";
    }

    private protected static Said? PartProblem(Said name, double value, string example) =>
        value is >= 0 and < 1 ? null : (Said)$"The {name} is {value}; it must be at least 0 and less than 1, such as {example}.";
}
