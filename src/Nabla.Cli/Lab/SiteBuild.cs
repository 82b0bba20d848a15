namespace Nabla.Cli;

/// <summary>Builds what is missing of the page, or was built from other sources than are there now.</summary>
internal sealed class SiteBuild(Clone clone, Host host)
{
    // Lies within what was built, so that whoever builds by hand, and thereby deletes it, is not taken at an old word.
    private const string Stamp = ".built";

    /// <summary>Builds, a line for each step.</summary>
    public void Run()
    {
        string engine = clone.EngineDigest(), page = clone.PageDigest();
        bool engineIsNew = !IsBuilt(clone.Framework, engine), pageIsNew = !IsBuilt(clone.Dist, page);

        // Before anything that takes long.
        var node = pageIsNew ? Node.Find(host) : null;
        if (engineIsNew) BuildEngine(engine);
        if (node is not null) BuildPage(node, page);
        if (!engineIsNew && !pageIsNew && IsBuilt(clone.Site, engine + page)) return;
        host.Notice("putting the page together, with compressed copies …");
        SiteFolder.Compose(clone.Dist, clone.Framework, clone.Site);
        Note(clone.Site, engine + page);
    }

    private void BuildEngine(string digest)
    {
        host.Notice("building the engine for the browser (dotnet publish src/Nabla.Browser), a minute or so …");
        string dotnet = host.Variable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : ProgramFile.Find("dotnet", host)
            ?? throw CliException.Wrong($"the command 'dotnet' is not on the PATH, and the page's engine is built with it; install the .NET 10 SDK.");

        // No helper may stay behind that holds our end of its output open.
        QuietProcess.Run(
            dotnet, ["publish", clone.Browser, "-c", "Release", "-p:Wasm=true", "-p:UseSharedCompilation=false", "-nodeReuse:false", "--nologo"], clone.Root, host);
        Note(clone.Framework, digest);
    }

    private void BuildPage(Node node, string digest)
    {
        string wanted = Path.Combine(clone.Lab, "package-lock.json"), installed = Path.Combine(clone.Lab, "node_modules", ".package-lock.json");
        if (File.GetLastWriteTimeUtc(installed) < File.GetLastWriteTimeUtc(wanted))
        {
            host.Notice("fetching what builds the page (npm ci in src/lab) …");
            QuietProcess.Run(node.Npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], clone.Lab, host);
        }

        host.Notice("building the page (npm run build in src/lab) …");
        QuietProcess.Run(node.Npm, ["run", "build"], clone.Lab, host);
        Note(clone.Dist, digest);
    }

    private static bool IsBuilt(string folder, string digest)
    {
        string path = Path.Combine(folder, Stamp);
        return File.Exists(path) && File.ReadAllText(path) == digest;
    }

    private static void Note(string folder, string digest)
    {
        if (!Directory.Exists(folder)) throw CliException.Failed($"building ended well, but there is no folder '{folder}'.");
        File.WriteAllText(Path.Combine(folder, Stamp), digest);
    }
}
