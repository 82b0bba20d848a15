using System.Buffers.Binary;
using System.Text;

namespace Nabla;

/// <summary>
/// Walks the fields of one protobuf message (https://protobuf.dev/programming-guides/encoding). It never looks beyond the bytes
/// that it was given, and a message inside is another reader's, so the depth is that of the code that reads.
/// </summary>
internal struct ProtobufReader(ReadOnlyMemory<byte> message)
{
    private const int VarintWire = 0, Fixed64Wire = 1, BytesWire = 2, Fixed32Wire = 5;

    private ReadOnlyMemory<byte> _rest = message;
    private int _wire;

    /// <summary>The number of the field whose value comes next.</summary>
    public int Field { get; private set; }

    /// <summary>Goes to the next field; its value must then be read or skipped.</summary>
    public bool Next()
    {
        if (_rest.IsEmpty) return false;
        ulong key = Varint();
        _wire = (int)(key & 7);
        if (key >> 3 is 0 or > 0x1FFF_FFFF) throw Bad($"it has a field without a number");
        Field = (int)(key >> 3);
        return true;
    }

    /// <summary>A whole number, or an enumeration's.</summary>
    public long Integer()
    {
        Expect(VarintWire);
        return (long)Varint();
    }

    /// <summary>A 32-bit float.</summary>
    public float Single()
    {
        Expect(Fixed32Wire);
        return BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)).Span);
    }

    /// <summary>Bytes, or a message inside.</summary>
    public ReadOnlyMemory<byte> Bytes()
    {
        Expect(BytesWire);
        ulong length = Varint();
        return length <= (ulong)_rest.Length ? Take((int)length) : throw Bad($"it is cut short");
    }

    /// <summary>Text in UTF-8.</summary>
    public string Text() => Encoding.UTF8.GetString(Bytes().Span);

    /// <summary>A repeated whole number: one of it, or all packed together.</summary>
    /// <param name="numbers">Takes them; a byte of the file could be eight here.</param>
    /// <param name="most">How many there may be.</param>
    public void Integers(List<long> numbers, int most)
    {
        bool isOne = _wire == VarintWire;
        var packed = isOne ? this : new ProtobufReader(Bytes());
        do
        {
            if (!isOne && packed._rest.IsEmpty) return;
            if (numbers.Count == most) throw Bad($"it has a list of more than {most} whole numbers where a shape is meant");
            numbers.Add((long)packed.Varint());
        }
        while (!isOne);
        _rest = packed._rest;
    }

    /// <summary>A repeated number of fixed size, as bytes: one of it, or all packed together.</summary>
    public ReadOnlyMemory<byte> Fixed() => _wire switch
    {
        Fixed32Wire => Take(4),
        Fixed64Wire => Take(8),
        _ => Bytes(),
    };

    /// <summary>Passes over a value.</summary>
    public void Skip()
    {
        if (_wire == VarintWire) Varint();
        else Fixed();
    }

    private ulong Varint()
    {
        ulong value = 0;
        var bytes = _rest.Span;
        for (int i = 0; i < Math.Min(bytes.Length, 10); i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] >= 0x80) continue;
            _rest = _rest[(i + 1)..];
            return value;
        }

        throw Bad(bytes.Length < 10 ? (Said)$"it is cut short" : $"it has a number of more than 64 bits");
    }

    private ReadOnlyMemory<byte> Take(int count)
    {
        if (count > _rest.Length) throw Bad($"it is cut short");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private readonly void Expect(int wire)
    {
        if (_wire != wire) throw Bad($"its field {Field} is not of the kind that it should be");
    }

    private static InvalidDataException Bad(Said reason) => Refusal.Data(reason);
}
