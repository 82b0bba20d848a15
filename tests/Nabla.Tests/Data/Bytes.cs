using System.IO.Compression;

namespace Nabla.Tests;

/// <summary>Bytes to make files of.</summary>
internal static class Bytes
{
    /// <summary>Bytes that do not compress.</summary>
    public static byte[] Random(int count, ulong seed)
    {
        var rng = new Rng(seed);
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) bytes[i] = (byte)rng.NextInt(256);
        return bytes;
    }

    public static byte[] Gzip(byte[] content, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, level, leaveOpen: true)) stream.Write(content);
        return packed.ToArray();
    }

    /// <summary>An IDX file, written here from the format's description and not by the writer under test.</summary>
    public static byte[] Idx(int[] dimensions, byte[] values, byte type = 0x08)
    {
        var bytes = new List<byte> { 0, 0, type, (byte)dimensions.Length };
        foreach (int size in dimensions) bytes.AddRange([(byte)(size >> 24), (byte)(size >> 16), (byte)(size >> 8), (byte)size]);
        bytes.AddRange(values);
        return [.. bytes];
    }

    public static byte[] With(this byte[] bytes, int index, byte value)
    {
        byte[] copy = [.. bytes];
        copy[index] = value;
        return copy;
    }
}
