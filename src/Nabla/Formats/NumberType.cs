using System.Buffers.Binary;

namespace Nabla;

/// <summary>The kinds of floating-point numbers that other programs' files hold; all become 32-bit floats.</summary>
internal enum NumberType
{
    /// <summary>IEEE 754 of 32 bits.</summary>
    Single,

    /// <summary>IEEE 754 of 64 bits.</summary>
    Double,

    /// <summary>IEEE 754 of 16 bits.</summary>
    Half,

    /// <summary>The upper half of a 32-bit float.</summary>
    BFloat16,
}

/// <summary>Reads those numbers from little-endian bytes.</summary>
internal static class NumberTypes
{
    /// <summary>Bytes of one number.</summary>
    public static int Size(this NumberType type) => type switch
    {
        NumberType.Double => 8,
        NumberType.Single => 4,
        _ => 2,
    };

    /// <summary>Reads as many numbers as there is room for.</summary>
    public static void Read(this NumberType type, ReadOnlySpan<byte> bytes, Span<float> values)
    {
        int size = type.Size();
        for (int i = 0; i < values.Length; i++)
        {
            var number = bytes.Slice(i * size, size);
            values[i] = type switch
            {
                NumberType.Double => (float)BinaryPrimitives.ReadDoubleLittleEndian(number),
                NumberType.Single => BinaryPrimitives.ReadSingleLittleEndian(number),
                NumberType.Half => (float)BinaryPrimitives.ReadHalfLittleEndian(number),
                _ => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(number) << 16),
            };
        }
    }
}
