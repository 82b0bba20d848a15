using System.Buffers.Binary;

namespace Nabla;

/// <summary>
/// What the first bytes of an IDX file claim: two zeros, the type of a number, the number of dimensions, and the size
/// along each as 32 bits, highest byte first. A claim is believed only after it was held against the file's length.
/// </summary>
/// <param name="Dimensions">The sizes, so that their product is the number of bytes: numbers of four bytes have a last dimension of 4.</param>
/// <param name="AreInts">Whether the numbers are 32-bit integers, as QMNIST's labels are.</param>
internal sealed record IdxHeader(long[] Dimensions, bool AreInts)
{
    public const byte UnsignedByte = 0x08;
    private const byte Int32 = 0x0C;

    private const int MostShown = 8;

    /// <summary>Bytes of the header itself.</summary>
    public int Length => 4 + 4 * (Dimensions.Length - (AreInts ? 1 : 0));

    /// <summary>Bytes that follow the header; <see cref="long.MaxValue"/> where the claim is even larger.</summary>
    public long BodyLength
    {
        get
        {
            Int128 product = 1;
            foreach (long dimension in Dimensions) product = Int128.Min(product * dimension, long.MaxValue);
            return (long)product;
        }
    }

    /// <summary>The sizes, to show; of many the first.</summary>
    public Said Shape => Dimensions.Length <= MostShown ? (Said)$"{string.Join('×', Dimensions)}"
        : $"{string.Join('×', Dimensions.Take(MostShown))}×… (of {Dimensions.Length} dimensions)";

    /// <param name="stream">The file, from its beginning.</param>
    /// <param name="areLabels">Whether 32-bit integers will do too.</param>
    public static IdxHeader Read(IdxStream stream, bool areLabels)
    {
        Span<byte> start = stackalloc byte[4];
        int count = stream.Fill(start);
        if (count == 0) throw stream.Error($"is empty");
        if (count < 4 || start[0] != 0 || start[1] != 0) throw stream.Error($"is not an IDX file: {WhatItIs(start[..count])}");
        bool areInts = areLabels && start[2] == Int32;
        if (start[2] != UnsignedByte && !areInts)
            throw stream.Error($"holds {TypeName(start[2])} (type 0x{start[2]:X2}); only IDX files of unsigned bytes (type 0x08) can be read");
        if (start[3] == 0) throw stream.Error($"is not a usable IDX file: its header says that it has no dimensions");

        byte[] sizes = new byte[4 * start[3]];
        count = stream.Fill(sizes);
        if (count < sizes.Length)
            throw stream.Error($"is cut short: it ends inside its header, after {4 + count} of {4 + sizes.Length} bytes. Get the file again");
        long[] dimensions = new long[start[3]];
        for (int i = 0; i < dimensions.Length; i++)
        {
            dimensions[i] = BinaryPrimitives.ReadUInt32BigEndian(sizes.AsSpan(4 * i));
            if (dimensions[i] == 0)
                throw stream.Error($"holds no data: its header says that dimension {i + 1} of {dimensions.Length} is 0");
        }

        return new IdxHeader(areInts ? [.. dimensions, sizeof(int)] : dimensions, areInts);
    }

    private static Said WhatItIs(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'P', (byte)'K', ..] => $"it is a ZIP archive. Unpack it first",
        [(byte)'<', ..] => $"it looks like a web page, as a download that needs a login leaves behind. Get the file again",
        [0x89, (byte)'P', (byte)'N', (byte)'G'] => $"it is a PNG image",
        _ => $"it starts with {Convert.ToHexString(start)}, not with 0000",
    };

    private static Said TypeName(byte type) => type switch
    {
        0x09 => $"signed bytes",
        0x0B => $"16-bit integers",
        0x0C => $"32-bit integers",
        0x0D => $"32-bit floating-point numbers",
        0x0E => $"64-bit floating-point numbers",
        _ => $"numbers of an unknown type",
    };
}
