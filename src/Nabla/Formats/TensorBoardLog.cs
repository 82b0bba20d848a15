using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace Nabla;

/// <summary>
/// A file of scalars that TensorBoard reads: TFRecords, each a length and a message with their checksums, and in each an <c>Event</c> of
/// protocol buffers (tensorflow/core/util/event.proto, tensorflow/core/lib/io/record_writer.h).
/// </summary>
public sealed class TensorBoardLog : IDisposable
{
    private const uint MaskDelta = 0xA282EAD8;

    // The numbers of the fields.
    private const int WallTime = 1, Step = 2, FileVersion = 3, Summary = 5, Value = 1, Tag = 1, SimpleValue = 2;

    private readonly FileStream _file;
    private readonly TimeProvider _clock;

    private TensorBoardLog(string path, TimeProvider clock)
    {
        _clock = clock;
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        Write(new ProtobufWriter().Double(WallTime, Now).Text(FileVersion, "brain.Event:2"));
    }

    /// <summary>Begins a file; TensorBoard tells runs apart by their folders.</summary>
    /// <param name="folder">Where TensorBoard will look.</param>
    /// <param name="run">The run's name, a folder in it.</param>
    /// <param name="clock">The time of each line.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static TensorBoardLog Begin(string folder, string run, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        string place = Path.Combine(folder, run);
        Directory.CreateDirectory(place);
        string name = string.Create(CultureInfo.InvariantCulture,
            $"events.out.tfevents.{clock.GetUtcNow().ToUnixTimeSeconds():D10}.{Environment.MachineName}.{Environment.ProcessId}.{Guid.NewGuid():N}");
        return new TensorBoardLog(Path.Combine(place, name), clock);
    }

    /// <summary>The checksum of a TFRecord: CRC-32C, turned and shifted so that a checksum of checksums means something.</summary>
    /// <param name="data">What is checked.</param>
    public static uint MaskedCrc(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data) crc = BitOperations.Crc32C(crc, value);
        return BitOperations.RotateRight(~crc, 15) + MaskDelta;
    }

    /// <summary>Adds what an epoch came to.</summary>
    /// <param name="report">The epoch.</param>
    /// <param name="trainer">What trained it.</param>
    public void Write(EpochReport report, Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(trainer);
        var summary = new ProtobufWriter();
        Add("cost/train", report.Train.Cost);
        Add("accuracy/train", report.Train.Accuracy);
        Add("cost/validation", report.Validation?.Cost);
        Add("accuracy/validation", report.Validation?.Accuracy);
        Add("cost/test", report.Test?.Cost);
        Add("accuracy/test", report.Test?.Accuracy);
        Add("training/learning rate", trainer.LearningRate);
        if (report.TrainingTime > TimeSpan.Zero) Add("training/examples a second", trainer.Data.Count / report.TrainingTime.TotalSeconds);
        Add("training/epoch", report.Epoch);

        Write(new ProtobufWriter().Double(WallTime, Now).Integer(Step, report.Step).Message(Summary, summary));
        _file.Flush();

        void Add(string tag, double? value)
        {
            if (value is { } number) summary.Message(Value, new ProtobufWriter().Text(Tag, tag).Single(SimpleValue, (float)number));
        }
    }

    /// <summary>Ends the file.</summary>
    public void Dispose() => _file.Dispose();

    private double Now => (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;

    private void Write(ProtobufWriter message)
    {
        var content = message.Written;
        Span<byte> head = stackalloc byte[12], tail = stackalloc byte[4];
        BinaryPrimitives.WriteInt64LittleEndian(head, content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[8..], MaskedCrc(head[..8]));
        BinaryPrimitives.WriteUInt32LittleEndian(tail, MaskedCrc(content));
        _file.Write(head);
        _file.Write(content);
        _file.Write(tail);
    }
}
