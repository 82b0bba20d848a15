namespace Nabla;

/// <summary>What a network is to learn from a table.</summary>
public enum TableTask
{
    /// <summary>
    /// Classes where the target column holds words, or whole numbers of at most <see cref="TableOptions.MostNumberClasses"/> kinds;
    /// otherwise numbers.
    /// </summary>
    Auto,

    /// <summary>To tell classes apart.</summary>
    Classification,

    /// <summary>To answer with a number.</summary>
    Regression,
}

/// <summary>What becomes of missing cells.</summary>
public enum MissingValues
{
    /// <summary>They are refused.</summary>
    Refuse,

    /// <summary>A number becomes the mean of its column in the examples to learn from; a category the most frequent one.</summary>
    Mean,

    /// <summary>A number becomes the median; a category the most frequent one.</summary>
    Median,

    /// <summary>It becomes the most frequent value; of several the least.</summary>
    MostFrequent,

    /// <summary>Rows with a missing cell are left out of what is learned and tested; when predicting, they are refused.</summary>
    Drop,
}

/// <summary>How a table is taken. Columns are named by name, or by number from 1.</summary>
public sealed record TableOptions
{
    /// <summary>The most kinds of whole numbers in a target column that are taken for classes unasked.</summary>
    public const int MostNumberClasses = 20;

    /// <summary>The column to predict.</summary>
    public required string Target { get; init; }

    /// <summary>What to learn; told by the target column unless set.</summary>
    public TableTask Task { get; init; }

    /// <summary>What becomes of missing cells; refused unless set. A missing target is refused, or dropped, never made up.</summary>
    public MissingValues Missing { get; init; }

    /// <summary>
    /// What the outputs can reach that a number is to be answered with (the range of their activation): the targets to learn from are scaled into it,
    /// from end to end where it has two, from its least on where it has no most. Standardised where null or without bounds.
    /// </summary>
    public (double Least, double Most)? Reach { get; init; }

    /// <summary>Columns whose numbers are names of categories.</summary>
    public IReadOnlyList<string> Categorical { get; init; } = [];

    /// <summary>Columns that are left out.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];
}
