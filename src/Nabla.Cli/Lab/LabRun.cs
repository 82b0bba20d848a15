namespace Nabla.Cli;

/// <summary>What <c>nabla lab</c> does.</summary>
internal static class LabRun
{
    public const string UsualRuns = "runs";

    /// <summary>Serves the page until Ctrl-C.</summary>
    /// <param name="port">The port; the usual one or the next that is free where null.</param>
    /// <param name="runs">The folders of runs that the user named.</param>
    /// <param name="embed">The origins whose pages may show it within them.</param>
    /// <param name="open">Whether the browser is to show it.</param>
    /// <param name="json">Whether the address is printed as JSON.</param>
    /// <param name="host">What it reads from and writes to.</param>
    public static int Serve(int? port, IReadOnlyList<string> runs, IReadOnlyList<string> embed, bool open, bool json, Host host)
    {
        if (runs.FirstOrDefault(folder => !Directory.Exists(folder)) is { } missing)
            throw CliException.Wrong($"--runs is '{missing}', and there is no such folder; give one that holds runs, or leave it out.");
        string[] embedders = [.. embed.Select(Embedder.Of).Distinct()];
        var runShelf = new RunShelf(runs.Count > 0 ? runs : [UsualRuns]);
        var dataShelf = new DataShelf(set => set.TryFind(out string? folder) ? folder : null);
        using var socket = LabServer.Bind(port);
        var site = SiteSource.Find(host).Load(host);
        using var server = LabServer.Start(socket, new LabContent(site, dataShelf, runShelf), embedders);

        string address = server.Address.AbsoluteUri;
        if (json) host.WriteJson(new LabAddress(address, server.Address.Port, dataShelf.Names(), runShelf.Folders), CliJson.Default.LabAddress);
        else host.Out.WriteLine($"the lab is at {address} (Ctrl-C stops it)");
        host.Out.Flush();
        if (open) host.Browse(server.Address);
        host.Cancellation.WaitHandle.WaitOne();
        return ExitCode.Done;
    }

    /// <summary>Writes the page as a static site.</summary>
    public static int Export(string folder, bool json, Host host)
    {
        var place = SiteExport.Plan(folder);
        var result = place.Write(SiteSource.Find(host).Load(host));
        if (json) host.WriteJson(result, CliJson.Default.SiteExportResult);
        else
            host.Out.WriteLine($"the page is in {folder}: {result.Files} files, {Format.Megabytes(result.Bytes)} "
                + $"({Format.Megabytes(result.CompressedBytes)} with Brotli); any web host can serve it, from a folder below its root too");
        return ExitCode.Done;
    }
}
