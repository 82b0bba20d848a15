namespace Nabla.Cli;

/// <summary>Shows the result of an experiment: the most telling chart and pictures, the figures, and what they show.</summary>
internal static class ExperimentView
{
    public static void Write(ExperimentReport report, Said setup, IReadOnlyList<string> files, Host host)
    {
        if (report.Charts.Count > 0) ChartView.Write(report.Charts[0], host);
        if (report.Charts.Count > 0 && report.Pictures.Count > 0) host.Out.WriteLine();
        if (report.Pictures.Count > 0) PictureGridView.Write(report.Pictures[0], host);
        host.Out.WriteLine();
        TableView.Write(report.Table, host);
        host.Out.WriteLine();
        if (setup.Key.Length > 0) Paragraph.Write(host, setup.In(host.Language));
        foreach (var finding in report.Findings) Paragraph.Write(host, finding.In(host.Language));
        WriteFiles(report, files, host);
    }

    private static void WriteFiles(ExperimentReport report, IReadOnlyList<string> files, Host host)
    {
        host.Out.WriteLine();
        foreach (string file in files) host.Out.WriteLine($"Saved: {file}");
        int all = report.Charts.Count + report.Pictures.Count;
        if (files.Count < all) host.Out.WriteLine($"--out FOLDER saves {all switch { 1 => "the picture", 2 => "both pictures", _ => $"all {all} pictures" }}.");
    }
}
