using System.Buffers.Binary;

namespace Nabla;

/// <summary>The chunk IHDR of a PNG: size, and how the pixels are stored.</summary>
internal readonly record struct PngHeader(int Width, int Height, int Depth, PngColor Color, bool Interlaced)
{
    public int Channels => Color switch
    {
        PngColor.GrayAlpha => 2,
        PngColor.Rgb => 3,
        PngColor.Rgba => 4,
        _ => 1,
    };

    /// <summary>Bytes from a byte to that of the pixel before it, at least 1: the distance that filters look back.</summary>
    public int Step => Math.Max(1, Channels * Depth / 8);

    /// <summary>Bytes of all rows, unpacked, each with the byte that names its filter.</summary>
    public long UnpackedLength
    {
        get
        {
            long length = 0;
            foreach (var pass in PngPass.Of(this)) length += (long)pass.Height * (1 + RowLength(pass.Width));
            return length;
        }
    }

    /// <summary>Bytes of a row of so many pixels.</summary>
    public int RowLength(int width) => (int)(((long)width * Channels * Depth + 7) / 8);

    /// <summary>Null, with what is wrong, where the chunk makes no sense.</summary>
    public static PngHeader? Parse(ReadOnlySpan<byte> chunk, out Said? problem)
    {
        problem = null;
        if (chunk.Length != 13)
        {
            problem = $"is damaged: its header has {chunk.Length} bytes instead of 13";
            return null;
        }

        uint width = BinaryPrimitives.ReadUInt32BigEndian(chunk);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]);
        int depth = chunk[8];
        var color = (PngColor)chunk[9];
        bool possible = color switch
        {
            PngColor.Gray => depth is 1 or 2 or 4 or 8 or 16,
            PngColor.Indexed => depth is 1 or 2 or 4 or 8,
            PngColor.Rgb or PngColor.GrayAlpha or PngColor.Rgba => depth is 8 or 16,
            _ => false,
        };
        if (width == 0 || height == 0) problem = $"says that it is {width}×{height} pixels large";
        else if (PictureSize.Problem(width, height, long.MaxValue) is { } size) problem = $"{size}. Make the picture smaller";
        else if (!possible) problem = $"is damaged: there are no PNG pictures of colour type {chunk[9]} with {depth} bits";
        else if (chunk[10] != 0 || chunk[11] != 0 || chunk[12] > 1) problem = $"is packed in a way that no PNG standard knows";
        return problem is not null ? null : new PngHeader((int)width, (int)height, depth, color, chunk[12] == 1);
    }
}
