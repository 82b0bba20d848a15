namespace Nabla.Tests;

/// <summary>A small table with numbers far from zero, categories, and two columns that may be the target.</summary>
internal static class TestTables
{
    public static Table Flowers() => Table.FromRows("flowers", ["height", "colour", "length", "kind"], Enumerable.Range(0, 24).Select(i =>
        (i + 2, (IReadOnlyList<string>)[$"{100 + i * 7 % 13}", i % 3 == 0 ? "red" : "blue", $"{i * 5 % 11 * 0.25 + 3}", i % 2 == 0 ? "aster" : "broom"])));

    /// <summary>The inputs as somebody without our code makes them: numbers as they are, categories one-hot in alphabetical order.</summary>
    public static float[][] RawInputs(Table table, TableEncoding encoding) =>
    [
        .. Enumerable.Range(0, table.Count).Select(row => encoding.Columns.SelectMany(column => column.Categories is { } categories
            ? categories.Select(category => category == Cell(table, row, column.Name) ? 1f : 0f)
            : [float.Parse(Cell(table, row, column.Name), System.Globalization.CultureInfo.InvariantCulture)]).ToArray()),
    ];

    private static string Cell(Table table, int row, string column) => table[table.Find(column)].Text(row);
}
