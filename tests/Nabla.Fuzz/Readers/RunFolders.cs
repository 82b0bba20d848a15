using System.Text;
using System.Text.Json;

namespace Nabla.Fuzz;

/// <summary>Folders of runs: <c>run.json</c>, <c>result.json</c> and <c>metrics.jsonl</c>, then what the views of runs ask of them.</summary>
internal sealed class RunFolders() : Reader("run-folder", 15_000)
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    public override IReadOnlyList<byte[][]> Samples { get; } = [.. RunSamples.Configurations.Select(Folder)];

    public override IReadOnlyList<string> Words { get; } =
    [
        .. RunSamples.Words, "\"format\":1", "\"format\":2", "\"layers\":null", "\"data\":null", "\"machine\":null",
            "\"name\":\"\"", "\"state\":\"[/]\"", "\"digest\":\"[red]\"", "null\n", "{}\n", "\n\n",
        "\"event\":\"step\"", "\"step\":9", "\"testAccuracy\":2", "\"cost\":1e400", "\"started\":\"9999-12-31T23:59:59Z\"",
    ];

    public override Action Read(byte[][] parts, string folder)
    {
        Write(folder, RunFiles.Record, parts[0]);
        Write(folder, RunFiles.Result, parts[1]);
        Write(folder, RunFiles.Metrics, parts[2]);
        var run = SavedRun.Open(folder);
        return () =>
        {
            Promise.That(Enum.IsDefined(run.State) && run.Keyframes.Count == 0, "a state, and no keyframes where there are none");
            _ = (run.BestTestAccuracy, run.BestTestRSquared);
            Configurations.Use(run.Record.Configuration, folder);
            Promise.That(
                run.Record is { Name: not null, Layers: not null, Data: { TrainDigest: not null, TestDigest: not null }, Version: not null, Machine.System: not null },
                "a record without holes");
            Promise.That(run.Metrics.All(line => line is { Event: not null }), "metrics without holes");
            _ = RunCharts.Accuracy([run]).ToString();
            _ = RunCharts.Cost([run]).ToString();
        };
    }

    private static byte[][] Folder(RunConfiguration configuration)
    {
        var record = new RunRecord
        {
            Name = RunName.Of(configuration), Configuration = configuration, Layers = [784, .. configuration.Hidden, 10],
            Data = new RunData(100, "sha256:00", 50, "sha256:11"), Version = "0.1.0",
            Machine = new RunMachine("Linux", "A processor", 2, 512, ".NET 10"), Started = DateTimeOffset.UnixEpoch,
        };
        var result = new RunResult
        {
            State = TrainingState.Finished, Digest = "sha256:22", TestAccuracy = 0.9, BestTestAccuracy = 0.95, BestEpoch = 2, Epochs = 3, TrainingSeconds = 1.5,
        };
        var lines = Enumerable.Range(1, 3).Select(epoch => JsonSerializer.Serialize(
            new MetricsLine { Epoch = epoch, Step = epoch * 10, Cost = 1.0 / epoch, TestCost = 0.5, TrainAccuracy = 0.9, TestAccuracy = 0.8, Seconds = 0.1 }, Camel));
        return [JsonSerializer.SerializeToUtf8Bytes(record, Camel), JsonSerializer.SerializeToUtf8Bytes(result, Camel), Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")];
    }
}
