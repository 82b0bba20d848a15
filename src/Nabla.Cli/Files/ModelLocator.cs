namespace Nabla.Cli;

/// <summary>Loads the model that an argument names: a file, or the folder of a run.</summary>
internal static class ModelLocator
{
    public static LocatedModel Load(string argument, Host host)
    {
        string path = Directory.Exists(argument) ? Path.Combine(argument, RunFiles.Model) : argument;
        if (!File.Exists(path))
        {
            throw CliException.Wrong(path == argument
                ? (Said)$"there is no model '{argument}'; give a {ModelFormat.Endings} file, or the folder of a run, {TrainedRuns.Example(host)}."
                : $"the folder '{argument}' holds no {RunFiles.Model}; give a {ModelFormat.Endings} file, or the folder of a run, {TrainedRuns.Example(host)}.");
        }

        using var stream = path == argument ? File.OpenRead(path) : RunFiles.OpenRead(argument, RunFiles.Model);
        var (network, info) = Model.Load(stream, path);
        return new LocatedModel(argument, path, network, info);
    }
}

/// <summary>A model, and where it was.</summary>
/// <param name="Argument">What the user called it.</param>
/// <param name="Path">Its file.</param>
/// <param name="Network">The network.</param>
/// <param name="Info">What the file says besides.</param>
internal sealed record LocatedModel(string Argument, string Path, Network Network, ModelInfo Info)
{
    /// <summary>The step of its run after which it is looked at; null where that is the last.</summary>
    public long? Step { get; init; }

    /// <summary>The cost to report: the one it was trained on, otherwise one that fits its outputs.</summary>
    public Cost Cost => Info.Cost ?? Cost.UsualFor(Network.Layers[^1].Activation);

    /// <summary>What a class is called in what we show: its name, or its number.</summary>
    public string ClassName(int label) => Info.ClassNames is { } names ? Printable.Name(names[label]) : label.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The size that images are scaled to, and taken as they are, where the model was trained on a folder of such; null otherwise.</summary>
    public (int Width, int Height)? ImageSize
    {
        get
        {
            // A model may come from a stranger.
            const long MostPixels = 1 << 24;
            return Info.Provenance.GetValueOrDefault(OwnData.SizeKey)?.Split('x') is [var w, var h] && int.TryParse(w, out int width) && int.TryParse(h, out int height)
                && width > 0 && height > 0 && (long)width * height <= MostPixels
                    ? (width, height)
                    : null;
        }
    }

    /// <summary>Whether images are prepared as MNIST was: by every network of 28×28 inputs that does not say otherwise, as all did before it could be said.</summary>
    public bool NormalizesImages => ImageSize is null && Info.Table is null && Network.Inputs == ImageNormalizer.Size * ImageNormalizer.Size;

    /// <summary>The data that a command uses with this model when none are named: what it was trained on, where that still lies.</summary>
    public RunConfiguration UsualData()
    {
        string name = Info.Provenance.GetValueOrDefault(TrainRun.DataKey) ?? DataSource.Auto;
        if (DataSource.IsKnown(name)) return new RunConfiguration { Data = name };

        // A model says the name alone; the run in whose folder it is remembers the place, and how the data were read.
        string folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
        var run = SavedRun.IsIn(folder) ? SavedRun.Open(folder).Record.Configuration : null;
        return run is not null && System.IO.Path.Exists(run.Data) ? run with { TrainExamples = null, TestExamples = null }
            : throw CliException.Wrong($"'{Argument}' was trained on the data '{Printable.Path(run?.Data ?? name)}', which are not there now; "
                + $"say with --data where they are, or what else to use.");
    }

    /// <summary>Throws where a parameter is no finite number: nothing can be told of derivatives then.</summary>
    /// <param name="what">What would tell something.</param>
    public void RequireNumbers(string what)
    {
        for (int l = 0; l < Network.Layers.Count; l++)
        {
            var layer = Network.Layers[l];
            if (AreNumbers(layer.Weights) && AreNumbers(layer.Biases)) continue;
            throw CliException.Wrong($"{what} needs numbers, but layer {l + 1} of '{Argument}' has parameters that are NaN or infinite: "
                + $"its training diverged. Train it again with a smaller --learning-rate.");
        }

        static bool AreNumbers(ReadOnlySpan<float> values)
        {
            foreach (float value in values)
            {
                if (!float.IsFinite(value)) return false;
            }

            return true;
        }
    }

    /// <summary>Throws where data known by name have other inputs or classes than the network: before they are fetched.</summary>
    public void CheckFits(string data)
    {
        if (DataSource.ShapeOf(data) is { } shape) CheckFits(shape);
    }

    /// <summary>Throws where the data have other inputs or classes than the network.</summary>
    public void CheckFits(Dataset data) => CheckFits(data.Shape);

    /// <summary>Throws where a file's examples have another number of inputs than the network.</summary>
    public void CheckInputs(Dataset data, string path)
    {
        if (data.Inputs != Network.Inputs) throw CliException.Wrong($"'{path}' has {data.Inputs} inputs an example, but '{Argument}' takes {Network.Inputs}; give others.");
    }

    private void CheckFits(DataShape data)
    {
        if (Fit.Problems(Network.Inputs, Network.Outputs, data).FirstOrDefault() is { } problem)
            throw CliException.Wrong($"'{Argument}' does not fit. {problem} Choose other data with --data.");
    }
}
