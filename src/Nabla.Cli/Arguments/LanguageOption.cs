using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>--language</c>, for every command; without it the environment's locale says in which language messages are.</summary>
internal sealed class LanguageOption : ParsedOption<string>
{
    private static readonly string[] Known = ["en", "zh"];
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    public LanguageOption()
        : base("--language", text => Known.FirstOrDefault(known => known.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known
            ? (known, null)
            : (null, $"--language is '{text}'; known: {string.Join(", ", Known)}."))
    {
        Description = "the language of messages: en, or zh for Chinese (default: as LC_ALL, LC_MESSAGES or LANG says)";
        HelpName = "LANG";
        Recursive = true;
    }

    /// <summary>The language of what was asked; null where none was, or one that is not known.</summary>
    public string? Of(ParseResult parsed) => parsed.GetResult(this) is { } result && !result.Errors.Any() ? parsed.GetValue(this) : null;

    /// <summary>The language of the environment; the first variable that is set counts, as in gettext.</summary>
    /// <param name="variable">Looks up an environment variable.</param>
    public static string OfLocale(Func<string, string?> variable) =>
        Variables.Select(variable).FirstOrDefault(locale => !string.IsNullOrEmpty(locale))
            ?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? "zh" : "en";
}
