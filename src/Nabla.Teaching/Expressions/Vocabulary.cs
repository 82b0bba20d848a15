namespace Nabla.Expressions;

/// <summary>The names that a formula may use: the caller's variables, π and e, and the functions.</summary>
internal sealed class Vocabulary
{
    private static readonly Dictionary<string, NumberNode> Constants = new()
    {
        ["π"] = new(Math.PI, "π"),
        ["pi"] = new(Math.PI, "π"),
        ["e"] = new(Math.E, "e"),
    };

    private static readonly string[] Extremes = ["max", "min"];

    private readonly IReadOnlyList<string> _shown;
    private readonly List<string> _variables;
    private readonly string[] _all;

    public Vocabulary(IReadOnlyList<string> variables)
    {
        _shown = variables;
        _variables = [.. variables.Select(name => string.Concat(name.Select(Sign.Plain)))];
        foreach (string name in _variables)
        {
            if (name.Length == 0 || !char.IsLetter(name[0]) || !name.All(Sign.IsOfName))
                throw Refusal.Argument($"'{Printable.Name(name)}' cannot name a variable; a name is letters, then also digits, '_', subscripts and primes.");
        }

        if (_variables.Distinct().Count() < _variables.Count)
            throw Refusal.Argument($"A variable is named twice: {Said.Names([.. variables])}.");
        _all = [.. _variables, .. Constants.Keys, .. Extremes, .. Function.All.SelectMany(function => function.Names)];
    }

    /// <summary>The longest name that a run of letters begins with; empty where there is none.</summary>
    public string Longest(ReadOnlySpan<char> word)
    {
        string longest = "";
        foreach (string name in _all)
        {
            if (name.Length > longest.Length && word.StartsWith(name)) longest = name;
        }

        return longest;
    }

    /// <summary>The variable or constant of that name; null where it is a function's.</summary>
    public Node? Leaf(string name) => _variables.IndexOf(name) is >= 0 and int index
        ? new VariableNode(index, _shown[index])
        : Constants.GetValueOrDefault(name);

    /// <summary>Whether it is max or min.</summary>
    public static bool IsExtreme(string name) => Extremes.Contains(name);

    /// <summary>What to say of a name that is not known.</summary>
    public Said Unknown(string word)
    {
        var (nearest, distance) = _all.Select(name => (name, Distance: Distance(word.ToLowerInvariant(), name))).MinBy(guess => guess.Distance);
        var functions = Said.Names([.. Function.All.Select(f => f.Names[0]).Where(name => !name.EndsWith('\'')), .. Extremes]);
        Said known = $"{Said.Names([.. _shown, "π", "e"])}; {functions}";
        return distance <= Math.Max(1, word.Length / 3)
            ? $"'{Printable.Name(word)}' is not known; did you mean '{nearest}'? Known: {known}."
            : (Said)$"'{Printable.Name(word)}' is not known. Known: {known}.";
    }

    // Letters to add, drop or change (Levenshtein); letters in another order are one slip.
    private static int Distance(string a, string b)
    {
        if (a.Length > 1 && a.Order().SequenceEqual(b.Order())) return 1;
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            (int diagonal, row[0]) = (row[0], i);
            for (int j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
