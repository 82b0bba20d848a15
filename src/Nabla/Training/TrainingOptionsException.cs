namespace Nabla;

/// <summary>Options that cannot be trained with; <see cref="Problems"/> has a line for each thing to mend.</summary>
public sealed class TrainingOptionsException : ArgumentException
{
    /// <summary>An exception for some problems.</summary>
    /// <param name="problems">A line each.</param>
    public TrainingOptionsException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>What is wrong, a line each, with what to do.</summary>
    public IReadOnlyList<string> Problems { get; }
}
