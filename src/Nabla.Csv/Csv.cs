using System.Globalization;
using System.Text.Unicode;
using CsvHelper;

namespace Nabla;

/// <summary>
/// Reads tables from files of comma- or otherwise separated values, in UTF-8, or UTF-16 with its mark: RFC 4180, quotes and line breaks in quotes included. Blank lines
/// are passed over.
/// </summary>
public static class Csv
{
    /// <summary>What the names of tables end in.</summary>
    public static FileEndings Endings { get; } = new(".csv", ".tsv", ".tab");

    /// <summary>The longest row that is read, in bytes; what is longer is no table, and must not fill the memory.</summary>
    private const int LongestRow = 1 << 24;

    /// <summary>Reads a file, and divides it into examples to learn from and to be tested on.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What its columns mean.</param>
    /// <param name="testPart">The part to be tested on, in [0, 1); it keeps the share of every class.</param>
    /// <param name="seed">Decides which.</param>
    /// <param name="csv">How it is written.</param>
    /// <returns>The examples to learn from, those to be tested on (null where the part comes to none), and how rows become inputs.</returns>
    /// <exception cref="InvalidDataException">It is not fit for it; the message names file, row and column.</exception>
    /// <exception cref="IOException">It cannot be read, or is not there.</exception>
    public static (Dataset Train, Dataset? Test, TableEncoding Encoding) Load(
        string path, TableOptions options, double testPart = 0, ulong seed = 1, CsvOptions? csv = null) =>
        TableEncoding.Split(Read(path, csv), options, testPart, seed);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is written.</param>
    /// <exception cref="InvalidDataException">It is no such table; the message names file and row.</exception>
    /// <exception cref="IOException">It cannot be read, or is not there.</exception>
    public static Table Read(string path, CsvOptions? options = null)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        RefuseForeign(file, path);
        return Read(CsvReader.Create(file, Settings(options), leaveOpen: true), path);
    }

    /// <summary>Reads text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What to call it in a message.</param>
    /// <param name="options">How it is written.</param>
    /// <exception cref="InvalidDataException">It is no such table; the message names file and row.</exception>
    public static Table Read(TextReader text, string name, CsvOptions? options = null) =>
        Read(CsvReader.Create(text, Settings(options), leaveOpen: true), name);

    /// <summary>
    /// Reads pictures of 28×28 pixels kept as rows, as MNIST often is: 784 columns of whole numbers from 0 to 255, and before or after them the label, in a column
    /// called <c>label</c>, <c>class</c>, <c>digit</c>, <c>target</c> or <c>y</c>, otherwise in the first; with the names of the columns or without.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is written; whether there is a header shows.</param>
    /// <param name="minimumClasses">The number of classes at least, at least 1. It is otherwise one more than the largest label.</param>
    /// <returns>
    /// The pictures, and the column of their labels, by name or number from 1; null where there is none, and all labels are 0. Null instead of both where the
    /// file is another table, or none.
    /// </returns>
    /// <exception cref="IOException">It cannot be read, or is not there.</exception>
    public static (Dataset Pictures, string? Label)? ReadPictures(string path, CsvOptions? options = null, int minimumClasses = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumClasses, 1);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        try
        {
            using var reader = CsvReader.Create(file, Settings((options ?? new()) with { HasHeader = false }), leaveOpen: true);
            return PictureRows.Read(reader, Path.GetFileName(path), minimumClasses);
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }

    private static CsvReaderOptions Settings(CsvOptions? options) => new()
    {
        Separator = options?.Delimiter,
        HasHeader = options?.HasHeader ?? true,
        SkipEmptyLines = true,
        MaxRecordSize = LongestRow,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    private static Table Read(CsvReader reader, string name)
    {
        using (reader)
        {
            try
            {
                reader.ReadHeader();
                var columns = reader.Options.HasHeader ? reader.Headers ?? throw Empty(name) : null;
                if (columns is { Count: > 1 } && columns.All(IsNumber))
                {
                    throw Refusal.Data($"'{Printable.Path(name)}' row 1 holds numbers where the names of the columns were expected. "
                        + $"Say that there is no header, or give it one.");
                }

                return Table.FromRows(name, columns, Rows(reader, name));
            }
            catch (CsvFormatException e)
            {
                // The reader's own words for a row that is too long name a setting of its own.
                if (e.Message.Contains(nameof(CsvReaderOptions.MaxRecordSize), StringComparison.Ordinal))
                    throw Refusal.Data($"'{Printable.Path(name)}' row {e.LineNumber} is longer than {LongestRow >> 20} MB, which no row of a table is. "
                        + $"Look for a quote that is not closed, or for missing ends of lines.", e);
                throw Refusal.Data($"'{Printable.Path(name)}' {(e.LineNumber > 0 ? (Said)$"row {e.LineNumber}" : $"")} is no row of a table: {Printable.Path(e.Message)}", e);
            }
        }
    }

    private static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Rows(CsvReader reader, string name)
    {
        string[] cells = [];
        while (reader.Read())
        {
            if (!Utf8.IsValid(reader.RawRecord)) throw Refusal.Data($"'{Printable.Path(name)}' row {reader.LineNumber} is not UTF-8 text. Save the file as UTF-8.");
            if (cells.Length != reader.FieldCount) cells = new string[reader.FieldCount];
            for (int i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i);
            yield return ((int)reader.LineNumber, cells);
        }
    }

    private static bool IsNumber(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static InvalidDataException Empty(string name) => Refusal.Data($"'{Printable.Path(name)}' is empty: it has no row of data.");

    // What people have instead of a table more often than not.
    private static void RefuseForeign(FileStream file, string path)
    {
        Span<byte> start = stackalloc byte[4];
        int count = file.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        file.Position = 0;
        Said? what = start[..count] switch
        {
            [] => throw Empty(path),
            [(byte)'P', (byte)'K', ..] => $"a spreadsheet or another ZIP archive",
            [0x1F, 0x8B, ..] => $"gzipped",
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => null,
            _ => start[..count].Contains((byte)0) ? (Said)$"a binary file" : null,
        };
        if (what is not null) throw Refusal.Data($"'{Printable.Path(path)}' is {what}, not a table in text. Save it as CSV in UTF-8.");
    }
}
