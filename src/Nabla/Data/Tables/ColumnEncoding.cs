namespace Nabla;

/// <summary>
/// How a column becomes inputs: a number x becomes <c>(x − mean) / deviation</c>, one input; a category becomes one-hot, an input for
/// each category.
/// </summary>
public sealed record ColumnEncoding
{
    /// <summary>The most categories that a column may have.</summary>
    public const int MostCategories = 1000;

    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its place in the table, from 0.</summary>
    public required int Place { get; init; }

    /// <summary>The categories, sorted; null for a column of numbers.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Mean of the numbers in the examples to learn from.</summary>
    public double Mean { get; init; }

    /// <summary>Their standard deviation (over n), or 1 where they are all alike.</summary>
    public double Deviation { get; init; } = 1;

    /// <summary>The number that a missing one becomes; null where it is refused.</summary>
    public double? Fill { get; init; }

    /// <summary>The category that a missing one becomes; null where it is refused.</summary>
    public string? FillCategory { get; init; }

    /// <summary>Inputs of the network that the column becomes.</summary>
    internal int Inputs => Categories?.Count ?? 1;

    internal static ColumnEncoding FitTo(Table table, int place, bool isCategorical, MissingValues missing, ReadOnlySpan<int> rows)
    {
        var column = table[place];
        if (column.MissingCount == table.Count) throw table.Bad(place, $"every cell is missing. Leave the column out.");
        if (!isCategorical && column.WordCount > 0 && column.WordCount + column.MissingCount < table.Count) throw Mixed(table, place);
        if (!isCategorical && column.WordCount == 0) return FitNumbers(table, place, missing, rows);
        if (!isCategorical) RefuseNonFinite(table, place);
        return FitCategories(table, place, missing, rows);
    }

    /// <summary>Writes the inputs of one cell.</summary>
    internal void Encode(Table table, int row, int place, Dictionary<string, int>? places, Span<float> inputs)
    {
        var column = table[place];
        bool isMissing = column.IsMissing(row);
        if (isMissing && Fill is null && FillCategory is null)
            throw table.Bad(row, place, $"the value is missing. Fill it in, or say what becomes of missing values.");
        if (places is null)
        {
            double x = isMissing ? Fill!.Value : column.Number(row);
            if (double.IsNaN(x)) throw table.Bad(row, place, $"'{Table.Shorten(column.Text(row))}' is not a finite number. Make it one, or leave it empty where it is missing.");
            float value = (float)((x - Mean) / Deviation);
            inputs[0] = float.IsFinite(value) ? value : throw table.Bad(row, place, $"{x} is too far from the {Mean} that is usual here.");
            return;
        }

        string category = isMissing ? FillCategory! : column.Text(row);
        if (!places.TryGetValue(category, out int input))
            throw table.Bad(row, place, $"'{Table.Shorten(category)}' is not among the {places.Count} categories learned: {Shown(Categories!)}.");
        inputs.Clear();
        inputs[input] = 1;
    }

    internal static string Shown(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(10).Select(Table.Shorten)) + (names.Count > 10 ? ", …" : "");

    private static ColumnEncoding FitNumbers(Table table, int place, MissingValues missing, ReadOnlySpan<int> rows)
    {
        var column = table[place];
        var numbers = new List<double>(rows.Length);
        foreach (int row in rows)
        {
            if (!column.IsMissing(row)) numbers.Add(column.Number(row));
        }

        if (numbers.Count == 0) throw table.Bad(place, $"the examples to learn from have no value. Leave the column out.");
        double? fill = missing switch
        {
            MissingValues.Mean => numbers.Average(),
            MissingValues.Median => Median(numbers),
            MissingValues.MostFrequent => numbers.GroupBy(x => x).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key,
            _ => null,
        };
        if (fill is not null) numbers.AddRange(Enumerable.Repeat(fill.Value, rows.Length - numbers.Count));
        var (mean, deviation) = MeanAndDeviation(table, place, numbers);
        return new ColumnEncoding { Name = column.Name, Place = place, Mean = mean, Deviation = deviation, Fill = fill };
    }

    /// <summary>Mean, and standard deviation over n, or 1 where all are alike.</summary>
    internal static (double Mean, double Deviation) MeanAndDeviation(Table table, int place, IReadOnlyCollection<double> numbers)
    {
        double mean = numbers.Average(), deviation = Math.Sqrt(numbers.Sum(x => (x - mean) * (x - mean)) / numbers.Count);
        if (!double.IsFinite(deviation)) throw table.Bad(place, $"its numbers are too large to be standardised. Divide them by a power of ten.");

        // What only rounding tells from 0 is 0.
        return (mean, deviation > 1e-12 * Math.Abs(mean) ? deviation : 1);
    }

    private static ColumnEncoding FitCategories(Table table, int place, MissingValues missing, ReadOnlySpan<int> rows)
    {
        // All that the table has: one that only the examples to be tested on have is known, if never learned from.
        var column = table[place];
        var categories = new SortedSet<string>(CategoryOrder);
        for (int row = 0; row < table.Count; row++)
        {
            if (!column.IsMissing(row)) categories.Add(column.Text(row));
        }

        if (categories.Count > MostCategories)
            throw table.Bad(place, $"{categories.Count} different words are more than {MostCategories} categories. Leave the column out.");
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (int row in rows)
        {
            if (!column.IsMissing(row)) counts[column.Text(row)] = counts.GetValueOrDefault(column.Text(row)) + 1;
        }

        bool fills = missing is MissingValues.Mean or MissingValues.Median or MissingValues.MostFrequent;
        return new ColumnEncoding
        {
            Name = column.Name,
            Place = place,
            Categories = [.. categories],
            FillCategory = fills ? counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, CategoryOrder).FirstOrDefault().Key : null,
        };
    }

    /// <summary>Numbers by size, then words by their characters.</summary>
    internal static Comparer<string> CategoryOrder { get; } = Comparer<string>.Create((a, b) =>
    {
        bool aIs = double.TryParse(a, System.Globalization.CultureInfo.InvariantCulture, out double x);
        bool bIs = double.TryParse(b, System.Globalization.CultureInfo.InvariantCulture, out double y);
        int order = aIs && bIs ? x.CompareTo(y) : bIs.CompareTo(aIs);
        return order != 0 ? order : string.CompareOrdinal(a, b);
    });

    private static double Median(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static InvalidDataException Mixed(Table table, int place)
    {
        var column = table[place];
        RefuseNonFinite(table, place);
        bool wordsAreFew = 2 * column.WordCount <= table.Count - column.MissingCount;
        int row = Enumerable.Range(0, table.Count).First(i => !column.IsMissing(i) && column.IsWord(i) == wordsAreFew);
        var what = wordsAreFew ? (Said)$"a word among numbers" : $"a number among words";
        return table.Bad(row, place, $"'{Table.Shorten(column.Text(row))}' is {what}. Mend the cell, declare the column categorical, or leave it out.");
    }

    private static void RefuseNonFinite(Table table, int place)
    {
        var column = table[place];
        for (int row = 0; row < table.Count; row++)
        {
            if (column.IsWord(row) && IsNonFinite(column.Text(row)))
                throw table.Bad(row, place, $"'{Printable.Name(column.Text(row))}' is not a finite number. Leave the cell empty where the value is missing.");
        }
    }

    internal static bool IsNonFinite(string word) => word.TrimStart('+', '-').ToLowerInvariant() is "nan" or "inf" or "infinity" or "∞"
        || double.TryParse(word, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);
}
