namespace Nabla.Cli;

/// <summary>Descends a function from each start and shows it.</summary>
internal sealed class DescendRun(Host host, DescendSettings settings)
{
    public int Execute()
    {
        var f = settings.Function.Showing(settings.Starts);
        var descents = settings.Starts.Select(start => Descend(f, start)).ToList();
        var basins = settings.Basins ? Basins.Map(f, settings.Descent, cancellation: host.Cancellation) : null;
        var ways = DescentCharts.Of(f, descents);
        var map = basins is null ? null : DescentCharts.Of(f, basins);
        if (settings.Picture is { } file) ChartView.Save(map ?? ways, file);
        if (settings.Json)
        {
            host.WriteJson(
                new DescendResult(f.Name, f.Formula, f.GradientFormulas, f.Variables, descents, basins, settings.Picture), CliJson.Default.DescendResult);
            return ExitCode.Done;
        }

        DescentView.WriteHead(settings, host);
        Show(ways);
        foreach (var descent in descents) DescentView.Write(descent, settings.Rows, host);
        if (map is not null)
        {
            Show(map);
            DescentView.Write(basins!, host);
        }

        if (settings.Picture is not null) host.Out.WriteLine($"The picture is in {settings.Picture}");
        return ExitCode.Done;
    }

    private void Show(Chart chart)
    {
        if (settings.Picture is not null) return;
        host.Out.WriteLine();
        ChartView.Write(chart, host);
    }

    private DescentResult Descend(Objective f, IReadOnlyList<double> start)
    {
        host.Cancellation.ThrowIfCancellationRequested();
        try
        {
            return GradientDescent.Run(f, start, settings.Descent);
        }
        catch (ArgumentException e)
        {
            throw settings.Descent.Problems() is { Count: > 0 } problems ? CliException.Wrong(problems) : CliException.Wrong(Said.Of(e));
        }
    }
}
