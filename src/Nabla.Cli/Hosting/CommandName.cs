namespace Nabla.Cli;

/// <summary>How the user called this command.</summary>
internal static class CommandName
{
    /// <summary>
    /// <c>dotnet run --project …</c> where the program lies in the output folder of its own project, otherwise <c>nabla</c>.
    /// </summary>
    /// <param name="program">The folder of the program.</param>
    /// <param name="current">The folder that the user is in.</param>
    public static string Of(string program, string current)
    {
        // …/Nabla.Cli/bin/Release/net10.0
        var output = new DirectoryInfo(Path.TrimEndingDirectorySeparator(program));
        if (output.Parent is not { Name: "Debug" or "Release", Parent: { Name: "bin", Parent: { } project } } configuration) return "nabla";
        if (!File.Exists(Path.Combine(project.FullName, "Nabla.Cli.csproj"))) return "nabla";
        string release = configuration.Name == "Release" ? "-c Release " : "";
        return $"dotnet run {release}--project {Shell.Quote(Path.GetRelativePath(current, project.FullName))} --";
    }
}
