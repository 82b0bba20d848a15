using System.Buffers.Binary;
using System.IO.Compression;

namespace Nabla;

/// <summary>Writes PNG pictures of 8 bits a channel, unfiltered, which suits drawings and contact sheets.</summary>
public static class PngWriter
{
    /// <summary>Writes a grey picture.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="image">The picture.</param>
    public static void Write(Stream stream, GrayImage image)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(image);
        Write(stream, image.Width, image.Height, PngColor.Gray, image.Pixels);
    }

    /// <summary>Writes a picture in colours.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="rgb">Red, green and blue of each pixel, row by row from the top.</param>
    /// <exception cref="ArgumentException">There are not 3 bytes for each pixel.</exception>
    public static void WriteRgb(Stream stream, int width, int height, ReadOnlySpan<byte> rgb)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (rgb.Length != 3L * width * height)
            throw Refusal.Argument($"A picture of {width}×{height} in colours needs {3L * width * height} bytes; {rgb.Length} were given.");
        Write(stream, width, height, PngColor.Rgb, rgb);
    }

    private static void Write(Stream stream, int width, int height, PngColor color, ReadOnlySpan<byte> samples)
    {
        stream.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = (byte)color;
        WriteChunk(stream, "IHDR"u8, header);

        using var packed = new MemoryStream();
        using (var rows = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            int length = samples.Length / height;
            for (int y = 0; y < height; y++)
            {
                rows.WriteByte(0);
                rows.Write(samples.Slice(y * length, length));
            }
        }

        WriteChunk(stream, "IDAT"u8, packed.GetBuffer().AsSpan(0, (int)packed.Length));
        WriteChunk(stream, "IEND"u8, []);
    }

    private static void WriteChunk(Stream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Of(chunk.AsSpan(4, 4 + data.Length)));
        stream.Write(chunk);
    }
}
