using System.ComponentModel;

namespace Nabla;

/// <summary>
/// Something that can be set by name: what it is called, what it means, and what its value may be. It is stated once, beside what it
/// belongs to; names of runs, <c>run.json</c>, the options of commands, their help and the page's form are all made from that.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Setting
{
    private readonly ValueKind _kind;

    private protected Setting(string name, Said summary, ValueKind kind, string example) =>
        (Name, Summary, _kind, Sample, Symbol) = (name, summary, kind, example, kind.Symbol);

    /// <summary>Its name, in lower case with hyphens: <c>batch-size</c>.</summary>
    public string Name { get; }

    /// <summary>What it means, in a few words.</summary>
    public Said Summary { get; }

    /// <summary>The heading that it stands under.</summary>
    public string Group { get; init; } = "";

    /// <summary>What stands for its value in a help text: <c>η</c>.</summary>
    public string Symbol { get; init; }

    /// <summary>What its value may be, in words.</summary>
    public Said Range => Choices.Count > 0 ? Said.Names(Choices) : _kind.Wording ?? $"";

    /// <summary>A value that it may have; empty where its usual value is one.</summary>
    public string Sample { get; }

    /// <summary>How its value looks in JSON.</summary>
    public SettingForm Form => _kind.Form;

    /// <summary>The names that its value is one of; empty where it is no choice.</summary>
    public IReadOnlyList<string> Choices => _kind.Choices;

    /// <summary>What holds where it is not set, in a word, such as <c>never</c>; null for one that always has a value.</summary>
    public string? Unset { get; init; }

    /// <summary>Its usual value where that of every kind of <see cref="Owners"/> is the same; null where it is not, or it depends on none.</summary>
    public string? Usual => UsualOf?.Invoke();

    /// <summary>The optimizers or schedules that have it, by name; empty where all have, or it is of none.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>Checks a value by itself.</summary>
    /// <param name="text">The value.</param>
    /// <returns>The same as it is always written.</returns>
    /// <exception cref="FormatException">It is none; the message says what would be.</exception>
    public string Check(string text) => Try(text, () => _kind.Check(text), Sample);

    /// <summary>Says that a value is none of <see cref="Choices"/>.</summary>
    /// <param name="text">The value.</param>
    /// <param name="meant">The choice that was perhaps meant.</param>
    public Said Unknown(string text, string? meant = null) => meant is null
        ? (Said)$"{Name} is '{Printable.Name(text)}'; known: {Range}."
        : $"{Name} is '{Printable.Name(text)}'; did you mean '{meant}'; known: {Range}.";

    private protected ValueKind Kind => _kind;

    private protected Func<string?>? UsualOf { get; init; }

    // A wrong value is told in one sentence, wherever it was written.
    private protected TResult Try<TResult>(string text, Func<TResult> action, string? example)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return action();
        }
        catch (Exception reason) when (reason is FormatException or ArgumentException)
        {
            Said wrong = $"{Name} is '{Printable.Name(text)}'";
            throw Refusal.Format(
                _kind.Wording is { } wording ? example == text ? (Said)$"{wrong}; give {wording}." : $"{wrong}; give {wording}, such as {example}."
                    : Choices.Count > 0 ? Unknown(text) : $"{wrong}: {Said.Of(reason)}",
                reason);
        }
    }
}
