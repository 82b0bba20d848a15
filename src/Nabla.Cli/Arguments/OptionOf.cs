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
            Any(text) is { } value && (zeroToo ? value >= 0 : value > 0) ? (value, null)
                : (null, $"{name} is '{text}'; give {(zeroToo ? "0 or a positive number" : "a positive number")}, "
                    + $"such as {example}."), aliases);

    /// <summary>One of a few things that have names.</summary>
    public static Option<T?> Choice<T>(string name, string helpName, string description, IEnumerable<T> known, Func<T, string> nameOf)
        where T : class => Choice(name, helpName, description, known.ToDictionary(nameOf));

    /// <summary>One of a few names.</summary>
    public static Option<T?> Choice<T>(string name, string helpName, string description, IReadOnlyDictionary<string, T> known)
        where T : class =>
        Parsed<T?>(name, helpName, description, text => known.GetValueOrDefault(text.ToLowerInvariant()) is { } value
            ? (value, null)
            : (null, $"{name} is '{text}'{Suggestion.For(text, known.Keys)}; known: {string.Join(", ", known.Keys)}."));

    /// <summary>Sizes of layers, joined by commas.</summary>
    public static Option<int[]?> Sizes(string name, string description, int least, string example) => List<int>(
        name, "N,N,...", description, part => int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int size) ? size : null,
        (text, part) => $"{name} is '{text}', and '{part}' is not a whole number; give sizes joined by commas, such as {example}.",
        (text, sizes) => sizes.FirstOrDefault(size => size < 1, 1) is < 1 and var none
            ? (Said)$"{name} is '{text}', but a layer needs at least 1 neuron; leave the {none} out or make it larger."
            : sizes.Length < least ? (Said)$"{name} is '{text}'; a network needs at least inputs and outputs, such as {example}." : null);

    /// <summary>A fixed number of places, counted from 0, joined by commas.</summary>
    public static Option<int[]?> Places(string name, string helpName, string description, string example)
    {
        int wanted = helpName.Split(',').Length;
        return List<int>(
            name, helpName, description, part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int place) ? place : null,
            (text, part) => $"{name} is '{text}', and '{part}' is not a whole number of at least 0; give {helpName}, such as {example}.",
            (text, places) => places.Length == wanted ? null
                : (Said)$"{name} is '{text}', which is {places.Length} number{(places.Length == 1 ? "" : "s")}; give {wanted}: {helpName}, such as {example}.");
    }

    /// <summary>Finite numbers, joined by commas.</summary>
    public static Option<double[]?> Numbers(string name, string description, string example) => List<double>(
        name, "X,X,...", description, part => Any(part),
        (text, part) => $"{name} is '{text}', and '{part}' is not a number; give numbers joined by commas, such as {example}.", (_, _) => null);

    /// <summary>Any finite number.</summary>
    public static Option<double?> Any(string name, string helpName, string description, string example) => Parsed<double?>(
        name, helpName, description, text => Any(text) is { } value ? (value, null) : (null, $"{name} is '{text}'; give a number, such as {example}."));

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
        Verbatim<string?>(name, helpName, description, text =>
            string.IsNullOrWhiteSpace(text) ? (null, $"{name} is empty; give {name} {helpName}.") : (text, null));

    /// <summary>A switch.</summary>
    public static Option<bool> Flag(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>An option whose one value is parsed by a function that returns the value or what is wrong with it; full width is read as ASCII.</summary>
    public static Option<T?> Parsed<T>(
        string name, string helpName, string description, Func<string, (T? Value, Said? Problem)> parse, params string[] aliases) =>
        Verbatim(name, helpName, description, text => parse(FullWidth.Narrow(text)), aliases);

    private static ParsedOption<T> Verbatim<T>(
        string name, string helpName, string description, Func<string, (T? Value, Said? Problem)> parse, params string[] aliases) =>
        new ParsedOption<T>(name, parse, aliases)
        {
            Description = description,
            HelpName = helpName,
        };

    private static double? Any(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    private static Option<T[]?> List<T>(
        string name, string helpName, string description, Func<string, T?> read, Func<string, string, Said> wrong, Func<string, T[], Said?> check)
        where T : struct => Parsed<T[]?>(name, helpName, description, text =>
        {
            var values = new List<T>();
            foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
            {
                if (read(part) is not { } value) return (null, wrong(text, part));
                values.Add(value);
            }

            T[] all = [.. values];
            return check(text, all) is { } problem ? (null, problem) : (all, null);
        });
}
