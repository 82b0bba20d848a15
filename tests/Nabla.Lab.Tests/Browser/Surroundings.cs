namespace Nabla.Lab.Tests;

/// <summary>What the command finds around it here: this clone, and its output on the test's.</summary>
internal static class Surroundings
{
    /// <summary>The clone's folder.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static Host Host { get; } = new() { Out = Console.Out, Error = Console.Error, Variable = Environment.GetEnvironmentVariable };

    private static string Find(string folder) => SiteSource.IsClone(folder) ? folder : Find(Path.GetDirectoryName(folder)!);
}
