namespace Nabla.Cli;

/// <summary>Writes arguments so that a shell reads them back as they are.</summary>
internal static class Shell
{
    private const string Plain = "-_./:,=+@%~";

    public static string Quote(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsLetterOrDigit(c) || Plain.Contains(c) || (c == '\\' && OperatingSystem.IsWindows()))
            ? argument
            : OperatingSystem.IsWindows() ? $"\"{argument}\"" : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
