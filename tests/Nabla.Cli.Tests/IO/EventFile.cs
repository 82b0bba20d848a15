using System.Text;

namespace Nabla.Cli.Tests;

/// <summary>Reads TensorBoard's event files by their specification, bit by bit; shares nothing with the writer.</summary>
internal sealed record EventFile(double Time, long Step, string? Version, IReadOnlyDictionary<string, float> Scalars)
{
    public static List<EventFile> Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        var events = new List<EventFile>();
        for (int at = 0; at < file.Length;)
        {
            int length = checked((int)BitConverter.ToUInt64(file, at));
            Assert.Equal(MaskedCrc(file.AsSpan(at, 8)), BitConverter.ToUInt32(file, at + 8));
            byte[] message = file[(at + 12)..(at + 12 + length)];
            Assert.Equal(MaskedCrc(message), BitConverter.ToUInt32(file, at + 12 + length));
            events.Add(Parse(message));
            at += 16 + length;
        }

        return events;
    }

    /// <summary>CRC-32C by division, turned right by 15 bits, plus the constant of record_writer.h.</summary>
    public static uint MaskedCrc(ReadOnlySpan<byte> data)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
        }

        crc = ~crc;
        return ((crc >> 15) | (crc << 17)) + 0xA282EAD8;
    }

    private static EventFile Parse(byte[] message)
    {
        var fields = Fields(message).ToLookup(field => field.Number, field => field.Content);
        var scalars = fields[5].SelectMany(Fields).Select(value => Fields(value.Content).ToDictionary(field => field.Number, field => field.Content))
            .ToDictionary(value => Encoding.UTF8.GetString(value[1]), value => BitConverter.ToSingle(value[2]));
        return new EventFile(
            BitConverter.ToDouble(fields[1].Single()),
            fields[2].Select(step => BitConverter.ToInt64(step)).SingleOrDefault(),
            fields[3].Select(Encoding.UTF8.GetString).SingleOrDefault(),
            scalars);
    }

    private static IEnumerable<(int Number, byte[] Content)> Fields(byte[] message)
    {
        for (int at = 0; at < message.Length;)
        {
            long key = Varint();
            int size = (key & 7) switch { 1 => 8, 5 => 4, 2 => (int)Varint(), 0 => 0, var kind => throw new InvalidDataException($"Kind {kind}.") };
            yield return ((int)(key >> 3), (key & 7) == 0 ? BitConverter.GetBytes(Varint()) : message[at..(at + size)]);
            at += size;

            long Varint()
            {
                long value = 0;
                for (int shift = 0; ; shift += 7)
                {
                    byte part = message[at++];
                    value |= (long)(part & 0x7F) << shift;
                    if (part < 0x80) return value;
                }
            }
        }
    }
}
