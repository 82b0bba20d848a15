using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>
/// How the rows of a table become the inputs and targets of a network: fitted on the examples to learn from, and kept in the model, so
/// that whoever uses it later treats new rows alike. Categories and classes are those of the whole table; means, deviations and what fills
/// the place of missing cells come from the examples to learn from alone.
/// </summary>
public sealed record TableEncoding
{
    private const int MostQuotes = 32 * ushort.MaxValue;

    /// <summary>The columns that become inputs, in the order of the inputs.</summary>
    public required IReadOnlyList<ColumnEncoding> Columns { get; init; }

    /// <summary>The column to predict.</summary>
    public required TargetEncoding Target { get; init; }

    /// <summary>Columns of the table, those left out and the target included.</summary>
    public required int TableColumns { get; init; }

    /// <summary>Whether the columns have names of their own, so that their order does not matter.</summary>
    public required bool HasNames { get; init; }

    /// <summary>What becomes of missing cells.</summary>
    public MissingValues Missing { get; init; }

    /// <summary>Inputs of a network for such rows.</summary>
    [JsonIgnore]
    public int Inputs => Columns.Sum(column => column.Inputs);

    /// <summary>Outputs of a network for such rows.</summary>
    [JsonIgnore]
    public int Outputs => Target.Classes?.Count ?? 1;

    /// <summary>Divides a table into examples to learn from and to be tested on, and encodes both as fitted on the first.</summary>
    /// <param name="table">The table.</param>
    /// <param name="options">What its columns mean.</param>
    /// <param name="testPart">The part to be tested on, in [0, 1); it keeps the share of every class.</param>
    /// <param name="seed">Decides which.</param>
    /// <returns>The examples to learn from, those to be tested on (null where the part comes to none), and the encoding.</returns>
    /// <exception cref="InvalidDataException">The table is not fit for it; the message names file, row and column.</exception>
    public static (Dataset Train, Dataset? Test, TableEncoding Encoding) Split(Table table, TableOptions options, double testPart = 0, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        int target = table.Find(options.Target);
        int[] ignored = [.. options.Ignored.Select(table.Find)];
        if (ignored.Contains(target)) throw table.Bad(target, $"it is the target, and cannot be left out.");
        int[] features = [.. Enumerable.Range(0, table.ColumnCount).Where(place => place != target && !ignored.Contains(place))];
        if (features.Length == 0) throw Refusal.Data($"'{Printable.Path(table.Name)}' has no column besides its target; there is nothing to learn from.");
        int[] rows = UsableRows(table, [.. features, target], options.Missing);
        var classes = TargetEncoding.ClassesOf(table, target, options.Task, rows);
        var (train, test) = Divide(table, rows, target, classes, testPart, seed);
        var encoding = FitTo(table, options, features, TargetEncoding.FitTo(table, target, classes, train, options.Reach), train);
        encoding.CheckRoom(table, rows.Length);
        return (encoding.Encode(table, train), test.Length == 0 ? null : encoding.Encode(table, test), encoding);
    }

    /// <summary>Divides the table that this was fitted on in the same two parts again.</summary>
    /// <inheritdoc cref="Split"/>
    public (Dataset Train, Dataset? Test) Divide(Table table, double testPart, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(table);
        int target = PlaceIn(table, Target.Name, Target.Place, isTarget: true);
        CheckRoom(table, table.Count);
        var (train, test) = Divide(table, Usable(table), target, Target.Classes, testPart, seed);
        return (Encode(table, train), test.Length == 0 ? null : Encode(table, test));
    }

    /// <summary>Encodes rows with their targets.</summary>
    /// <param name="table">A table with the columns that this was fitted on.</param>
    /// <exception cref="InvalidDataException">A cell is not what was learned from; the message names file, row and column.</exception>
    public Dataset Encode(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Encode(table, Usable(table));
    }

    /// <summary>Encodes rows whose targets are not known, or not looked at.</summary>
    /// <param name="table">A table with the columns that this was fitted on; the target column may be left out.</param>
    /// <returns>The inputs, <see cref="Inputs"/> a row.</returns>
    /// <exception cref="InvalidDataException">A cell is not what was learned from; the message names file, row and column.</exception>
    public float[] EncodeInputs(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return EncodeInputs(table, [.. Enumerable.Range(0, table.Count)]);
    }

    /// <summary>As JSON, which models carry.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, TableJson.Default.TableEncoding);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="InvalidDataException">It is not such an encoding.</exception>
    public static TableEncoding Parse(string json)
    {
        try
        {
            // A column of numbers takes some twenty quotation marks, a category two: more than a network can have inputs, and they are not made.
            if (json.AsSpan().Count('"') > MostQuotes) throw Refusal.Data($"it describes a table of more than {ushort.MaxValue} inputs");
            var encoding = JsonSerializer.Deserialize(json, TableJson.Default.TableEncoding);
            if (encoding is not null && encoding.IsSound()) return encoding;
        }
        catch (JsonException)
        {
        }

        throw Refusal.Data($"what it says of the table that it was trained on cannot be read");
    }

    internal Dataset Encode(Table table, int[] rows)
    {
        float[] inputs = EncodeInputs(table, rows);
        int place = PlaceIn(table, Target.Name, Target.Place, isTarget: true);
        if (Target.Classes is null)
            return Dataset.TakeValues(inputs, Array.ConvertAll(rows, row => Target.Number(table, row, place)), Inputs, 1).Named(table.Name);
        var places = Places(Target.Classes);
        var data = Dataset.TakeValues(inputs, Array.ConvertAll(rows, row => Target.Label(table, row, place, places)), Inputs, Outputs);
        return data.Named(table.Name, Target.Classes);
    }

