namespace Nabla.Cli;

/// <summary>Shows the result of an experiment.</summary>
internal static class ExperimentView
{
    public static void Write(Experiment experiment, ExperimentReport report, Host host)
    {
        TableView.Write(report.Table, host);
        host.Out.WriteLine();
        foreach (string finding in report.Findings) Paragraph.Write(host, finding);
    }
}
