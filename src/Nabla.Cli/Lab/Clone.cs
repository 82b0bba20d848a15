namespace Nabla.Cli;

/// <summary>The places in a clone of the repository that the page is built from and to.</summary>
/// <param name="Root">The clone's own folder.</param>
internal sealed record Clone(string Root)
{
    /// <summary>The page's sources.</summary>
    public string Lab { get; } = Path.Combine(Root, "src", "lab");

    /// <summary>What Vite makes of them.</summary>
    public string Dist => Path.Combine(Lab, "dist");

    /// <summary>The engine's project for the browser.</summary>
    public string Browser { get; } = Path.Combine(Root, "src", "Nabla.Browser");

    /// <summary>What publishing makes of it.</summary>
    public string Framework => Path.Combine(Browser, "bin", "wasm", "site", SiteFolder.Framework);

    /// <summary>The library.</summary>
    public string Library { get; } = Path.Combine(Root, "src", "Nabla");

    /// <summary>What teaches beside it.</summary>
    public string Teaching { get; } = Path.Combine(Root, "src", "Nabla.Teaching");

    /// <summary>Where the whole page is put together.</summary>
    public string Output { get; } = Path.Combine(Root, "artifacts", "lab");

    /// <summary>The whole page.</summary>
    public string Site => Path.Combine(Output, "site");

    /// <summary>Whether a folder is a clone of a version that has the page.</summary>
    public static bool IsIn(string folder) =>
        File.Exists(Path.Combine(folder, "nabla.slnx")) && File.Exists(Path.Combine(folder, "src", "lab", "package.json"));

    /// <summary>What decides the published engine.</summary>
    public string EngineDigest() => SourceDigest.Of(
        [Library, Teaching, Browser],
        [Path.Combine(Root, "Directory.Build.props"), Path.Combine(Root, "Directory.Packages.props"), Path.Combine(Root, "global.json")]);

    /// <summary>What decides the built page.</summary>
    public string PageDigest() => SourceDigest.Of([Lab], [Path.Combine(Library, "Text", "zh.json")]);
}
