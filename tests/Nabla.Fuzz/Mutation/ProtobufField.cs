namespace Nabla.Fuzz;

/// <summary>
/// A protobuf message taken apart, as far as what is in it looks like messages, so that a change within keeps the lengths around it right
/// (https://protobuf.dev/programming-guides/encoding).
/// </summary>
internal sealed record ProtobufField(int Number, int Wire, ulong Value, byte[] Bytes)
{
    private const int Varint = 0, Eight = 1, Length = 2, Four = 5;

    /// <summary>The fields within, where its bytes can be read as such.</summary>
    public List<ProtobufField>? Within { get; init; }

    public static ProtobufField Of(int number, ulong value) => new(number, Varint, value, []);

    public static ProtobufField Of(int number, float value) => new(number, Four, 0, BitConverter.GetBytes(value));

    public static ProtobufField Of(int number, string text) => Of(number, System.Text.Encoding.UTF8.GetBytes(text));

    public static ProtobufField Of(int number, byte[] bytes) => new(number, Length, 0, bytes);

    public static ProtobufField Of(int number, params List<ProtobufField> within) => new(number, Length, 0, []) { Within = within };

    /// <summary>The fields of a message; null where it is none.</summary>
    public static List<ProtobufField>? Parse(ReadOnlySpan<byte> message, int depth = 0)
    {
        const int Deepest = 8;
        if (depth > Deepest) return null;
        var fields = new List<ProtobufField>();
        while (!message.IsEmpty)
        {
            if (!TryVarint(ref message, out ulong key) || key >> 3 is 0 or > 1000) return null;
            int wire = (int)(key & 7);
            ulong value = 0;
            if (wire is Varint or Length && !TryVarint(ref message, out value)) return null;
            int length = wire switch { Varint => 0, Eight => 8, Four => 4, Length when value <= (ulong)message.Length => (int)value, _ => -1 };
            if (length < 0 || length > message.Length) return null;
            byte[] bytes = message[..length].ToArray();
            message = message[length..];
            fields.Add(new ProtobufField((int)(key >> 3), wire, value, bytes) { Within = wire == Length && length > 1 ? Parse(bytes, depth + 1) : null });
        }

        return fields;
    }

    public static byte[] Write(IEnumerable<ProtobufField> fields)
    {
        var bytes = new List<byte>();
        foreach (var field in fields)
        {
            AddVarint(bytes, (ulong)field.Number << 3 | (uint)field.Wire);
            byte[] content = field.Within is null ? field.Bytes : Write(field.Within);
            if (field.Wire == Varint) AddVarint(bytes, field.Value);
            if (field.Wire == Length) AddVarint(bytes, (ulong)content.Length);
            bytes.AddRange(content);
        }

        return [.. bytes];
    }

    /// <summary>Changes one field somewhere within: its value, its number, its place, or whether it is there.</summary>
    public static List<ProtobufField> Mutate(List<ProtobufField> fields, Mutator mutator)
    {
        List<ProtobufField> changed = [.. fields];
        if (changed.Count == 0) return changed;
        int which = mutator.Next(changed.Count);
        var field = changed[which];
        if (field.Within is { } within && !mutator.OneIn(5))
        {
            changed[which] = field with { Within = Mutate(within, mutator) };
            return changed;
        }

        switch (mutator.Next(7))
        {
            case 0: changed.RemoveAt(which); break;
            case 1: changed.InsertRange(which, Enumerable.Repeat(field, 1 << mutator.Next(6))); break;
            case 2: changed.Insert(mutator.Next(changed.Count), mutator.Pick(fields)); break;
            case 3: (changed[which], changed[0]) = (changed[0], field); break;
            case 4: changed[which] = field with { Number = mutator.OneIn(2) ? 1 + mutator.Next(16) : mutator.Pick(fields).Number }; break;
            default:
                changed[which] = field.Wire == Varint
                    ? field with { Value = (ulong)mutator.Pick(Interesting.Integers) }
                    : field with { Bytes = Sized(field, mutator), Within = null };
                break;
        }

        return changed;
    }

    private static byte[] Sized(ProtobufField field, Mutator mutator)
    {
        byte[] bytes = mutator.Mutate(field.Within is null ? field.Bytes : Write(field.Within));
        if (field.Wire != Length) Array.Resize(ref bytes, field.Wire == Four ? 4 : 8);
        return bytes;
    }

    private static bool TryVarint(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (int i = 0; i < Math.Min(bytes.Length, 10); i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] >= 0x80) continue;
            bytes = bytes[(i + 1)..];
            return true;
        }

        return false;
    }

    private static void AddVarint(List<byte> bytes, ulong value)
    {
        for (; value >= 0x80; value >>= 7) bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }
}
