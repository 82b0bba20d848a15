namespace Nabla;

/// <summary>How a file of separated values is written.</summary>
public sealed record CsvOptions
{
    /// <summary>What stands between the cells of a row; told by the first lines where null: comma, semicolon, tab or bar.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Whether the first row has the names of the columns; it has unless set.</summary>
    public bool HasHeader { get; init; } = true;
}
