using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Nabla.Cli;

/// <summary>
/// A file of scalars that TensorBoard reads: TFRecords, each a length and a message with their checksums, and in each an <c>Event</c> of
/// protocol buffers (tensorflow/core/util/event.proto, tensorflow/core/lib/io/record_writer.h).
/// </summary>
internal sealed class TensorBoardLog : IDisposable
{
    private const uint MaskDelta = 0xA282EAD8;

    // Kinds of fields on the wire, and the fields' numbers.
    private const int Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5;
    private const int WallTime = 1, Step = 2, FileVersion = 3, Summary = 5, Value = 1, Tag = 1, SimpleValue = 2;

    private readonly FileStream _file;
    private readonly TimeProvider _clock;

    private TensorBoardLog(string path, TimeProvider clock)
    {
        _clock = clock;
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        var version = new Message();
        version.Double(WallTime, Now);
        version.Text(FileVersion, "brain.Event:2");
        Write(version);
    }

    /// <summary>Begins a file; TensorBoard tells runs apart by their folders.</summary>
    /// <param name="folder">Where TensorBoard will look.</param>
    /// <param name="run">The run's name, a folder in it.</param>
    /// <param name="clock">The time of each line.</param>
    public static TensorBoardLog Begin(string folder, string run, TimeProvider clock)
    {
        string place = Path.Combine(folder, run);
        Directory.CreateDirectory(place);
        string name = string.Create(CultureInfo.InvariantCulture,
            $"events.out.tfevents.{clock.GetUtcNow().ToUnixTimeSeconds():D10}.{Environment.MachineName}.{Environment.ProcessId}.{Guid.NewGuid():N}");
        return new TensorBoardLog(Path.Combine(place, name), clock);
    }

    /// <summary>The checksum of a TFRecord: CRC-32C, turned and shifted so that a checksum of checksums means something.</summary>
    public static uint MaskedCrc(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data) crc = BitOperations.Crc32C(crc, value);
        return BitOperations.RotateRight(~crc, 15) + MaskDelta;
    }

    /// <summary>Adds what an epoch came to.</summary>
    public void Write(EpochReport report, Trainer trainer)
    {
        var summary = new Message();
        Add("cost/train", report.Train.Cost);
        Add("accuracy/train", report.Train.Accuracy);
        Add("cost/validation", report.Validation?.Cost);
        Add("accuracy/validation", report.Validation?.Accuracy);
        Add("cost/test", report.Test?.Cost);
        Add("accuracy/test", report.Test?.Accuracy);
        Add("training/learning rate", trainer.LearningRate);
        if (report.TrainingTime > TimeSpan.Zero) Add("training/examples a second", trainer.Data.Count / report.TrainingTime.TotalSeconds);
        Add("training/epoch", report.Epoch);

        var line = new Message();
        line.Double(WallTime, Now);
        line.Whole(Step, report.Step);
        line.Nested(Summary, summary);
        Write(line);
        _file.Flush();

        void Add(string tag, double? value)
        {
            if (value is not { } number) return;
            var entry = new Message();
            entry.Text(Tag, tag);
            entry.Single(SimpleValue, (float)number);
            summary.Nested(Value, entry);
        }
    }

    public void Dispose() => _file.Dispose();

    private double Now => (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;

    private void Write(Message message)
    {
        byte[] content = message.ToArray();
        Span<byte> head = stackalloc byte[12], tail = stackalloc byte[4];
        BinaryPrimitives.WriteInt64LittleEndian(head, content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[8..], MaskedCrc(head[..8]));
        BinaryPrimitives.WriteUInt32LittleEndian(tail, MaskedCrc(content));
        _file.Write(head);
        _file.Write(content);
        _file.Write(tail);
    }

    /// <summary>A message of protocol buffers: fields, each with its number and kind before it.</summary>
    private sealed class Message
    {
        private readonly List<byte> _bytes = [];

        public byte[] ToArray() => [.. _bytes];

        public void Whole(int field, long value)
        {
            Key(field, Varint);
            Number((ulong)value);
        }

        public void Double(int field, double value)
        {
            Span<byte> bytes = stackalloc byte[8];
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
            Key(field, Fixed64);
            _bytes.AddRange(bytes);
        }

        public void Single(int field, float value)
        {
            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
            Key(field, Fixed32);
            _bytes.AddRange(bytes);
        }

        public void Text(int field, string text) => Block(field, Encoding.UTF8.GetBytes(text));

        public void Nested(int field, Message message) => Block(field, message.ToArray());

        private void Block(int field, byte[] content)
        {
            Key(field, Bytes);
            Number((ulong)content.Length);
            _bytes.AddRange(content);
        }

        private void Key(int field, int kind) => Number((ulong)(field << 3 | kind));

        private void Number(ulong value)
        {
            for (; value > 0x7F; value >>= 7) _bytes.Add((byte)(value | 0x80));
            _bytes.Add((byte)value);
        }
    }
}
