namespace Nabla.Cli;

/// <summary>Shows the result of an experiment.</summary>
internal static class ExperimentView
{
    public static void Write(ExperimentReport report, IReadOnlyList<string> files, Host host)
    {
        TableView.Write(report.Table, host);
        host.Out.WriteLine();
        foreach (string finding in report.Findings) Paragraph.Write(host, finding);
        if (files.Count == 0) return;
        host.Out.WriteLine();
        foreach (string file in files) host.Out.WriteLine($"Saved: {file}");
        int more = report.Charts.Count + report.Pictures.Count - files.Count;
        if (more > 0) host.Out.WriteLine($"({more} more {(more == 1 ? "picture" : "pictures")} with the name of a folder)");
    }
}
