namespace Nabla.Lab.Tests;

/// <summary>The platform's own browser; none is ever downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Its file: <c>NABLA_CHROMIUM</c>, or what is on the PATH; null where there is none.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("NABLA_CHROMIUM") is { Length: > 0 } chosen
        ? chosen
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    /// <summary>Why no test can run here; null where they can, or must.</summary>
    public static string? Missing => Environment.GetEnvironmentVariable("NABLA_REQUIRE_BROWSER") == "1" ? null
        : Path is null ? "There is no Chromium on the PATH."
        : ProgramFile.Find("node", Surroundings.Host) is null ? "There is no Node on the PATH, which the page is built with."
        : null;
}
