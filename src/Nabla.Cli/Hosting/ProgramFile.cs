namespace Nabla.Cli;

/// <summary>Finds other programs.</summary>
internal static class ProgramFile
{
    private static readonly string[] Endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];

    /// <summary>The file of a program on the PATH; null where there is none.</summary>
    public static string? Find(string name, Host host) => (host.Variable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(folder => Endings.Select(ending => Path.Combine(folder, name + ending)))
        .FirstOrDefault(File.Exists);
}
