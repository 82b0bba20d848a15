using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>The result of an experiment for people.</summary>
/// <param name="Findings">What the figures show, a sentence each.</param>
/// <param name="Table">The figures.</param>
public sealed record ExperimentReport(IReadOnlyList<Said> Findings, ExperimentTable Table)
{
    /// <summary>Charts, the most telling first.</summary>
    public IReadOnlyList<Chart> Charts { get; init; } = [];

    /// <summary>Pictures in rows, the most telling first.</summary>
    public IReadOnlyList<PictureGrid> Pictures { get; init; } = [];
}

/// <summary>A table of words and numbers, these already rounded to what means something.</summary>
/// <param name="Columns">Heads of the columns; the first column names the rows.</param>
/// <param name="Rows">The rows, each with a cell a column.</param>
public sealed record ExperimentTable(IReadOnlyList<Said> Columns, IReadOnlyList<IReadOnlyList<Said>> Rows);
