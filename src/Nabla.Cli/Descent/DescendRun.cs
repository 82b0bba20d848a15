namespace Nabla.Cli;

/// <summary>Descends a function from each start and shows it.</summary>
internal sealed class DescendRun(Host host, DescendSettings settings)
{
    public int Execute()
    {
        var f = settings.Function.Showing(settings.Starts);
        var descents = settings.Starts.Select(start => Descend(f, start)).ToList();
        var basins = settings.Basins ? Basins.Map(f, settings.Descent, cancellation: host.Cancellation) : null;
        var chart = basins is null ? DescentCharts.Of(f, descents) : DescentCharts.Of(f, basins);
        settings.Picture?.Write(chart);
        if (settings.Json)
        {
            host.WriteJson(Result(f, descents, basins), CliJson.Default.DescendResult);
            return ExitCode.Done;
        }

        DescentView.WriteHead(settings, host);
        foreach (var descent in descents) DescentView.Write(descent, settings.Rows, host);
        if (basins is not null) DescentView.Write(basins, host);
        if (settings.Picture is { } written) host.Out.WriteLine($"The picture is in {written.Path}");
        return ExitCode.Done;
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
            throw CliException.Wrong(e.Message.Split(Environment.NewLine));
        }
    }

    private DescendResult Result(Objective f, IReadOnlyList<DescentResult> descents, Basins? basins) => new()
    {
        Function = f.Name,
        Formula = f.Formula,
        Gradient = f.GradientFormulas,
        Variables = f.Variables,
        Descents = descents,
        Basins = basins,
        Picture = settings.Picture?.Path,
    };
}
