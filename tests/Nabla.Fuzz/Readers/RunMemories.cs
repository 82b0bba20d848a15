using System.Buffers.Binary;
using System.Text;
using Nabla.Browser;

namespace Nabla.Fuzz;

/// <summary>What runs remembered, with a digest that is right, as a stranger can make it: the header as JSON, and the numbers. Then the run goes on from it.</summary>
internal sealed class RunMemories() : Reader("run-memory", 3_000)
{
    private const string Kept = "nabla:1/data=digits/train-examples=20/test-examples=10/hidden=2/optimizer=momentum/learning-rate=0.1"
        + "/schedule=plateau/epochs=3/batch-size=5/patience=1/restore-best=true/seed=1";

    public override IReadOnlyList<byte[][]> Samples { get; } = [.. new[] { 3, 4, 8, 12 }.Select(After)];

    public override IReadOnlyList<string> Words { get; } =
        ["null", "\"reached\":12", "\"end\":12", "\"end\":null", "\"hasDiverged\":true", "\"costs\":2147483647", "\"costs\":0",
            "\"stepsPerPoint\":0", "\"costsReached\":13", "\"keyframes\":[", "\"step\":9223372036854775807", "\"state\":\"Diverged\"", "\"state\":\"Finished\"",
            "\"hasBest\":true", "\"optimizerStates\":2", "\"plateauFactor\":0", "\"NaN\"", "\"Infinity\"", ","];

    public override Action Read(byte[][] parts, string folder)
    {
        var laboratory = Started();
        laboratory.Recall(Whole(parts[0], parts[1]));
        return () =>
        {
            var moment = laboratory.Moment();
            Promise.That(moment.Step == 0 && moment.Reached is >= 1 and <= 12, "a run that stands where it stood, and knows how far it came");
            while (!laboratory.Seek(moment.Reached, 1000).Arrived)
            {
            }

            while (!laboratory.Advance(long.MaxValue, 1000).Arrived)
            {
            }

            Promise.That(laboratory.Moment().State != TrainingState.Running, "a run that comes to its end");
        };
    }

    private static Laboratory Started()
    {
        var laboratory = new Laboratory();
        while (laboratory.MakeDigits(20, 10, 1000).Result is null)
        {
        }

        laboratory.Start(Kept);
        return laboratory;
    }

    /// <summary>Header and numbers of what a run remembers after some steps.</summary>
    private static byte[][] After(int steps)
    {
        var laboratory = Started();
        while (!laboratory.Advance(steps, 1000).Arrived)
        {
        }

        byte[] memory = laboratory.Remember(0, timed: true);
        int end = 28 + BinaryPrimitives.ReadInt32LittleEndian(memory.AsSpan(24));
        return [memory[28..end], memory[end..]];
    }

    private static byte[] Whole(byte[] header, byte[] numbers)
    {
        byte[] length = new byte[4], digest = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(length, header.Length);
        byte[] rest = [.. length, .. header, .. numbers];
        BinaryPrimitives.WriteUInt64LittleEndian(digest, RunMemoryFile.Digest(rest));
        return [.. Encoding.ASCII.GetBytes("nabla memory 1\n\n"), .. digest, .. rest];
    }
}
