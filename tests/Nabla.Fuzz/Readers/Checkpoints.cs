using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Nabla.Fuzz;

/// <summary>
/// Checkpoints whose digest is right, as a stranger can make it: the position as JSON, and the numbers. Then training goes on from them.
/// </summary>
internal sealed class Checkpoints() : Reader("checkpoint", 15_000)
{
    private static readonly Dataset Data = Dataset.FromValues([0, 0, 0, 1, 1, 0, 1, 1], [0, 1, 1, 0], 2, 2);
    private static readonly TrainingOptions Options = new()
    {
        Optimizer = new Adam(0.1), BatchSize = 2, Epochs = 3, Threads = 1, Schedule = new ReduceOnPlateau(), EarlyStopping = new EarlyStopping { RestoreBest = true },
    };

    public override IReadOnlyList<byte[][]> Samples { get; } = [.. new[] { 0, 1, 3, 6 }.Select(After)];

    public override IReadOnlyList<string> Words { get; } =
        ["null", "\"Epoch\":4", "\"epoch\":2", "\"start\":2", "\"step\":6", "\"state\":\"Diverged\"", "\"state\":\"9\"",
            "\"hasBest\":true", "\"optimizerStates\":0", "\"trainingTicks\":9223372036854775807", "\"bestCost\":\"NaN\"", ","];

    // The position is looked at by the reader, the state it makes by the trainer.
    public override bool IsRefusal(Exception error) => error is InvalidDataException or ArgumentException;

    public override Action Read(byte[][] parts, string folder)
    {
        string path = Write(folder, "checkpoint.safetensors", Whole(parts[0], parts[1]));
        var state = CheckpointFile.Load(path, Network());
        var trainer = Trainer.Resume(state, Data, Options);
        return () =>
        {
            try
            {
                foreach (var report in trainer.Batches()) Promise.That(report.Examples == 2, "whole mini-batches");
            }
            catch (InvalidOperationException) when (trainer.State == TrainingState.Diverged)
            {
                // Numbers from which no step can be taken: that is said, too.
            }

            Promise.That(trainer.State != TrainingState.Running, "a training that comes to its end");
            CheckpointFile.Save(trainer.Capture(), path);
            Promise.That(CheckpointFile.Load(path, Network()).Network.Digest() == trainer.Network.Digest(), "a checkpoint that is read as it was written");
        };
    }

    private static Network Network() => Nabla.Network.Create(2, seed: 3, new Dense(3, Activation.Tanh), new Dense(2, Activation.Sigmoid));

    /// <summary>Position and numbers of a checkpoint after some steps.</summary>
    private static byte[][] After(int steps)
    {
        var trainer = new Trainer(Network(), Data, Options);
        trainer.Stepped = report =>
        {
            if (report.Step == steps) throw new OperationCanceledException();
        };
        try
        {
            if (steps > 0) _ = trainer.Epochs().Count();
        }
        catch (OperationCanceledException)
        {
            // That is how one stops within an epoch, early stopping and all.
        }

        byte[][] parts = SafetensorsModels.Parts(ModelSamples.Saved(path => CheckpointFile.Save(trainer.Capture(), path)));
        using var header = JsonDocument.Parse(parts[0]);
        return [Encoding.UTF8.GetBytes(header.RootElement.GetProperty("__metadata__").GetProperty("nabla.checkpoint").GetString()!), parts[1]];
    }

    private static byte[] Whole(byte[] position, byte[] numbers)
    {
        // What a reader of JSON makes of bytes that are no UTF-8 is what the digest is of.
        string text = Encoding.UTF8.GetString(position);
        string digest = "sha256:" + Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(text), .. numbers]));
        var header = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            json.WriteString("format", "nabla");
            json.WriteString("nabla.checkpoint", text);
            json.WriteString("nabla.checkpoint.digest", digest);
            json.WriteEndObject();
            json.WriteStartObject("all");
            json.WriteString("dtype", "U8");
            json.WritePropertyName("shape");
            json.WriteRawValue($"[{numbers.Length}]");
            json.WritePropertyName("data_offsets");
            json.WriteRawValue($"[0,{numbers.Length}]");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return SafetensorsModels.Whole([header.WrittenSpan.ToArray(), numbers]);
    }
}
