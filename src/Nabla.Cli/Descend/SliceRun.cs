namespace Nabla.Cli;

/// <summary>Computes a slice of a network's cost and shows it.</summary>
internal sealed class SliceRun(Host host, SliceSettings settings)
{
    private const long MostNumbers = 100_000_000;
    private const int Places = 40;

    public int Execute()
    {
        var model = ModelLocator.Load(settings.Model, host);
        var others = settings.Others.Select(other => ModelLocator.Load(other, host)).ToList();
        CheckFits(model, others);
        foreach (var each in others.Prepend(model)) each.RequireNumbers("descend");
        var start = settings.Data is { } named ? new RunConfiguration { Data = named } : model.UsualData();
        string name = start.Data;
        model.CheckFits(name);
        var request = DataRequest.Of(start with { TrainExamples = settings.Examples, TestExamples = 1 }) with { Model = model };
        var data = DataSource.Load(request, host, quiet: settings.Json).Train;
        model.CheckFits(data);

        var paths = settings.Paths ? Train(model, data) : [];
        var plane = PlaneOf(model, others, paths);
        var shown = paths.Select(path => SlicePath.Of(path, plane)).ToList();
        var (x, y) = Coordinates(plane, shown);
        var slice = CostSlice.Of(plane, data, model.Cost, x, y, Progress(x.Length * (y?.Length ?? 1)), host.Cancellation) with { Paths = shown };
        var chart = DescentCharts.Of(slice);
        if (settings.Picture is { } file) ChartView.Save(chart, file);
        if (settings.Json)
        {
            host.WriteJson(new SliceResult(model.Path, name, slice, settings.Picture), CliJson.Default.SliceResult);
            return ExitCode.Done;
        }

        SliceView.Write(slice, model, others, data, host);
        if (settings.Picture is not null)
        {
            host.Out.WriteLine($"The picture is in {settings.Picture}");
        }
        else
        {
            host.Out.WriteLine();
            ChartView.Write(chart, host);
        }

        return ExitCode.Done;
    }

    private static void CheckFits(LocatedModel model, IEnumerable<LocatedModel> others)
    {
        foreach (var other in others)
        {
            if (!other.Network.Sizes.SequenceEqual(model.Network.Sizes))
                throw CliException.Wrong($"'{other.Argument}' is {other.Network}, but '{model.Argument}' is {model.Network}; a line joins networks of the same sizes.");
        }
    }

    private List<TrainingPath> Train(LocatedModel model, Dataset data)
    {
        if (3L * (Places + 1) * model.Network.ParameterCount > MostNumbers)
            throw CliException.Wrong($"'{model.Argument}' has {Format.Count(model.Network.ParameterCount)} parameters, too many to keep the paths of; take a smaller network.");
        var options = new TrainingOptions
        {
            Cost = model.Cost,
            Optimizer = new Sgd(settings.LearningRate ?? (model.Cost.OutputActivation is null ? 3 : 0.1)),
            Seed = settings.Seed,
        };
        var start = Network.Create(model.Network.Inputs, settings.Seed, [.. model.Network.Layers.Select(layer =>
            new Dense(layer.Outputs, layer.Activation, layer.Activation.UsualInitializer))]);
        int[] sizes = [data.Count, .. settings.BatchSize < data.Count ? [settings.BatchSize] : Array.Empty<int>(), 1];
        host.Notice($"Training {sizes.Length} times for {Format.Count(settings.Steps)} steps…");
        int every = (settings.Steps + Places - 1) / Places;
        return [.. sizes.Distinct().Select(size => TrainingPath.Record(start, data, options with { BatchSize = size }, settings.Steps, every, host.Cancellation))];
    }

    private ParameterPlane PlaneOf(LocatedModel model, List<LocatedModel> others, List<TrainingPath> paths)
    {
        try
        {
            return others.Count > 0 ? ParameterPlane.Through(model.Network, [.. others.Select(other => other.Network)])
                : paths.Count == 0 ? ParameterPlane.Random(model.Network, settings.Seed, settings.IsLine ? 1 : 2)
                : settings.IsRandomPlane ? ParameterPlane.Random(paths[0].Start, settings.Seed, 2)
                : ParameterPlane.OfPaths(paths);
        }
        catch (ArgumentException e)
        {
            throw CliException.Wrong(Said.Of(e));
        }
    }

    private (double[] X, double[]? Y) Coordinates(ParameterPlane plane, List<SlicePath> paths)
    {
        int points = settings.Points ?? (plane.Dimensions == 1 ? 61 : 25);
        double range = settings.Range ?? (plane.Kind == PlaneKind.Through ? 0.5 : 1);
        double[] Between(IEnumerable<double> shown)
        {
            double low = shown.Min(), high = shown.Max(), margin = plane.Kind == PlaneKind.Paths ? (high - low) / 8 : 0;
            return [.. Enumerable.Range(0, points).Select(i => low - margin + (high - low + 2 * margin) * i / (points - 1))];
        }

        double[] usual = plane.Kind == PlaneKind.Through ? [-range, 1 + range] : [-range, range];
        return plane.Kind == PlaneKind.Paths
            ? (Between(paths.SelectMany(path => path.X)), Between(paths.SelectMany(path => path.Y)))
            : (Between(usual), plane.Dimensions == 1 ? null : Between(usual));
    }

    // Counts up to a hundred percent on a terminal's last line, which it leaves empty.
    private Relay<int>? Progress(int points)
    {
        int last = -1;
        return !host.ErrorScreen.IsTerminal ? null : new Relay<int>(done =>
        {
            int percent = (int)(100L * done / points);
            if (percent != last) host.Error.Write(done == points ? "\r    \r" : $"\r{percent,3}%");
            last = percent;
        });
    }
}
