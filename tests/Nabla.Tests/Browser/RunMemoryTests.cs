using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using Nabla.Browser;
using Nabla.Tests.Text;

namespace Nabla.Tests.Browser;

/// <summary>A run that remembers shows the very bits that it would come to by training.</summary>
public class RunMemoryTests
{
    private const string Small = "nabla:1/data=digits/train-examples=200/test-examples=100";
    private const string Adam = $"{Small}/hidden=12/optimizer=adam/learning-rate=0.01/schedule=plateau/plateau-patience=1/validation-split=0.1/epochs=40/batch-size=7/seed=3";
    private const string Stopping = $"{Small}/learning-rate=30/epochs=40/patience=2/restore-best=true/seed=1";
    private const string Diverging = $"{Small}/activation=identity/output-activation=identity/learning-rate=1/seed=1";
    private const string Aiming = $"{Small}/epochs=30/until-accuracy=0.3/seed=1";

    [Theory]
    [InlineData(LaboratoryFixture.Name)]
    [InlineData(Adam)]
    [InlineData(Stopping)]
    [InlineData(Diverging)]
    [InlineData(Aiming)]
    public void Its_moments_are_those_of_training_to_the_bit(string name)
    {
        var trained = LaboratoryFixture.Started(name);
        var end = trained.Advance(long.MaxValue).Moment;
        var remembering = LaboratoryFixture.Started(name);
        var history = remembering.Recall(trained.Remember(4_000_000, timed: true));
        Assert.Equal(trained.History().Costs, history.Costs);
        Assert.Equal(trained.History().Epochs, history.Epochs);
        Assert.Equal((end.Reached, end.End), (remembering.Moment().Reached, remembering.Moment().End));
        foreach (long step in new[] { end.Step, 1, end.Step - 1, end.Step / 2, 0, end.Step / 3, end.Step })
        {
            var (expected, there) = (trained.Seek(step).Moment, remembering.Seek(step));
            Assert.Empty(there.Costs);
            Assert.Empty(there.Epochs);
            Assert.Equal((expected.Step, expected.State, expected.LearningRate, expected.Epoch),
                (there.Moment.Step, there.Moment.State, there.Moment.LearningRate, there.Moment.Epoch));
            Assert.Equal(Parameters(trained), Parameters(remembering));
        }

        Assert.Equal(end.TrainingSeconds, remembering.Moment().TrainingSeconds);
    }

    [Fact]
    public void To_its_end_there_is_nothing_to_train()
    {
        var trained = LaboratoryFixture.Started(Adam);
        long end = trained.Advance(long.MaxValue).Moment.Step;
        var remembering = LaboratoryFixture.Started(Adam);
        remembering.Recall(trained.Remember(0, timed: false));

        // A slice of no time takes no step.
        Assert.True(remembering.Seek(end, 0).Arrived);
        Assert.Equal(Parameters(trained), Parameters(remembering));
    }

    [Theory]
    [InlineData(23)]
    [InlineData(100)]
    [InlineData(103)]
    public void What_was_remembered_on_the_way_goes_on_as_if_nothing_had_happened(long step)
    {
        var straight = LaboratoryFixture.Started(Adam);
        straight.Advance(step);
        byte[] memory = straight.Remember(4_000_000, timed: true);
        straight.Advance(long.MaxValue);

        var remembering = LaboratoryFixture.Started(Adam);
        remembering.Recall(memory);
        Assert.True(remembering.Seek(step, 0).Arrived);
        remembering.Advance(long.MaxValue);
        Assert.Equal(Parameters(straight), Parameters(remembering));
        Assert.Equal(straight.History().Costs, remembering.History().Costs);
        Assert.Equal(straight.History().Epochs.Select(epoch => (epoch.TrainCost, epoch.TestAccuracy)),
            remembering.History().Epochs.Select(epoch => (epoch.TrainCost, epoch.TestAccuracy)));
    }

    [Fact]
    public void Who_has_come_farther_by_himself_forgets_nothing()
    {
        var ahead = LaboratoryFixture.Started();
        ahead.Advance(10);
        byte[] memory = ahead.Remember(4_000_000, timed: true);
        ahead.Advance(50);
        var history = ahead.History();
        Assert.Equal(history.Costs, ahead.Recall(memory).Costs);
        Assert.Equal((50, 50L), (ahead.Moment().Step, ahead.Moment().Reached));
        Assert.Equal(TestNetworks.Parameters(LaboratoryFixture.NetworkAt(LaboratoryFixture.Name, 50)), Parameters(ahead));
    }

    [Fact]
    public void It_is_as_large_as_it_may_be_and_its_end_is_always_there()
    {
        var laboratory = LaboratoryFixture.Started(Adam);
        laboratory.Advance(long.MaxValue);
        int parameters = 785 * 12 + 13 * 10, frame = 3 * sizeof(float) * parameters;
        int smallest = laboratory.Remember(0, timed: false).Length;
        Assert.InRange(smallest, frame, frame + 100_000);
        Assert.InRange(laboratory.Remember(3 * frame, timed: false).Length, smallest + frame, smallest + 4 * frame);
    }

    [Fact]
    public void Without_times_it_is_the_same_on_every_machine()
    {
        Assert.Equal(Remembered(), Remembered());
        var laboratory = LaboratoryFixture.Started();
        var history = laboratory.Recall(Remembered());
        Assert.All(history.Epochs, epoch => Assert.Equal((null, null), (epoch.Seconds, epoch.ExamplesPerSecond)));

        static byte[] Remembered()
        {
            var laboratory = LaboratoryFixture.Started();
            laboratory.Advance(long.MaxValue);
            return laboratory.Remember(4_000_000, timed: false);
        }
    }

