using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Nabla.Tests;

/// <summary>The colours of a PNG of ours, read by the format's book and not by our reader, which knows only greys.</summary>
internal sealed class DecodedPng
{
    private readonly byte[] _rows;

    public DecodedPng(byte[] png)
    {
        using var packed = new MemoryStream();
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            string type = Encoding.ASCII.GetString(png, at + 4, 4);
            if (type == "IHDR") (Width, Height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 8)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 12)));
            if (type == "IDAT") packed.Write(png, at + 8, length);
            at += 12 + length;
        }

        packed.Position = 0;
        using var rows = new MemoryStream();
        using (var unpacker = new ZLibStream(packed, CompressionMode.Decompress)) unpacker.CopyTo(rows);
        _rows = rows.ToArray();
        Assert.Equal(Height * (1 + 3 * Width), _rows.Length);
    }

    public int Width { get; }

    public int Height { get; }

    public RgbColor this[int x, int y]
    {
        get
        {
            int at = y * (1 + 3 * Width) + 1 + 3 * x;
            return new RgbColor(_rows[at], _rows[at + 1], _rows[at + 2]);
        }
    }
}
