using System.Text.Json;

namespace Nabla.Cli;

/// <summary>The folder of one run: the model, and the metrics of its epochs. Looked at first, made once training can begin.</summary>
internal sealed class RunFolder : IDisposable
{
    public const string ModelName = "model.safetensors";
    public const string MetricsName = "metrics.jsonl";
    private const string RunsName = "runs";

    private readonly string? _chosen;
    private readonly bool _overwrite;
    private StreamWriter? _metrics;

    private RunFolder(string? chosen, bool overwrite)
    {
        _chosen = chosen;
        _overwrite = overwrite;
    }

    /// <summary>The folder, as the user would write it; after <see cref="Open"/>.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>The file of the model.</summary>
    public string ModelPath => Path.Combine(Folder, ModelName);

    /// <summary>Checks that a run can be kept in a folder, without leaving a trace.</summary>
    /// <param name="chosen">The folder; the next free one below <c>runs</c> where null.</param>
    /// <param name="overwrite">Whether a run that is there already may be replaced.</param>
    public static RunFolder Plan(string? chosen, bool overwrite)
    {
        string folder = chosen ?? RunsName;
        if (File.Exists(folder))
            throw CliException.Wrong($"--out is '{folder}', which is a file; choose a folder. Nothing was overwritten.");
        if (chosen is not null && !overwrite) RefuseToOverwrite(folder);
        CheckWritable(folder);
        return new RunFolder(chosen, overwrite);
    }

    /// <summary>The last part of the folder's path; after <see cref="Open"/>.</summary>
    public string Name => Path.GetFileName(Path.GetFullPath(Folder).TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>Makes the folder and begins the metrics.</summary>
    /// <param name="name">The name of a run without a chosen folder.</param>
    public void Open(string name)
    {
        if (_chosen is not null)
        {
            Directory.CreateDirectory(_chosen);
            Folder = _chosen;
            if (!_overwrite) RefuseToOverwrite(_chosen);
            _metrics = Begin(FileMode.Create);
            return;
        }

        Directory.CreateDirectory(RunsName);
        for (int number = NextNumber(); _metrics is null; number++)
        {
            Folder = Path.Combine(RunsName, $"{number:D3}-{name}");
            if (Directory.Exists(Folder)) continue;
            Directory.CreateDirectory(Folder);
            try
            {
                // Whoever begins the metrics has the folder, should two runs start at once.
                _metrics = Begin(FileMode.CreateNew);
            }
            catch (IOException e) when (!Failure.IsDiskFull(e) && File.Exists(Path.Combine(Folder, MetricsName)))
            {
            }
        }
    }

    /// <summary>Adds an epoch to the metrics.</summary>
    public void Write(EpochEvent epoch)
    {
        _metrics!.WriteLine(JsonSerializer.Serialize(epoch, CliJson.Default.EpochEvent));
        _metrics.Flush();
    }

    /// <summary>Saves the model, whole or not at all.</summary>
    public void Save(Network network, ModelInfo info) => network.Save(ModelPath, info);

    public void Dispose() => _metrics?.Dispose();

    private static int NextNumber() => Directory.EnumerateDirectories(RunsName)
        .Select(path => Path.GetFileName(path).Split('-')[0])
        .Select(start => int.TryParse(start, out int number) ? number : 0)
        .DefaultIfEmpty()
        .Max() + 1;

    private static void RefuseToOverwrite(string folder)
    {
        string? there = new[] { ModelName, MetricsName }.FirstOrDefault(name => File.Exists(Path.Combine(folder, name)));
        if (there is not null)
            throw CliException.Wrong($"--out is '{folder}', which already holds a run ({there}); choose another folder, "
                + "or add --overwrite. Nothing was overwritten.");
    }

    /// <summary>Throws where nothing can be written in a folder, without leaving a trace.</summary>
    public static void CheckWritable(string folder, string option = "--out")
    {
        string nearest = Path.GetFullPath(folder);
        while (!Directory.Exists(nearest))
        {
            if (File.Exists(nearest))
                throw CliException.Wrong($"{option} is '{folder}', but '{nearest}' is a file, so no folder can be made below it; "
                    + "choose another folder.");
            nearest = Path.GetDirectoryName(nearest)
                ?? throw CliException.Wrong($"{option} is '{folder}', and there is no such place; choose another folder.");
        }

        try
        {
            string path = Path.Combine(nearest, $".nabla-{Path.GetRandomFileName()}");
            using var probe = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliException.Wrong($"the folder '{folder}' cannot be written: {Reason(e)}. Choose another with {option}.");
        }
    }

    private static string Reason(Exception e) =>
        e is UnauthorizedAccessException ? "permission denied" : e.Message.Split(" : ")[0].TrimEnd('.');

    private StreamWriter Begin(FileMode mode) =>
        new(new FileStream(Path.Combine(Folder, MetricsName), mode, FileAccess.Write, FileShare.Read));
}