    [Fact]
    public void The_end_is_shown_where_only_a_few_of_the_examples_are_there()
    {
        var trained = LaboratoryFixture.Started();
        trained.Advance(long.MaxValue);
        byte[] memory = trained.Remember(0, timed: false);
        var few = LaboratoryFixture.Started(LaboratoryFixture.Name.Replace("200", "64", StringComparison.Ordinal).Replace("100", "64", StringComparison.Ordinal));
        few.ShowRemembered(memory);
        Assert.Equal(Parameters(trained), Parameters(few));
        Refused(() => LaboratoryFixture.Started(LaboratoryFixture.Name + "/learning-rate=2").ShowRemembered(memory));
    }

    [Fact]
    public void Of_a_run_that_came_to_nothing_there_is_nothing_to_remember() => Refused(() => LaboratoryFixture.Started().Remember(0, timed: false));

    [Fact]
    public void What_was_cut_short_or_changed_is_refused()
    {
        var laboratory = LaboratoryFixture.Started(Adam);
        laboratory.Advance(30);
        byte[] memory = laboratory.Remember(100_000, timed: true);
        for (int length = 0; length < memory.Length; length += Math.Max(1, memory.Length / 97)) Refused(() => LaboratoryFixture.Started(Adam).Recall(memory[..length]));
        for (int at = 0; at < memory.Length; at += Math.Max(1, memory.Length / 97))
        {
            byte[] changed = [.. memory];
            changed[at] ^= 0x10;
            Refused(() => LaboratoryFixture.Started(Adam).Recall(changed));
        }

        Refused(() => LaboratoryFixture.Started().Recall(memory));
        Refused(() => LaboratoryFixture.Started(Adam.Replace("seed=3", "seed=4", StringComparison.Ordinal)).Recall(memory));
    }

    [Theory]
    [InlineData("reached", "0")]
    [InlineData("reached", "1000000")]
    [InlineData("reached", "29")]
    [InlineData("end", "12")]
    [InlineData("end", "30")]
    [InlineData("hasDiverged", "true")]
    [InlineData("epochs", "[]")]
    [InlineData("epochs", "[null]")]
    [InlineData("costs", "-1")]
    [InlineData("costs", "2147483647")]
    [InlineData("stepsPerPoint", "0")]
    [InlineData("costsReached", "32")]
    [InlineData("costsRest", "\"NaN\"")]
    [InlineData("keyframes", "[]")]
    [InlineData("keyframes", "[null]")]
    [InlineData("keyframes", "null")]
    [InlineData("sizes", "[784,12,11]")]
    [InlineData("run", "\"nabla:1/seed=1\"")]
    [InlineData("epochs.0.step", "25")]
    [InlineData("epochs.0.cost", "\"NaN\"")]
    [InlineData("epochs.0.testAccuracy", "2")]
    [InlineData("keyframes.0.step", "31")]
    [InlineData("keyframes.0.start", "1")]
    [InlineData("keyframes.0.epoch", "7")]
    [InlineData("keyframes.0.state", "\"Finished\"")]
    [InlineData("keyframes.0.state", "\"Diverged\"")]
    [InlineData("keyframes.0.hasBest", "true")]
    [InlineData("keyframes.0.optimizerStates", "1")]
    [InlineData("keyframes.0.optimizerStates", "2000000000")]
    [InlineData("keyframes.0.plateauFactor", "\"Infinity\"")]
    public void What_says_what_no_run_comes_to_is_refused(string field, string value)
    {
        var laboratory = LaboratoryFixture.Started(Adam);
        laboratory.Advance(30);
        byte[] memory = laboratory.Remember(0, timed: true);
        LaboratoryFixture.Started(Adam).Recall(WithHeader(memory, _ => { }));
        Refused(() => LaboratoryFixture.Started(Adam).Recall(WithHeader(memory, header =>
        {
            string[] path = field.Split('.');
            JsonNode at = header;
            foreach (string part in path[..^1]) at = int.TryParse(part, out int index) ? at[index]! : at[part]!;
            at[path[^1]] = JsonNode.Parse(value);
        })));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Numbers_that_are_none_are_refused(float number)
    {
        var laboratory = LaboratoryFixture.Started();
        laboratory.Advance(30);
        byte[] memory = laboratory.Remember(0, timed: true);
        BinaryPrimitives.WriteSingleLittleEndian(memory.AsSpan(memory.Length - 400), number);
        Refused(() => LaboratoryFixture.Started().Recall(WithHeader(memory, _ => { })));
    }

    /// <summary>The same with another header, and a digest that is right again.</summary>
    private static byte[] WithHeader(byte[] memory, Action<JsonNode> change)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(memory.AsSpan(24));
        var header = JsonNode.Parse(memory.AsSpan(28, length))!;
        change(header);
        byte[] json = Encoding.UTF8.GetBytes(header.ToJsonString()), size = new byte[4], digest = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(size, json.Length);
        byte[] rest = [.. size, .. json, .. memory[(28 + length)..]];
        BinaryPrimitives.WriteUInt64LittleEndian(digest, RunMemoryFile.Digest(rest));
        return [.. memory[..16], .. digest, .. rest];
    }

    private static void Refused(Action act)
    {
        var error = Record.Exception(act);
        Assert.True(error is InvalidDataException or InvalidOperationException, $"{error}");
        Assert.DoesNotContain('\n', error.Message);
        Chinese.Check(Said.Of(error));
    }

    private static float[] Parameters(Laboratory laboratory) =>
        [.. Enumerable.Range(1, laboratory.Explain(new ExampleRef(ExampleSet.Test, 0)).Layers.Count)
            .SelectMany(layer => laboratory.Weights(layer).Concat(laboratory.Biases(layer)))];
}
