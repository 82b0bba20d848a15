using System.CommandLine;
using System.CommandLine.Parsing;

namespace Nabla.Cli;

/// <summary>Says what is wrong with the arguments: a line for each problem, and where help is.</summary>
internal static class ParseProblems
{
    /// <summary>Whether something is wrong.</summary>
    public static bool Any(ParseResult parsed) => parsed.Errors.Count > 0 || MistakenOptions(parsed).Any();

    /// <summary>Tells the user.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(ParseResult parsed, Host host)
    {
        var command = parsed.CommandResult.Command;
        var problems = Problems(parsed, command).Distinct().ToList();
        problems[^1] = $"{problems[^1]} (See '{host.Command} {HelpWriter.PathOf(command)}--help'.)";
        foreach (var problem in problems) host.Complain(problem);
        return ExitCode.Wrong;
    }

    private static IEnumerable<Said> Problems(ParseResult parsed, Command command)
    {
        // What would be taken for the name of a file is a mistyped option, and what follows it is of no use.
        string[] mistaken = [.. MistakenOptions(parsed)];
        foreach (string token in mistaken) yield return Unknown(token, command);
        if (mistaken.Length > 0) yield break;

        // After an unknown option or command, what follows it is unknown too, and need not be told.
        string[] options = [.. parsed.UnmatchedTokens.Where(LooksLikeOption)];
        bool isUnknownCommand = command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count > 0 && !LooksLikeOption(parsed.UnmatchedTokens[0]);
        foreach (string token in options.Length > 0 && !isUnknownCommand ? options : parsed.UnmatchedTokens.Take(1)) yield return Unknown(token, command);
        foreach (var error in parsed.Errors)
        {
            if (parsed.UnmatchedTokens.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal))) continue;
            if (error.Message.StartsWith("Required command", StringComparison.Ordinal)) continue;
            yield return error.SymbolResult switch
            {
                OptionResult { Option: IRefusingOption { Problem: { } problem } } => problem,
                OptionResult { Tokens.Count: 0 } option => $"{option.Option.Name} needs a value: "
                    + $"{option.Option.Name} {option.Option.HelpName}.",
                OptionResult { IdentifierTokenCount: > 1, Option.Arity.MaximumNumberOfValues: 1 } option =>
                    $"{option.Option.Name} is given {option.IdentifierTokenCount} times; give it once.",
                _ => $"{error.Message}",
            };
        }
    }

    // Files whose names begin with a hyphen come after a "--".
    private static IEnumerable<string> MistakenOptions(ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash) ? []
        : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens)
            .Select(token => token.Value).Where(LooksLikeOption);

    private static Said Unknown(string token, Command command)
    {
        if (LooksLikeOption(token))
        {
            string option = token.Split('=', '＝')[0];
            return $"there is no option '{option}'{Suggestion.For(WithHyphens(option), Options(command))}.";
        }

        if (command.Subcommands.Count == 0) return $"'{token}' is one argument too many.";
        return $"there is no command '{token}'{Suggestion.For(token, command.Subcommands.Select(sub => sub.Name))}; "
            + $"known: {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}.";
    }

    // An editor makes one dash of two hyphens, an input method full-width ones.
    private static bool LooksLikeOption(string token) => token.Length > 1 && token[0] is '-' or '－' or '–' or '—' or '−';

    private static string WithHyphens(string option) => option.TrimStart('-', '－', '–', '—', '−') is [_, _, ..] word ? $"--{word}" : option;

    private static IEnumerable<string> Options(Command command) =>
        command.Options.Concat(HelpWriter.OptionsOfEvery(command)).SelectMany(option => option.Aliases.Prepend(option.Name));
}
