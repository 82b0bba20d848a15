namespace Nabla;

/// <summary>
/// When to stop before the last epoch: the cost no longer improves. The cost of the validation examples where there are some,
/// else of the training examples.
/// </summary>
public sealed record EarlyStopping
{
    /// <summary>How many epochs in a row may pass without improvement. At least 1; 5 unless set.</summary>
    public int Patience { get; init; } = 5;

    /// <summary>By which part of itself the best cost must fall to count as better. In [0, 1); 0.001 unless set.</summary>
    public double MinimumImprovement { get; init; } = 0.001;

    /// <summary>Whether training ends with the parameters of the best epoch instead of the last one's; not unless set.</summary>
    public bool RestoreBest { get; init; }

    /// <summary>What is wrong with these settings, each with its mend; empty where all is well.</summary>
    internal IEnumerable<Said> Problems()
    {
        if (Patience < 1) yield return $"The patience of early stopping is {Patience}; it must be at least 1 epoch.";
        if (!(MinimumImprovement is >= 0 and < 1))
            yield return $"The minimum improvement of early stopping is {MinimumImprovement}; it must be at least 0 and less than 1.";
    }
}
