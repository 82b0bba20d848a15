namespace Nabla;

/// <summary>Options that cannot be trained with; <see cref="Problems"/> has a line for each thing to mend.</summary>
public sealed class TrainingOptionsException : ArgumentException
{
    /// <summary>An exception for some problems.</summary>
    /// <param name="problems">A line each.</param>
    public TrainingOptionsException(IReadOnlyList<Said> problems)
        : base(string.Join(Environment.NewLine, problems ?? []))
    {
        ArgumentNullException.ThrowIfNull(problems);
        Problems = problems;
        Said.Lines(problems).On(this);
    }

    /// <summary>An exception for one problem.</summary>
    /// <param name="problem">What is wrong, and what to do.</param>
    public TrainingOptionsException(Said problem)
        : this([problem ?? throw new ArgumentNullException(nameof(problem))])
    {
    }

    /// <summary>What is wrong, a line each, with what to do.</summary>
    public IReadOnlyList<Said> Problems { get; }
}
