namespace Nabla.Cli;

/// <summary>Guesses what a name that is not known was meant to be: one that means the same, or is spelled nearly so.</summary>
internal static class Suggestion
{
    /// <summary>"; did you mean 'x'?" without the question mark, or nothing where no name is near.</summary>
    public static string For(string typed, IEnumerable<string> known) => Nearest(typed, known) is { } nearest ? $"; did you mean '{nearest}'" : "";

    /// <summary>The name that is near; null where none is.</summary>
    public static string? Nearest(string typed, IEnumerable<string> known) => Nearest(FullWidth.Narrow(typed), [.. known]);

    private static string? Nearest(string typed, string[] known) => Meaning.Of(typed, known) ?? known
        .Select(name => (Name: name, Distance: Distance(typed.ToLowerInvariant(), name)))
        .Where(guess => guess.Distance <= Math.Max(1, typed.Length / 3) || IsBeginning(typed, guess.Name))
        .OrderBy(guess => guess.Distance)
        .Select(guess => guess.Name)
        .FirstOrDefault();

    private static bool IsBeginning(string typed, string name) =>
        typed.Length > 3 && name.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// How many letters must be added, dropped, changed or swapped with their neighbour (optimal string alignment).
    /// </summary>
    public static int Distance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                int change = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
