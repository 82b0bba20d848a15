using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nabla.Tests;

public sealed class RunStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nabla-runs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_checkpoint_comes_back_bit_for_bit()
    {
        var state = StateAfter(17);
        CheckpointFile.Save(state, Path("a"));

        var back = CheckpointFile.Load(Path("a"), state.Network);

        Assert.Equal(Networks(state), Networks(back));
        Assert.Equal(Bare(state), Bare(back));
    }

    [Fact]
    public void A_checkpoint_is_a_model_too()
    {
        var state = StateAfter(17);
        CheckpointFile.Save(state, Path("a"));

        Assert.Equal(state.Network.Digest(), Model.Load(Path("a")).Network.Digest());
    }

    [Fact]
    public void Every_flipped_or_missing_byte_of_a_checkpoint_is_noticed()
    {
        var state = StateAfter(5);
        CheckpointFile.Save(state, Path("a"));
        byte[] whole = File.ReadAllBytes(Path("a"));
        var header = JsonDocument.Parse(whole.AsMemory(8, (int)BitConverter.ToInt64(whole))).RootElement;
        int data = 8 + (int)BitConverter.ToInt64(whole);
        Assert.True(header.TryGetProperty("__metadata__", out _));

        foreach (int length in new[] { 0, 7, 8, data - 1, data, data + 1, whole.Length - 1 })
        {
            File.WriteAllBytes(Path("a"), whole[..length]);
            Assert.Throws<InvalidDataException>(() => CheckpointFile.Load(Path("a"), state.Network));
        }

        for (int at = data; at < whole.Length; at += 97)
        {
            byte[] flipped = [.. whole];
            flipped[at] ^= 16;
            File.WriteAllBytes(Path("a"), flipped);
            Assert.Throws<InvalidDataException>(() => CheckpointFile.Load(Path("a"), state.Network));
        }

        File.WriteAllBytes(Path("a"), whole);
        Assert.Throws<InvalidDataException>(() => CheckpointFile.Load(Path("a"), TestNetworks.Make("tanh", "softmax", 2)));
    }

    [Fact]
    public void A_torn_checkpoint_falls_back_to_the_one_before()
    {
        using var store = Begin();
        store.SaveCheckpoint(StateAfter(3));
        store.SaveCheckpoint(StateAfter(5));
        Tear(RunFiles.Checkpoint);

        Assert.Equal(3, store.Reopened(_folder, s => s.Continue(Start())).State!.Step);
    }

    [Fact]
    public void A_keyframe_serves_where_no_checkpoint_is_whole()
    {
        using var store = Begin();
        store.Note(Line(1, 8));
        store.SaveKeyframe(StateAfter(8));
        store.SaveCheckpoint(StateAfter(9));
        Tear(RunFiles.Checkpoint);

        Assert.Equal(8, store.Reopened(_folder, s => s.Continue(Start())).State!.Step);
    }

    [Fact]
    public void A_keyframe_whose_lines_are_lost_does_not_serve()
    {
        using var store = Begin();
        store.SaveKeyframe(StateAfter(8));

        Assert.Null(store.Reopened(_folder, s => s.Continue(Start())).State);
    }

    [Fact]
    public void Lines_after_the_checkpoint_are_cut_and_so_is_a_torn_one()
    {
        using var store = Begin();
        store.Note(Line(1, 8));
        store.SaveCheckpoint(StateAfter(9));
        store.Note(Line(1, 10, "step"));
        store.Note(Line(2, 16));
        store.Note(Line(2, 17, "step"));
        store.Flush();
        string before = File.ReadAllText(Path(RunFiles.Metrics));
        string kept = before[..(before.IndexOf('\n', StringComparison.Ordinal) + 1)];

        for (int torn = 1; torn < before.Length - kept.Length; torn += 13)
        {
            var (state, lines) = store.Reopened(_folder, s =>
            {
                File.WriteAllText(Path(RunFiles.Metrics), before[..^torn]);
                return s.Continue(Start());
            });

            Assert.Equal(9, state!.Step);
            Assert.Equal(8, Assert.Single(lines).Step);
            Assert.Equal(kept, File.ReadAllText(Path(RunFiles.Metrics)));
        }
    }

    [Fact]
    public void A_run_without_any_checkpoint_begins_again()
    {
        using var store = Begin();
        store.Note(Line(1, 3, "step"));

        var (state, lines) = store.Reopened(_folder, s => s.Continue(Start()));

        Assert.Null(state);
        Assert.Empty(lines);
        Assert.Equal("", File.ReadAllText(Path(RunFiles.Metrics)));
    }

    [Fact]
    public void A_folder_is_for_one_at_a_time()
    {
        using (Begin())
        {
            Assert.Contains("is in use", Assert.Throws<IOException>(() => RunStore.Open(_folder)).Message, StringComparison.Ordinal);
            Assert.Equal(TrainingState.Running, SavedRun.Open(_folder).State);
        }

        Assert.Equal(TrainingState.Interrupted, SavedRun.Open(_folder).State);
        using var again = RunStore.Open(_folder);
    }

    [Fact]
    public void What_a_kill_left_half_written_is_cleared_away()
    {
        using var store = Begin();
        File.WriteAllText(Path(".checkpoint.safetensors.k3v0aqz1.x2c.part"), "half");

        store.Reopened(_folder, s => s.Continue(Start()));

        Assert.DoesNotContain(Directory.EnumerateFiles(_folder), file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{", "cannot be read")]
    [InlineData("{}", "cannot be read")]
    [InlineData("[]", "cannot be read")]
    [InlineData("{\"format\": 2}", "knows version 1")]
    public void A_record_of_something_else_is_refused(string json, string says)
    {
        File.WriteAllText(Path(RunFiles.Record), json);

        Assert.Contains(says, Assert.Throws<InvalidDataException>(() => SavedRun.Open(_folder)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run.json", "name")]
    [InlineData("run.json", "configuration")]
    [InlineData("run.json", "layers")]
    [InlineData("run.json", "data")]
    [InlineData("run.json", "data.trainDigest")]
    [InlineData("run.json", "version")]
    [InlineData("run.json", "machine")]
    [InlineData("run.json", "machine.processor")]
    [InlineData("result.json", "state")]
    [InlineData("result.json", "digest")]
    public void A_null_or_a_gap_where_a_value_is_needed_is_refused_in_words(string file, string field)
    {
        using (var store = Begin()) store.Finish(new RunResult { State = TrainingState.Finished, Digest = "sha256:00" });
        string whole = File.ReadAllText(Path(file));
        var run = SavedRun.Open(_folder);
        Assert.Equal((TrainingState.Finished, "sha256:00"), (run.State, run.Result!.Digest));

        foreach (bool isGap in new[] { false, true })
        {
            var root = JsonNode.Parse(whole)!;
            string[] path = field.Split('.');
            var holder = (path.Length == 1 ? root : root[path[0]]!).AsObject();
            if (isGap) holder.Remove(path[^1]);
            else holder[path[^1]] = null;
            File.WriteAllText(Path(file), root.ToJsonString());
            Assert.Contains("cannot be read", Assert.Throws<InvalidDataException>(() => SavedRun.Open(_folder)).Message, StringComparison.Ordinal);
        }

        File.WriteAllText(Path(file), "null");
        Assert.Throws<InvalidDataException>(() => SavedRun.Open(_folder));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"event": null, "epoch": 2, "step": 16}""")]
    [InlineData("""{"epoch": 2}""")]
    [InlineData("")]
    public void Metrics_end_before_a_line_that_is_none(string line)
    {
        using (var store = Begin())
        {
            store.Note(Line(1, 8));
            store.Note(Line(2, 16));
        }

        string[] lines = File.ReadAllLines(Path(RunFiles.Metrics));
        File.WriteAllLines(Path(RunFiles.Metrics), [lines[0], line, lines[1]]);

        Assert.Equal(8, Assert.Single(SavedRun.Open(_folder).Metrics).Step);
    }

    [Fact]
    public void Metrics_of_any_length_are_read_and_none_of_them_at_once()
    {
        using (var store = Begin())
        {
            for (int step = 1; step <= 3000; step++) store.Note(Line(1, step, "step"));
        }

        Assert.Equal(Enumerable.Range(1, 3000).Select(step => (long)step), SavedRun.Open(_folder).Metrics.Select(line => line.Step));

        // A terabyte of nothing.
        using (var file = new FileStream(Path(RunFiles.Metrics), FileMode.Open)) file.SetLength(1L << 40);
        Assert.Equal(3000, SavedRun.Open(_folder).Metrics.Count);
    }

    [Fact]
    public void Metrics_that_have_another_name_elsewhere_are_not_written_through()
    {
        if (OperatingSystem.IsWindows()) return;
        using var store = Begin();
        store.Note(Line(1, 8));
        store.Flush();
        string before = File.ReadAllText(Path(RunFiles.Metrics));
        using (var process = System.Diagnostics.Process.Start("ln", [Path(RunFiles.Metrics), Path("victim")]))
        {
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }

        store.Reopened(_folder, s =>
        {
            var metrics = s.Continue(Start()).Metrics;
            s.Note(Line(1, 9));
            return metrics;
        });

        Assert.Equal(before, File.ReadAllText(Path("victim")));
        Assert.Equal(9, Assert.Single(SavedRun.Open(_folder).Metrics).Step);
    }

    [Fact]
    public void Keyframes_of_large_networks_are_rarer()
    {
        var small = new RunConfiguration().CreateNetwork(Digits.Make(10, 1));
        var large = new RunConfiguration { Hidden = [800, 800] }.CreateNetwork(Digits.Make(10, 1));
        var options = new TrainingOptions { Optimizer = new Adam() };

        Assert.Equal(1, RunStore.EpochsPerKeyframe(small, options));
        int every = RunStore.EpochsPerKeyframe(large, options);
        Assert.True(every > 1 && (options.Epochs / every) * 4.0 * 4 * large.ParameterCount <= 64 << 20);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Replay_reaches_every_step_again(bool keyframes)
    {
        var trainer = Configuration.CreateTrainer(ResumeTests.Data);
        var wanted = new List<string> { trainer.Network.Digest() };
        trainer.Stepped = _ => wanted.Add(trainer.Network.Digest());
        using (var store = Begin())
        {
            foreach (var report in trainer.Epochs())
            {
                store.Note(Line(report.Epoch, report.Step));
                if (keyframes) store.SaveKeyframe(trainer.Capture());
            }
        }

        var run = SavedRun.Open(_folder);
        Assert.Equal(keyframes, run.Keyframes.Count > 0);
        for (int step = 0; step < wanted.Count; step++)
        {
            var reached = RunReplay.To(run, ResumeTests.Data, step);
            Assert.Equal((step, wanted[step]), ((int)reached.Step, reached.Network.Digest()));
        }

        Assert.Contains($"has {trainer.Step} steps",
            Assert.Throws<ArgumentOutOfRangeException>(() => RunReplay.To(run, ResumeTests.Data, wanted.Count)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RunReplay.To(run, TestNetworks.Data(30, seed: 8), 3));
    }

    private static RunConfiguration Configuration { get; } = new()
    {
        Hidden = [6],
        Activation = Activation.Tanh,
        OutputActivation = Activation.Softmax,
        Training = new TrainingOptions
        {
            Cost = Cost.CrossEntropy, Optimizer = new Adam(0.05), Schedule = new ReduceOnPlateau { Patience = 1 }, BatchSize = 4, Epochs = 5,
            EarlyStopping = new EarlyStopping { Patience = 3, RestoreBest = true },
        },
    };

    internal static RunRecord Record { get; } = new()
    {
        Name = RunName.Of(Configuration),
        Configuration = Configuration,
        Layers = [11, 6, 5],
        Data = RunData.Of(ResumeTests.Data, ResumeTests.Data),
        Version = "0",
        Machine = new RunMachine("system", "processor", 1, 128, "runtime"),
    };

    private static Network Start() => Configuration.CreateNetwork(ResumeTests.Data);

    private static TrainerState StateAfter(long step)
    {
        var trainer = Configuration.CreateTrainer(ResumeTests.Data);
        foreach (var _ in trainer.Batches().TakeWhile(_ => trainer.Step < step)) { }
        return trainer.Capture();
    }

    private RunStore Begin()
    {
        var store = RunStore.Open(_folder);
        store.Begin(Record);
        return store;
    }

    private static MetricsLine Line(int epoch, long step, string kind = "epoch") => new() { Event = kind, Epoch = epoch, Step = step, Cost = 1 };

    private void Tear(string name) => File.WriteAllBytes(Path(name), File.ReadAllBytes(Path(name))[..^9]);

    private string Path(string name) => System.IO.Path.Combine(_folder, name);

    private static List<string> Networks(TrainerState state) =>
        [.. new[] { state.Network, state.LastGood }.Concat(state.OptimizerStates).Select(network => network.Digest())];

    private static TrainerState Bare(TrainerState state) => state with { Network = None, LastGood = None, OptimizerStates = [] };

    private static Network None { get; } = TestNetworks.Make("tanh", "tanh", 1);
}

internal static class StoreExtensions
{
    /// <summary>What a process finds that opens the folder after the one before has ended.</summary>
    public static T Reopened<T>(this RunStore store, string folder, Func<RunStore, T> use)
    {
        store.Dispose();
        using var next = RunStore.Open(folder);
        return use(next);
    }
}
