namespace Nabla.Cli;

/// <summary>Writes arguments so that a shell reads them back as they are, and so that they can be shown.</summary>
internal static class Shell
{
    private const string Plain = "-_./:,=+@%~";

    public static string Quote(string argument)
    {
        if (argument.Length > 0 && argument.All(c => char.IsLetterOrDigit(c) || Plain.Contains(c) || (c == '\\' && OperatingSystem.IsWindows())))
            return argument;
        if (OperatingSystem.IsWindows()) return $"\"{Printable.Line(argument)}\"";
        return Printable.Line(argument) == argument
            ? $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'"
            : $"$'{string.Concat(argument.Select(Escaped))}'";
    }

    // As bash, zsh and ksh read it. What is not plain is told by its number, so that nothing but the shell acts on it.
    private static string Escaped(char c) => c switch
    {
        '\'' or '\\' => $"\\{c}",
        >= ' ' and < '\u007F' => c.ToString(),
        _ when char.IsLetterOrDigit(c) => c.ToString(),
        _ => $"\\u{(int)c:x4}",
    };
}
