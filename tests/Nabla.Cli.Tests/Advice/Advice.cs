using System.Text.RegularExpressions;

namespace Nabla.Cli.Tests;

/// <summary>Does what a message says, as somebody would who understands nothing but its words.</summary>
internal static partial class Advice
{
    /// <summary>The arguments as the message wants them; null where it names nothing that could be done to them.</summary>
    public static string[]? Follow(IReadOnlyList<string> args, string message)
    {
        string? wrong = Quoted().Match(message) is { Success: true } quoted ? quoted.Groups[1].Value : null;
        string? option = Subject().Match(message) is { Success: true } subject ? subject.Groups[1].Value : null;
        return Of(Meant(), meant => Replaced(args, wrong, option, meant))
            ?? Of(Assigned(), name => With(args, name, Assigned().Match(message).Groups[2].Value))
            ?? Of(SuchAsOption(), name => With(args, name, SuchAsOption().Match(message).Groups[2].Value))
            ?? Of(Added(), name => [.. args, name])
            ?? Of(Other(), cost => With(args, "--cost", cost))
            ?? (Twice().IsMatch(message) ? Without(args, Twice().Match(message).Groups[1].Value) : null)
            ?? (Both().IsMatch(message) ? Without(args, Both().Match(message).Groups[2].Value) : null)
            ?? Of(LeftOut(), name => Without(args, name))
            ?? (option is null ? null : Of(SuchAs(), example => With(args, option, example)))
            ?? (option is null ? null : Of(FromTo(), least => With(args, option, least)))
            ?? Of(Known(), known => Replaced(args, wrong, option, known));

        string[]? Of(Regex regex, Func<string, string[]?> what) => regex.Match(message) is { Success: true } match ? what(match.Groups[1].Value) : null;
    }

    // The last value, for an earlier one would be another option's.
    private static string[]? Replaced(IReadOnlyList<string> args, string? wrong, string? option, string right)
    {
        if (option is not null) return With(args, option, right);
        int at = args.ToList().FindLastIndex(arg => arg == wrong || arg.Split('=')[0] == wrong);
        return at < 0 ? null : [.. args.Take(at), right + args[at][wrong!.Length..], .. args.Skip(at + 1)];
    }

    private static string[] With(IReadOnlyList<string> args, string option, string value)
    {
        int at = args.ToList().FindIndex(arg => arg == option || (option == "--learning-rate" && arg == "--lr"));
        return at < 0 ? [.. args, option, value] : [.. args.Take(at + 1), value, .. args.Skip(at + 2)];
    }

    private static string[]? Without(IReadOnlyList<string> args, string option)
    {
        int at = args.ToList().IndexOf(option);
        if (at < 0) return null;
        int values = at + 1 < args.Count && !args[at + 1].StartsWith("--", StringComparison.Ordinal) ? 1 : 0;
        return [.. args.Take(at), .. args.Skip(at + 1 + values)];
    }

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(?:nabla: )?(--[\w-]+) is ")]
    private static partial Regex Subject();

    [GeneratedRegex("did you mean '([^']+)'")]
    private static partial Regex Meant();

    [GeneratedRegex(@"at least (--[\w-]+) (\S+?)[,.;]?(?:\s|$)")]
    private static partial Regex Assigned();

    [GeneratedRegex(@"such as (--[\w-]+) (\S+)")]
    private static partial Regex SuchAsOption();

    [GeneratedRegex(@"add (--[\w-]+)")]
    private static partial Regex Added();

    [GeneratedRegex(@"or choose the cost ([\w-]+)")]
    private static partial Regex Other();

    [GeneratedRegex(@"(--[\w-]+) is given \d+ times")]
    private static partial Regex Twice();

    [GeneratedRegex(@"(--[\w-]+) and (--[\w-]+) were both given")]
    private static partial Regex Both();

    [GeneratedRegex(@"leave (--[\w-]+) out")]
    private static partial Regex LeftOut();

    [GeneratedRegex(@"such as (\S+?)(?:[,;]? or |[.;,]?(?:\s|$)|,\s)")]
    private static partial Regex SuchAs();

    [GeneratedRegex(@"(?:give|from) (-?[\d.]+) to ")]
    private static partial Regex FromTo();

    [GeneratedRegex(@"known: ([\w-]+)")]
    private static partial Regex Known();
}
