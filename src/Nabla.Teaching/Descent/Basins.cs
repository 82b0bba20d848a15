namespace Nabla.Descent;

/// <summary>Which minimum is reached from where.</summary>
public sealed record Basins
{
    private const int LineStarts = 401;
    private const int MostSteps = 2000;

    /// <summary>The minima; the numbers below count them from 0.</summary>
    public required IReadOnlyList<MinimumPoint> Minima { get; init; }

    /// <summary>The starts' first coordinates, ascending.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>The starts' second coordinates, ascending; null for a function of one variable.</summary>
    public IReadOnlyList<double>? Y { get; init; }

    /// <summary>
    /// The minimum reached from each start; null where it is none that was found. Row after row: from column i and row j at
    /// <c>j·X.Count + i</c>.
    /// </summary>
    public required IReadOnlyList<int?> Reached { get; init; }

    /// <summary>For a function of one variable: the intervals of starts that lead to the same minimum, from left to right.</summary>
    public IReadOnlyList<BasinInterval>? Intervals { get; init; }

    /// <summary>Descends from starts all over the shown part.</summary>
    /// <param name="f">The function.</param>
    /// <param name="options">How, with 2,000 steps at most.</param>
    /// <param name="starts">Starts along each of two variables, 2 to 200; along one variable there are 401.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">The options are wrong.</exception>
    public static Basins Map(Objective f, DescentOptions options, int starts = 31, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(starts, 200);
        options.Check();

        Basins? basins = null;
        foreach (double _ in Survey(f, options, starts, found => basins = found)) cancellation.ThrowIfCancellationRequested();
        return basins!;
    }

    /// <summary>As <see cref="Map"/>, start after start, saying after each which part is done.</summary>
    internal static IEnumerable<double> Survey(Objective f, DescentOptions options, int starts, Action<Basins> finish)
    {
        options.Check();
        options = options with { MaxSteps = Math.Min(options.MaxSteps, MostSteps) };
        bool isLine = f.Variables.Count == 1;
        double[] x = Starts(f, 0, isLine ? LineStarts : starts);
        double[]? y = isLine ? null : Starts(f, 1, starts);
        var reached = new List<int?>();
        double all = x.Length * (y?.Length ?? 1);
        foreach (double second in y ?? [0])
        {
            foreach (double first in x)
            {
                reached.Add(From(f, options, isLine ? [first] : [first, second]));
                yield return reached.Count / all;
            }
        }

        List<BasinInterval>? intervals = isLine ? [] : null;
        if (intervals is not null)
        {
            double from = x[0];
            for (int i = 1; i < x.Length; i++)
            {
                if (reached[i] == reached[i - 1]) continue;
                var (left, right) = Border(f, options, x[i - 1], x[i], reached[i - 1]);
                intervals.Add(new BasinInterval(from, left, reached[i - 1]));
                from = right;
                yield return 1;
            }

            intervals.Add(new BasinInterval(from, x[^1], reached[^1]));
        }

        finish(new Basins { Minima = f.Minima, X = x, Y = y, Reached = reached, Intervals = intervals });
    }

    private static double[] Starts(Objective f, int variable, int count) =>
        [.. Enumerable.Range(0, count).Select(i => f.Low[variable] + (f.High[variable] - f.Low[variable]) * i / (count - 1))];

    private static int? From(Objective f, DescentOptions options, double[] start)
    {
        var (end, at) = GradientDescent.Walk(f, start, options, null);
        if (end is not (DescentEnd.Minimum or DescentEnd.Oscillating)) return null;
        for (int i = 0; i < f.Minima.Count; i++)
        {
            if (MinimumSearch.Near(f, f.Minima[i].Position, at) || (options.FixedStep is { } step && IsWithin(f.Minima[i].Position, at, step))) return i;
        }

        return null;
    }

    private static bool IsWithin(IReadOnlyList<double> minimum, double[] at, double distance) =>
        DescentStep.Length(at.Select((value, i) => value - minimum[i])) <= distance;

    // Where two neighbouring starts part, the border is found by halving.
    private static (double Left, double Right) Border(Objective f, DescentOptions options, double left, double right, int? reached)
    {
        for (int halving = 0; halving < 40; halving++)
        {
            double middle = (left + right) / 2;
            if (From(f, options, [middle]) == reached) left = middle;
            else right = middle;
        }

        return (left, right);
    }
}

/// <summary>An interval of starts that lead to the same minimum.</summary>
/// <param name="From">Its lower end.</param>
/// <param name="To">Its upper end.</param>
/// <param name="Minimum">The minimum's number; null where it is none that was found.</param>
public sealed record BasinInterval(double From, double To, int? Minimum);
