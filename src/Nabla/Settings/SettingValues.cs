using System.Globalization;

namespace Nabla;

/// <summary>What the value of a setting may be.</summary>
/// <param name="Wording">In words, such as "a positive number"; null where reading it says what is wrong.</param>
/// <param name="Symbol">What stands for it in a help text.</param>
/// <param name="Form">How it looks in JSON.</param>
internal abstract record ValueKind(Said? Wording, string Symbol, SettingForm Form)
{
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A value as it is always written.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public abstract string Check(string text);
}

/// <summary>The same, with how it is read and written.</summary>
internal sealed record SettingValues<T>(Said? Wording, string Symbol, SettingForm Form, Func<string, T> Read, Func<T, string> Write) : ValueKind(Wording, Symbol, Form)
{
    /// <summary>Whether every character counts, as in a name that somebody else has given.</summary>
    public bool IsVerbatim { get; init; }

    public override string Check(string text) => Write(ReadTyped(text));

    /// <summary>A value as a person types it, perhaps in full width.</summary>
    public T ReadTyped(string text) => Read(IsVerbatim ? text : FullWidth.Narrow(text));

    /// <summary>The same values where they are kept as text.</summary>
    public SettingValues<string> AsText() => new(Wording, Symbol, Form, Check, text => text) { Choices = Choices };
}

/// <summary>The values that settings may have.</summary>
internal static class SettingValues
{
    private const int MostInAList = 1000;

    public static SettingValues<int> AtLeastOne { get; } = new(
        $"a whole number of at least 1", "N", SettingForm.Number,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int x) && x >= 1 ? x : throw Not($"a whole number of at least 1"),
        x => x.ToString(CultureInfo.InvariantCulture));

    public static SettingValues<ulong> Seed { get; } = new(
        $"a whole number from 0 to {ulong.MaxValue}", "N", SettingForm.Number,
        text => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong x) ? x : throw Not($"a whole number of at least 0"),
        x => x.ToString(CultureInfo.InvariantCulture));

    public static SettingValues<double> NotNegative { get; } = Of($"0 or a positive number", "X", Finite);

    public static SettingValues<double> Positive { get; } = Of($"a positive number", "X", text => Finite(text) is { } x and > 0 ? x : null);

    public static SettingValues<double> Fraction { get; } = Of($"a number of at least 0 and less than 1", "PART", text => Finite(text) is { } x and < 1 ? x : null);

    public static SettingValues<double> UpToOne { get; } = Of($"a number from 0 to 1", "PART", text => Finite(text) is { } x and <= 1 ? x : null);

    public static SettingValues<double> PositiveUpToOne { get; } = Of($"more than 0 and at most 1", "PART", text => Finite(text) is { } x and > 0 and <= 1 ? x : null);

    public static SettingValues<double> BetweenZeroAndOne { get; } = Of($"more than 0 and less than 1", "PART", text => Finite(text) is { } x and > 0 and < 1 ? x : null);

    /// <summary>A part of a whole, also as a percentage.</summary>
    public static SettingValues<double> Part { get; } = Of($"a fraction of at most 1 or a percentage", "PART", text =>
        text.EndsWith('%') ? Percentage(text) : Finite(text) is { } x and > 0 and <= 1 ? x : null);

    public static SettingValues<bool> Flag { get; } = new(
        $"true or false", "", SettingForm.Flag, text => text switch { "true" => true, "false" => false, _ => throw Not($"true or false") }, x => x ? "true" : "false");

    public static SettingValues<string> Text { get; } = new(
        null, "TEXT", SettingForm.Text, text => text.Length > 0 ? text : throw Refusal.Format($"it is empty"), text => text)
    {
        IsVerbatim = true,
    };

    public static SettingValues<string> FileName { get; } = Text with
    {
        Symbol = "FILE",
        Read = text => text.Contains('\0', StringComparison.Ordinal)
            ? throw Refusal.Format($"it has the character NUL, which no name of a file has") : Text.Read(text),
    };

    /// <summary>One of a few things that are known by name.</summary>
    public static SettingValues<T> OneOf<T>(IEnumerable<T> all, Func<string, T> parse, Func<T, string> nameOf) => OneOf(all.Select(nameOf), parse, nameOf);

    /// <summary>The same, by their names.</summary>
    public static SettingValues<T> OneOf<T>(IEnumerable<string> names, Func<string, T> parse, Func<T, string> nameOf) =>
        new(null, "NAME", SettingForm.Text, parse, nameOf) { Choices = [.. names] };

    /// <summary>One of a few words.</summary>
    public static SettingValues<string> OneOf(IReadOnlyList<string> words) => new(
        null, "NAME", SettingForm.Text,
        text => words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? throw Not($"one of {Said.Names(words)}"), word => word)
    {
        Choices = words,
    };

    /// <summary>Several, joined by '-', which no positive number begins with, or by commas; an exponent's sign follows its e.</summary>
    public static SettingValues<IReadOnlyList<T>> List<T>(SettingValues<T> each)
    {
        Said words = $"{each.Wording!}, or up to {MostInAList} joined by commas";
        return new(
            words, "N,N,...", SettingForm.Numbers,
            text =>
            {
                if (text == "none") return [];
                string[] parts = text.Replace(',', '-').Replace("E-", "E~", StringComparison.OrdinalIgnoreCase).Split('-');
                if (parts.Length > MostInAList) throw Not(words);
                return [.. parts.Select(part => each.Read(part.Trim().Replace('~', '-')))];
            },
            values => values.Count == 0 ? "none" : string.Join('-', values.Select(each.Write)));
    }

    public static FormatException Not(Said what) => Refusal.Format($"it must be {what}");

    private static SettingValues<double> Of(Said words, string symbol, Func<string, double?> read) => new(
        words, symbol, SettingForm.Number, text => read(text) ?? throw Not(words), x => x.ToString("R", CultureInfo.InvariantCulture));

    private static double? Finite(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double x) && double.IsFinite(x)
            ? x : null;

    // As a decimal number, so that 97.56% is the same number as 9,756 of 10,000.
    private static double? Percentage(string text) =>
        decimal.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal x) && x is > 0 and <= 100
            ? (double)(x / 100) : null;
}
