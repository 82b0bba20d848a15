namespace Nabla;

/// <summary>
/// How the target column becomes what the network should answer: a class, or the number y as <c>(y − mean) / deviation</c>, both chosen so that the
/// outputs can reach it.
/// </summary>
public sealed record TargetEncoding
{
    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its place in the table, from 0.</summary>
    public required int Place { get; init; }

    /// <summary>The classes, sorted; null for regression.</summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>The number that an output of 0 means, for regression: the mean of the targets to learn from, unless outputs are bounded.</summary>
    public double Mean { get; init; }

    /// <summary>By how much the number grows for 1 more of the output, for regression: their standard deviation (over n), unless outputs have two bounds.</summary>
    public double Deviation { get; init; } = 1;

    /// <summary>An output of the network as a number of the target column.</summary>
    /// <param name="output">The output.</param>
    public double Value(float output) => output * Deviation + Mean;

    /// <summary>The classes of the rows; null for regression.</summary>
    /// <exception cref="InvalidDataException">The cells are not what the task needs.</exception>
    internal static IReadOnlyList<string>? ClassesOf(Table table, int place, TableTask task, ReadOnlySpan<int> rows)
    {
        var column = table[place];
        bool hasWords = false, isWhole = true;
        var kinds = new SortedSet<string>(ColumnEncoding.CategoryOrder);
        foreach (int row in rows)
        {
            if (column.IsMissing(row)) throw table.Bad(row, place, $"the target is missing, and none is made up. Fill it in, or drop such rows.");
            if (column.IsWord(row) && (task == TableTask.Regression || ColumnEncoding.IsNonFinite(column.Text(row))))
                throw table.Bad(row, place, $"the target '{Table.Shorten(column.Text(row))}' is not a finite number.");
            hasWords |= column.IsWord(row);
            isWhole &= column.IsWord(row) || column.Number(row) == Math.Floor(column.Number(row));
            if (kinds.Count <= ColumnEncoding.MostCategories) kinds.Add(column.Text(row));
        }

        if (kinds.Count == 1) throw table.Bad(place, $"every target is '{Table.Shorten(kinds.First())}'; there is nothing to learn. There must be at least two.");
        bool isRegression = task == TableTask.Regression
            || (task == TableTask.Auto && !hasWords && (!isWhole || kinds.Count > TableOptions.MostNumberClasses));
        if (isRegression) return null;
        return kinds.Count <= ColumnEncoding.MostCategories ? [.. kinds] : throw table.Bad(place,
            $"there are more than {ColumnEncoding.MostCategories} different targets, too many for classes. Choose another target column.");
    }

    internal static TargetEncoding FitTo(Table table, int place, IReadOnlyList<string>? classes, ReadOnlySpan<int> rows, (double Least, double Most)? reach)
    {
        var column = table[place];
        if (classes is not null) return new TargetEncoding { Name = column.Name, Place = place, Classes = classes };
        double[] numbers = Array.ConvertAll(rows.ToArray(), column.Number);
        var (mean, deviation) = ColumnEncoding.MeanAndDeviation(table, place, numbers);
        if (reach is { } bounds && double.IsFinite(bounds.Least))
        {
            double least = numbers.Min(), most = numbers.Max();
            if (double.IsFinite(bounds.Most) && double.IsFinite(most - least) && most > least) deviation = (most - least) / (bounds.Most - bounds.Least);
            mean = least - bounds.Least * deviation;
        }

        return new TargetEncoding { Name = column.Name, Place = place, Mean = mean, Deviation = deviation };
    }

    internal int Label(Table table, int row, int place, Dictionary<string, int> places)
    {
        var column = table[place];
        if (column.IsMissing(row)) throw table.Bad(row, place, $"the target is missing. Fill it in.");
        return places.TryGetValue(column.Text(row), out int label) ? label : throw table.Bad(
            row, place, $"'{Table.Shorten(column.Text(row))}' is not among the {places.Count} classes learned: {ColumnEncoding.Shown(Classes!)}.");
    }

    internal float Number(Table table, int row, int place)
    {
        double y = table[place].Number(row);
        if (double.IsNaN(y)) throw table.Bad(row, place, table[place].IsMissing(row) ? (Said)$"the target is missing. Fill it in."
            : $"the target '{Table.Shorten(table[place].Text(row))}' is not a finite number.");
        float target = (float)((y - Mean) / Deviation);
        return float.IsFinite(target) ? target : throw table.Bad(row, place, $"{y} is too far from the {Mean} that is usual here.");
    }
}
