using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Nabla.Tests;

/// <summary>PNG files taken apart and put together again, to make wrong ones whose checksums are right.</summary>
internal static class PngBytes
{
    public static List<(string Type, byte[] Data)> Chunks(byte[] png)
    {
        var chunks = new List<(string, byte[])>();
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            chunks.Add((Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }

        return chunks;
    }

    public static byte[] Of(params IEnumerable<(string Type, byte[] Data)> chunks)
    {
        var png = new List<byte> { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A };
        foreach (var (type, data) in chunks)
        {
            byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
            png.AddRange(BigEndian((uint)data.Length));
            png.AddRange(body);
            png.AddRange(BigEndian(Crc(body)));
        }

        return [.. png];
    }

    public static (string Type, byte[] Data) Header(uint width, uint height, byte depth, byte color, byte interlace = 0) =>
        ("IHDR", [.. BigEndian(width), .. BigEndian(height), depth, color, 0, 0, interlace]);

    public static (string Type, byte[] Data) Data(params byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) stream.Write(rows);
        return ("IDAT", packed.ToArray());
    }

    public static (string Type, byte[] Data) End => ("IEND", []);

    /// <summary>CRC-32 bit by bit, as the PNG specification defines it.</summary>
    public static uint Crc(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                bool low = ((crc ^ (uint)(value >> bit)) & 1) != 0;
                crc = (crc >> 1) ^ (low ? 0xEDB88320 : 0);
            }
        }

        return ~crc;
    }

    private static byte[] BigEndian(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
