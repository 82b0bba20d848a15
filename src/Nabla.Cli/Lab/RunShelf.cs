using System.Text.Json;

namespace Nabla.Cli;

/// <summary>
/// The runs on this machine: <c>runs/index.json</c>, and of each run the files that tell of it. Names are looked up among those that are
/// there, so that no address leads elsewhere; links are not followed.
/// </summary>
/// <param name="folders">The folders that hold runs.</param>
internal sealed class RunShelf(IReadOnlyList<string> folders)
{
    public const string Root = "runs/";

    private static readonly string[] Files = [RunFiles.Record, RunFiles.Metrics, RunFiles.Result, RunFiles.Model];
    private static readonly EnumerationOptions Plain = new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };

    /// <summary>The folders that hold runs.</summary>
    public IReadOnlyList<string> Folders => folders;

    /// <summary>The index of no runs at all.</summary>
    public static byte[] Empty => Serialize(new OfferedRuns([], []));

    /// <summary>What is at an address below <see cref="Root"/>; null where nothing is.</summary>
    public Answer? Find(string path)
    {
        if (path == LabContent.IndexName) return Answer.Json(Serialize(List()));
        return path.Split('/') is [var name, var file] && All().FirstOrDefault(run => run.Name == name).Folder is { } folder
            && FilesIn(folder).Contains(file) ? Answer.Of(file, RunFiles.OpenRead(folder, file)) : null;
    }

    private OfferedRuns List()
    {
        var runs = new List<OfferedRun>();
        var models = new List<OfferedModel>();
        foreach (var (name, folder) in All())
        {
            try
            {
                var files = FilesIn(folder);
                if (files.Contains(RunFiles.Model)) models.Add(new OfferedModel($"{name}/{RunFiles.Model}", name, LengthOf(folder, RunFiles.Model)));
                if (files.Contains(RunFiles.Record)) runs.Add(Offer(name, files, SavedRun.Open(folder)));
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                // One that cannot be read does not keep the others from being seen; 'runs list' says what is wrong with it.
            }
        }

        return new OfferedRuns(runs, models);
    }

    private static OfferedRun Offer(string name, IReadOnlyList<string> files, SavedRun run) =>
        new(name, files, RunSummary.Of(run) with { Run = name, Name = NameWithSizes(run.Record) });

    private static long LengthOf(string folder, string name)
    {
        using var stream = RunFiles.OpenRead(folder, name);
        return stream.Length;
    }

    // Of drawn digits there could be any number: elsewhere another is usual.
    private static string NameWithSizes(RunRecord record) => RunName.Of(record.Configuration with
    {
        TrainExamples = record.Configuration.TrainExamples ?? AtLeastOne(record.Data.TrainExamples),
        TestExamples = record.Configuration.TestExamples ?? AtLeastOne(record.Data.TestExamples),
    });

    private static int? AtLeastOne(int count) => count >= 1 ? count : null;

    // Where several folders have runs of one name, those of the second are called name~2 and so on.
    private IEnumerable<(string Name, string Folder)> All() => folders
        .Where(Directory.Exists)
        .SelectMany((folder, f) => Directory.EnumerateDirectories(folder, "*", Plain).Order(StringComparer.Ordinal)
            .Where(run => FilesIn(run).Any(file => file is RunFiles.Record or RunFiles.Model))
            .Select(run => (Path.GetFileName(run) + (f == 0 ? "" : $"~{f + 1}"), run)));

    private static List<string> FilesIn(string folder) =>
        [.. Files.Where(name => RunFiles.Has(folder, name)).Order(StringComparer.Ordinal)];

    private static byte[] Serialize(OfferedRuns runs) => JsonSerializer.SerializeToUtf8Bytes(runs, CliJson.Default.OfferedRuns);
}
