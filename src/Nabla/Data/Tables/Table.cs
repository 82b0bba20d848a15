namespace Nabla;

/// <summary>
/// A table as it was read: named columns of cells, each a number, a word or missing. What its columns mean for a network is the
/// work of a <see cref="TableEncoding"/>.
/// </summary>
/// <remarks>
/// A cell is missing where it is empty, <c>?</c>, <c>NA</c>, <c>N/A</c> or <c>null</c>. NaN and infinity are neither numbers nor
/// missing: they are words, and refused in a column of numbers.
/// </remarks>
public sealed class Table
{
    /// <summary>The most columns that a table may have; a network takes fewer inputs.</summary>
    internal const int MostColumns = 100_000;

    private readonly TableColumn[] _columns;
    private readonly List<int> _lines;
    private readonly Lazy<Dictionary<string, int>> _places;

    private Table(string name, TableColumn[] columns, List<int> lines, bool hasNames)
    {
        Name = name;
        _columns = columns;
        _lines = lines;
        HasNames = hasNames;
        _places = new(() => _columns.Select((column, i) => (column.Name, i)).ToDictionary(entry => entry.Name, entry => entry.i, StringComparer.Ordinal));
    }

    /// <summary>What to call it in a message, such as its file.</summary>
    public string Name { get; }

    /// <summary>Whether its columns have names of their own; otherwise they are called by their numbers, from 1.</summary>
    public bool HasNames { get; }

    /// <summary>What the columns are called.</summary>
    public IReadOnlyList<string> Columns => [.. _columns.Select(column => column.Name)];

    /// <summary>Number of columns.</summary>
    internal int ColumnCount => _columns.Length;

    /// <summary>Number of rows.</summary>
    public int Count => _lines.Count;

    /// <summary>A table of given rows.</summary>
    /// <param name="name">What to call it in a message.</param>
    /// <param name="columns">The names of the columns, all different; null where they have none.</param>
    /// <param name="rows">The cells of each row, as many as there are columns, and what number the row has in messages.</param>
    /// <exception cref="InvalidDataException">There is no row, one has too few or too many cells, or two columns have one name.</exception>
    public static Table FromRows(string name, IReadOnlyList<string>? columns, IEnumerable<(int Line, IReadOnlyList<string> Cells)> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var made = columns is null ? null : Named(name, columns);
        var lines = new List<int>();
        foreach (var (line, cells) in rows)
        {
            if (made is null) CheckColumns(name, cells.Count);
            made ??= [.. cells.Select((_, i) => new TableColumn($"{i + 1}"))];
            if (cells.Count < made.Length)
                throw Refusal.Data($"'{Printable.Path(name)}' row {line} has {cells.Count} cells, not {made.Length}: "
                    + $"column '{Printable.Name(made[cells.Count].Name)}' is not there. Mend the row.");
            if (cells.Count > made.Length)
                throw Refusal.Data($"'{Printable.Path(name)}' row {line} has {cells.Count} cells, not {made.Length}: "
                    + $"column {made.Length + 1} is too much ('{Shorten(cells[made.Length])}'). Mend the row.");
            lines.Add(line);
            for (int i = 0; i < made.Length; i++)
                made[i].Add(cells[i]
                    ?? throw Refusal.Data($"'{Printable.Name(name)}' row {line} column '{made[i].Name}': the cell is null. Where a value is missing, give an empty text."));
        }

        if (lines.Count == 0) throw Refusal.Data($"'{Printable.Path(name)}' is empty: it has no row of data.");
        return new Table(name, made!, lines, columns is not null);
    }

    /// <summary>The place of a column, from 0.</summary>
    /// <param name="column">Its name, or its number from 1.</param>
    /// <exception cref="InvalidDataException">There is none, or several differ from it in upper and lower case alone.</exception>
    public int Find(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (_places.Value.TryGetValue(column, out int place)) return place;
        int[] found = [.. Enumerable.Range(0, _columns.Length).Where(i => _columns[i].Name.Equals(column, StringComparison.OrdinalIgnoreCase))];
        if (found.Length == 1) return found[0];
        if (int.TryParse(column, out int number) && number >= 1 && number <= _columns.Length) return number - 1;
        string known = string.Join(", ", _columns.Take(20).Select(c => Shorten(c.Name))) + (_columns.Length > 20 ? ", …" : "");
        throw Refusal.Data($"'{Printable.Path(Name)}' has no column '{Printable.Name(column)}'; its {_columns.Length} columns are {known}.");
    }

    /// <summary>A column, by its place.</summary>
    internal TableColumn this[int column] => _columns[column];

    /// <summary>What number a row has in messages.</summary>
    /// <param name="row">Which, from 0.</param>
    public int Line(int row) => _lines[row];

    /// <summary>What is wrong with a cell.</summary>
    internal InvalidDataException Bad(int row, int column, Said problem) =>
        Refusal.Data($"'{Printable.Path(Name)}' row {_lines[row]}, column '{Printable.Name(_columns[column].Name)}': {problem}");

    /// <summary>What is wrong with a column.</summary>
    internal InvalidDataException Bad(int column, Said problem) => Refusal.Data($"'{Printable.Path(Name)}', column '{Printable.Name(_columns[column].Name)}': {problem}");

    internal static string Shorten(string cell) => Printable.Name(cell, 40);

    private static void CheckColumns(string table, int count)
    {
        if (count > MostColumns)
            throw Refusal.Data($"'{table}' has {count} columns; at most {MostColumns} are read. Leave some out, or look for missing ends of lines.");
    }

    private static TableColumn[] Named(string table, IReadOnlyList<string> names)
    {
        CheckColumns(table, names.Count);

        // A column without a name, as an index often is, goes by its number.
        TableColumn[] columns = [.. names.Select((name, i) => new TableColumn(string.IsNullOrWhiteSpace(name) ? $"{i + 1}" : name.Trim()))];
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < columns.Length; i++)
        {
            if (!first.TryAdd(columns[i].Name, i))
                throw Refusal.Data($"'{Printable.Path(table)}' has two columns '{Printable.Name(columns[i].Name)}', columns {first[columns[i].Name] + 1} and {i + 1}; "
                    + $"name one of them otherwise.");
        }

        return columns;
    }
}
