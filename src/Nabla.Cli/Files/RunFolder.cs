using System.Globalization;

namespace Nabla.Cli;

/// <summary>Finds the folder of one run: looked at first, taken once training can begin.</summary>
internal sealed class RunFolder : IDisposable
{
    /// <summary>Where runs are kept when nobody says where.</summary>
    public const string Runs = "runs";

    /// <summary>The first that <c>train</c> makes without options.</summary>
    public const string First = "runs/001-lecture";

    // What is larger is no number of ours, and must not be counted on from.
    private const int LargestNumber = 999_999_999;

    private readonly string? _chosen;
    private readonly bool _overwrite;
    private RunStore? _store;

    private RunFolder(string? chosen, bool overwrite)
    {
        _chosen = chosen;
        _overwrite = overwrite;
    }

    /// <summary>The folder, as the user would write it; after <see cref="Open"/>.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>The file of the model.</summary>
    public string ModelPath => Path.Combine(Folder, RunFiles.Model);

    /// <summary>What writes there; after <see cref="Open"/>.</summary>
    public RunStore Store => _store!;

    /// <summary>Checks that a run can be kept in a folder, without leaving a trace.</summary>
    /// <param name="chosen">The folder; the next free one below <c>runs</c> where null.</param>
    /// <param name="overwrite">Whether a run that is there already may be replaced.</param>
    public static RunFolder Plan(string? chosen, bool overwrite)
    {
        string folder = chosen ?? Runs;
        if (File.Exists(folder))
            throw CliException.Wrong($"--out is '{folder}', which is a file; choose a folder. Nothing was overwritten.");
        if (chosen is not null) RefuseToOverwrite(folder, overwrite);
        CheckWritable(folder);
        return new RunFolder(chosen, overwrite);
    }

    /// <summary>Takes the folder of a run that is there.</summary>
    public static RunFolder Take(string folder) => new(folder, false) { Folder = folder, _store = RunStore.Open(folder) };

    /// <summary>The last part of the folder's path; after <see cref="Open"/>.</summary>
    public string Name => Path.GetFileName(Path.GetFullPath(Folder).TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>Makes the folder and takes it.</summary>
    /// <param name="name">The name of a run without a chosen folder.</param>
    public void Open(string name)
    {
        if (_chosen is not null)
        {
            Folder = _chosen;
            RefuseToOverwrite(_chosen, _overwrite);
            _store = RunStore.Open(_chosen);

            // Another process may have been here in between.
            RefuseToOverwrite(_chosen, _overwrite);
            return;
        }

        Directory.CreateDirectory(Runs);
        for (int number = NextNumber(); _store is null; number++)
        {
            Folder = Path.Combine(Runs, $"{number:D3}-{name}");
            if (Path.Exists(Folder)) continue;
            try
            {
                _store = RunStore.Open(Folder);
            }
            catch (IOException e) when (!Failure.IsDiskFull(e) && File.Exists(Path.Combine(Folder, RunFiles.Lock)))
            {
                // Another run started at the same moment.
                continue;
            }

            if (!SavedRun.IsIn(Folder)) continue;
            _store.Dispose();
            _store = null;
        }
    }

    /// <summary>Saves the model, whole or not at all.</summary>
    public void Save(Network network, ModelInfo info) => network.Save(ModelPath, info);

    public void Dispose() => _store?.Dispose();

    private static int NextNumber() => Directory.EnumerateFileSystemEntries(Runs)
        .Select(path => Path.GetFileName(path).Split('-')[0])
        .Select(start => int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= LargestNumber ? number : 0)
        .DefaultIfEmpty()
        .Max() + 1;

    private static void RefuseToOverwrite(string folder, bool overwrite)
    {
        if (RunStore.StrangerIn(folder) is { } stranger)
            throw CliException.Wrong($"--out is '{folder}', which holds {stranger}; choose an empty or another folder. Nothing was overwritten.");
        if (!overwrite && SavedRun.IsIn(folder))
            throw CliException.Wrong($"--out is '{folder}', which already holds a run ({RunFiles.Record}); choose another folder, "
                + $"or add --overwrite. Nothing was overwritten.");
    }

    /// <summary>Throws where nothing can be written in a folder, without leaving a trace.</summary>
    public static void CheckWritable(string folder, string option = "--out")
    {
        string nearest = Path.GetFullPath(folder);
        while (!Directory.Exists(nearest))
        {
            if (File.Exists(nearest))
                throw CliException.Wrong($"{option} is '{folder}', but '{nearest}' is a file, so no folder can be made below it; "
                    + $"choose another folder.");
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
}
