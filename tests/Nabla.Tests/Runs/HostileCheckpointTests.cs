using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Nabla.Tests;

/// <summary>Checkpoints with a right digest, as anybody can make them, whose position is none.</summary>
public sealed class HostileCheckpointTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string, string> Positions => new()
    {
        { "trainingTicks", "9223372036854775807" },
        { "trainingTicks", "9223372036854775000" },
        { "trainingTicks", "-1" },
        { "epochBeganTicks", "9223372036854775807" },
        { "epochBeganTicks", "-9223372036854775808" },
        { "epoch", "0" },
        { "epoch", "-2147483648" },
        { "start", "-4" },
        { "start", "-2147483648" },
        { "looked", "-1" },
        { "looked", "-2147483648" },
        { "step", "-1" },
        { "step", "-9223372036854775808" },
        { "epochsWithoutImprovement", "2147483647" },
        { "epochsWithoutImprovement", "-1" },
        { "epochsOnPlateau", "2147483647" },
        { "epochsOnPlateau", "-2147483648" },
        { "state", "\"7\"" },
        { "state", "\"\"" },
        { "state", "null" },
        { "optimizerStates", "2147483647" },
        { "optimizerStates", "-2147483648" },
        { "optimizerStates", "null" },
    };

    public static TheoryData<string, string> OtherPlaces => new()
    {
        { "epoch", "2147483647" },
        { "start", "2147483647" },
        { "start", "4" },
        { "looked", "2147483647" },
        { "step", "9223372036854775807" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Positions))]
    public void A_position_that_no_training_comes_to_is_refused(string field, string value)
    {
        string path = Checkpoint(json => json[field] = JsonNode.Parse(value));

        Assert.Throws<InvalidDataException>(() => CheckpointFile.Load(path, Start()));
    }

    [Fact]
    public void A_position_that_is_null_is_refused()
    {
        string path = Checkpoint(_ => { }, isNull: true);

        Assert.Throws<InvalidDataException>(() => CheckpointFile.Load(path, Start()));
    }

    [Theory]
    [MemberData(nameof(OtherPlaces))]
    public void A_position_that_is_not_in_this_run_is_refused_in_words(string field, string value)
    {
        var state = CheckpointFile.Load(Checkpoint(json => json[field] = JsonNode.Parse(value)), Start());

        string words = Assert.Throws<InvalidDataException>(() => Run.CreateTrainer(ResumeTests.Data, state)).Message;
        Assert.Contains("does not fit the run", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_beyond_its_last_epoch_does_not_go_on_for_ever()
    {
        var state = Capture(0) with { Epoch = Run.Training.Epochs + 1, Step = Run.Training.Epochs * 8L, State = TrainingState.Running };

        Assert.Throws<InvalidDataException>(() => Run.CreateTrainer(ResumeTests.Data, state));
    }

    [Fact]
    public void An_untouched_one_is_taken()
    {
        var state = CheckpointFile.Load(Checkpoint(_ => { }), Start());

        Assert.Equal(3, Run.CreateTrainer(ResumeTests.Data, state).Step);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MaxValue - 1)]
    public void A_run_of_all_the_epochs_that_can_be_counted_goes_on(int epochs)
    {
        var options = Run.Training with { Epochs = epochs };
        var trainer = new Trainer(Start(), ResumeTests.Data, options);
        foreach (var _ in trainer.Batches().Take(20)) { }

        var resumed = Trainer.Resume(trainer.Capture(), ResumeTests.Data, options);

        Assert.Equal((20, trainer.Epoch), (resumed.Step, resumed.Epoch));
        Assert.Equal(trainer.Batches().First(), resumed.Batches().First());
    }

    private static RunConfiguration Run { get; } = RunStoreTests.Record.Configuration;

    private static Network Start() => Run.CreateNetwork(ResumeTests.Data);

    private static TrainerState Capture(int steps)
    {
        var trainer = Run.CreateTrainer(ResumeTests.Data);
        foreach (var _ in trainer.Batches().Take(steps)) { }
        return trainer.Capture();
    }

    // A checkpoint after three steps, its position changed and all of it signed again.
    private string Checkpoint(Action<JsonNode> change, bool isNull = false)
    {
        string path = _folder["checkpoint"];
        CheckpointFile.Save(Capture(3), path);
        byte[] whole = File.ReadAllBytes(path);
        int data = 8 + (int)BitConverter.ToInt64(whole);
        var header = JsonNode.Parse(whole.AsSpan(8, data - 8))!;
        var metadata = header["__metadata__"]!;
        var position = JsonNode.Parse(metadata["nabla.checkpoint"]!.GetValue<string>())!;
        change(position);
        string json = isNull ? "null" : position.ToJsonString();
        metadata["nabla.checkpoint"] = json;
        metadata["nabla.checkpoint.digest"] = string.Create(
            CultureInfo.InvariantCulture, $"sha256:{Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(json), .. whole.AsSpan(data)]))}");
        byte[] bytes = Encoding.UTF8.GetBytes(header.ToJsonString());
        File.WriteAllBytes(path, [.. BitConverter.GetBytes((long)bytes.Length), .. bytes, .. whole.AsSpan(data)]);
        return path;
    }
}
