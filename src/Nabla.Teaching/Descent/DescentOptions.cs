namespace Nabla.Descent;

/// <summary>How a function is descended.</summary>
public sealed record DescentOptions
{
    /// <summary>The learning rate η: a step is <c>−η·∇f</c>, so that steps shrink with the slope. 0.1 unless set.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>The length of every step, however steep it is: <c>−s·∇f/|∇f|</c>; null (unless set) for steps that follow the slope.</summary>
    public double? FixedStep { get; init; }

    /// <summary>The part μ of each step that the next one keeps, from 0 to less than 1: <c>v ← μv − η∇f</c>. 0 unless set.</summary>
    public double Momentum { get; init; }

    /// <summary>The most steps, at least 1; 1,000 unless set.</summary>
    public int MaxSteps { get; init; } = 1000;

    /// <summary>The length of the gradient that counts as none; 10⁻⁶ unless set.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>Everything that is wrong with them, each with its mend; empty where all is well.</summary>
    public IReadOnlyList<Said> Problems()
    {
        var problems = new List<Said>();
        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
            problems.Add($"The learning rate is {LearningRate}; it must be a positive number, such as 0.1.");
        if (FixedStep is { } step && !(step > 0 && double.IsFinite(step)))
            problems.Add($"The fixed step is {step}; it must be a positive number, such as 0.1.");
        if (!(Momentum is >= 0 and < 1)) problems.Add($"The momentum is {Momentum}; it must be at least 0 and less than 1.");
        if (FixedStep is not null && Momentum > 0) problems.Add($"A fixed step keeps nothing of the one before; leave the momentum out.");
        if (MaxSteps < 1) problems.Add($"The number of steps is {MaxSteps}; it must be at least 1.");
        if (!(Tolerance > 0)) problems.Add($"The tolerance is {Tolerance}; it must be a positive number, such as 1e-6.");
        return problems;
    }

    internal void Check()
    {
        if (Problems() is { Count: > 0 } problems) throw Refusal.Argument(problems.Aggregate((all, next) => $"{all} {next}"));
    }
}
