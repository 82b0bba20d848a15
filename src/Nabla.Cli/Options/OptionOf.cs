using System.CommandLine;
using System.Globalization;

namespace Nabla.Cli;

/// <summary>Makes options that check their own values, and say what is wrong and what would be right.</summary>
internal static class OptionOf
{
    /// <summary>A whole number.</summary>
    public static Option<int?> Whole(
        string name, string helpName, string description, int least, string example, int most = int.MaxValue, params string[] aliases) =>
        Parsed<int?>(name, helpName, description, text =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
                && value >= least && value <= most
                ? (value, null)
                : (null, $"{name} is '{text}'; give a whole number "
                    + $"{(most == int.MaxValue ? $"of at least {least}" : $"from {least} to {most}")}, such as {example}."), aliases);

    /// <summary>A whole number that may be as large as 64 bits hold.</summary>
    public static Option<ulong?> Seed(string description) => Parsed<ulong?>("--seed", "N", description, text =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value)
            ? (value, null)
            : (null, $"--seed is '{text}'; give a whole number from 0 to {ulong.MaxValue}, such as 1."));

    /// <summary>A finite number.</summary>
    public static Option<double?> Number(
        string name, string helpName, string description, bool zeroToo, string example, params string[] aliases) =>
        Parsed<double?>(name, helpName, description, text =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                && double.IsFinite(value) && (zeroToo ? value >= 0 : value > 0)
                ? (value, null)
                : (null, $"{name} is '{text}'; give {(zeroToo ? "0 or a positive number" : "a positive number")}, "
                    + $"such as {example}."), aliases);

    /// <summary>One of a few names.</summary>
    public static Option<T?> Choice<T>(string name, string helpName, string description, IReadOnlyDictionary<string, T> known)
        where T : class =>
        Parsed<T?>(name, helpName, description, text => known.GetValueOrDefault(text.ToLowerInvariant()) is { } value
            ? (value, null)
            : (null, $"{name} is '{text}'{Suggestion.For(text, known.Keys)}; known: {string.Join(", ", known.Keys)}."));

    /// <summary>Sizes of layers, joined by commas.</summary>
    public static Option<int[]?> Sizes(string name, string description, int least, string example) =>
        Parsed<int[]?>(name, "N,N,...", description, text => ParseSizes(name, text, least, example));

    /// <summary>A fixed number of places, counted from 0, joined by commas.</summary>
    public static Option<int[]?> Places(string name, string helpName, string description, string example) =>
        Parsed<int[]?>(name, helpName, description, text =>
        {
            string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
            int[] places = new int[parts.Length];
            for (int i = 0; i < parts.Length; i++)
            {
                if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out places[i]))
                    return (null, $"{name} is '{text}', and '{parts[i]}' is not a whole number of at least 0; give {helpName}, such as {example}.");
            }

            int wanted = helpName.Split(',').Length;
            return parts.Length == wanted ? (places, null)
                : (null, $"{name} is '{text}', which is {parts.Length} number{(parts.Length == 1 ? "" : "s")}; give {wanted}: {helpName}, such as {example}.");
        });

    /// <summary>A range of places, both ends included.</summary>
    public static Option<(int From, int To)?> Range(string name, string description, string example) =>
        Parsed<(int From, int To)?>(name, "A..B", description, text =>
        {
            string[] ends = text.Split("..");
            return ends.Length == 2
                && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int from)
                && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out int to) && from <= to
                ? ((from, to), null)
                : (null, $"{name} is '{text}'; give the first and the last, such as {example}.");
        });

    /// <summary>Any text, but some.</summary>
    public static Option<string?> Text(string name, string helpName, string description) =>
        Parsed<string?>(name, helpName, description, text =>
            string.IsNullOrWhiteSpace(text) ? (null, $"{name} is empty; give {name} {helpName}.") : (text, null));

    /// <summary>A switch.</summary>
    public static Option<bool> Flag(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>An option whose one value is parsed by a function that returns the value or what is wrong with it.</summary>
    public static Option<T?> Parsed<T>(
        string name, string helpName, string description, Func<string, (T? Value, Said? Problem)> parse, params string[] aliases) =>
        new ParsedOption<T>(name, parse, aliases)
        {
            Description = description,
            HelpName = helpName,
        };

    private static (int[]? Sizes, Said? Problem) ParseSizes(string name, string text, int least, string example)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        int[] sizes = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out sizes[i]))
                return (null, $"{name} is '{text}', and '{parts[i]}' is not a whole number; give sizes joined by commas, "
                    + $"such as {example}.");
            if (sizes[i] < 1)
                return (null, $"{name} is '{text}', but a layer needs at least 1 neuron; leave the {sizes[i]} out or make it larger.");
        }

        return parts.Length < least
            ? (null, $"{name} is '{text}'; a network needs at least inputs and outputs, such as {example}.")
            : (sizes, null);
    }
}
