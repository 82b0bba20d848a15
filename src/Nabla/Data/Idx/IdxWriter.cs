using System.Buffers.Binary;
using System.IO.Compression;

namespace Nabla;

/// <summary>Writes what <see cref="IdxReader"/> reads.</summary>
internal static class IdxWriter
{
    public static void Write(Stream stream, IdxFile file, bool gzip)
    {
        if (!gzip)
        {
            WritePlain(stream, file);
            return;
        }

        using var packed = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        WritePlain(packed, file);
    }

    private static void WritePlain(Stream stream, IdxFile file)
    {
        var dimensions = file.Dimensions;
        byte[] header = new byte[4 + 4 * dimensions.Length];
        header[2] = IdxHeader.UnsignedByte;
        header[3] = (byte)dimensions.Length;
        for (int i = 0; i < dimensions.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + 4 * i), dimensions[i]);
        stream.Write(header);
        stream.Write(file.Values);
    }
}