    private static TableEncoding FitTo(Table table, TableOptions options, int[] features, TargetEncoding target, int[] rows)
    {
        int[] categorical = [.. options.Categorical.Select(table.Find)];
        var encoding = new TableEncoding
        {
            Columns = [.. features.Select(place => ColumnEncoding.FitTo(table, place, categorical.Contains(place), options.Missing, rows))],
            Target = target,
            TableColumns = table.ColumnCount,
            HasNames = table.HasNames,
            Missing = options.Missing,
        };
        return encoding.Inputs <= ushort.MaxValue ? encoding : throw Refusal.Data(
            $"'{Printable.Path(table.Name)}' makes {encoding.Inputs} inputs; {ushort.MaxValue} are the most. Leave out columns with many categories.");
    }

    private static (int[] Train, int[] Test) Divide(
        Table table, int[] rows, int target, IReadOnlyList<string>? classes, double testPart, ulong seed)
    {
        var places = classes is null ? null : Places(classes);
        var (kept, aside) = StratifiedSplit.Of(
            rows.Length, i => places?.GetValueOrDefault(table[target].Text(rows[i]), -1) ?? 0, testPart, seed);
        return (Array.ConvertAll(kept, i => rows[i]), Array.ConvertAll(aside, i => rows[i]));
    }

    private int[] Usable(Table table) => UsableRows(
        table, [.. Columns.Select(c => PlaceIn(table, c.Name, c.Place, isTarget: false)), PlaceIn(table, Target.Name, Target.Place, isTarget: true)], Missing);

    private static int[] UsableRows(Table table, int[] places, MissingValues missing)
    {
        int[] looked = missing == MissingValues.Drop ? [.. places.Where(place => table[place].MissingCount > 0)] : [];
        int[] rows = [.. Enumerable.Range(0, table.Count).Where(row => !looked.Any(place => table[place].IsMissing(row)))];
        return rows.Length > 0 ? rows : throw Refusal.Data($"'{Printable.Path(table.Name)}' has no row without a missing cell; say what becomes of missing values otherwise.");
    }

    private static Dictionary<string, int> Places(IReadOnlyList<string> names) =>
        names.Select((name, place) => (name, place)).ToDictionary(entry => entry.name, entry => entry.place, StringComparer.Ordinal);

    private float[] EncodeInputs(Table table, int[] rows)
    {
        int[] columns = [.. Columns.Select(column => PlaceIn(table, column.Name, column.Place, isTarget: false))];
        var places = Columns.Select(column => column.Categories is null ? null : Places(column.Categories)).ToArray();
        int width = Inputs;
        CheckRoom(table, rows.Length);
        float[] inputs = new float[(long)rows.Length * width];
        for (int i = 0; i < rows.Length; i++)
        {
            long at = (long)i * width;
            for (int c = 0; c < columns.Length; c++)
            {
                Columns[c].Encode(table, rows[i], columns[c], places[c], inputs.AsSpan((int)at, Columns[c].Inputs));
                at += Columns[c].Inputs;
            }
        }

        return inputs;
    }

    // One-hot, a word of four bytes becomes as many numbers as there are words.
    private void CheckRoom(Table table, int rows)
    {
        const int BytesOfCell = 4;
        var widest = Columns.MaxBy(column => column.Inputs)!;
        var example = widest.Inputs > 1 ? (Said)$" ('{Table.Shorten(widest.Name)}' has {widest.Inputs})" : $"";
        long bytes = (long)rows * Inputs * sizeof(float);
        Said what = $"'{Printable.Path(table.Name)}' makes {rows} rows of {Inputs} inputs";
        if (bytes / sizeof(float) > Array.MaxLength)
            throw Refusal.Data($"{what}, more numbers than the {Array.MaxLength} that fit into one array. Leave out columns or rows.");
        MemoryAllowance.Check(what, bytes, (long)table.Count * table.ColumnCount * BytesOfCell, 2, $"Leave out columns with many categories{example}");
    }

    // By name; where there are none, by place, the target left out or not.
    private int PlaceIn(Table table, string name, int place, bool isTarget)
    {
        if (HasNames && table.HasNames) return table.Find(name);
        if (table.ColumnCount == TableColumns) return place;
        if (table.ColumnCount == TableColumns - 1 && !isTarget) return place > Target.Place ? place - 1 : place;
        throw Refusal.Data($"'{Printable.Path(table.Name)}' has {table.ColumnCount} columns, not {TableColumns} as the table that was learned from; "
            + $"column '{Printable.Name(name)}' cannot be found.");
    }

    private bool IsSound() => Columns is { Count: > 0 } && Columns.All(IsSound) && Target?.Name is not null
        && (Target.Classes is null || Target.Classes is { Count: > 1 } && IsSound(Target.Classes))
        && double.IsFinite(Target.Mean) && double.IsFinite(Target.Deviation) && Target.Deviation > 0
        && Target.Place >= 0 && Target.Place < TableColumns && TableColumns <= Table.MostColumns;

    private bool IsSound(ColumnEncoding column) => column?.Name is not null && column.Place >= 0 && column.Place < TableColumns
        && (column.Categories is null || IsSound(column.Categories)) && double.IsFinite(column.Mean)
        && column.Deviation > 0 && double.IsFinite(column.Deviation) && double.IsFinite(column.Fill ?? 0)
        && (column.Fill is null || column.Categories is null) && (column.FillCategory is null || column.Categories is not null);

    private static bool IsSound(IReadOnlyList<string> names) =>
        names.Count > 0 && names.All(name => name is not null) && names.Distinct(StringComparer.Ordinal).Count() == names.Count;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TableEncoding))]
internal sealed partial class TableJson : JsonSerializerContext;
