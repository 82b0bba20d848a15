namespace Nabla;

/// <summary>
/// One of the passes in which a PNG stores its pixels: from (X, Y) every DX-th column of every DY-th row. A plain PNG
/// has one, an interlaced one the seven of Adam M. Costello.
/// </summary>
internal sealed record PngPass(int X, int Y, int DX, int DY, int Width, int Height)
{
    private static ReadOnlySpan<byte> Adam7 =>
        [0, 0, 8, 8, 4, 0, 8, 8, 0, 4, 4, 8, 2, 0, 4, 4, 0, 2, 2, 4, 1, 0, 2, 2, 0, 1, 1, 2];

    /// <summary>The passes of a picture that have any pixels.</summary>
    public static List<PngPass> Of(PngHeader header)
    {
        if (!header.Interlaced) return [new PngPass(0, 0, 1, 1, header.Width, header.Height)];
        var passes = new List<PngPass>(7);
        for (int i = 0; i < Adam7.Length; i += 4)
        {
            var (x, y, dx, dy) = (Adam7[i], Adam7[i + 1], Adam7[i + 2], Adam7[i + 3]);
            int width = (header.Width - x + dx - 1) / dx;
            int height = (header.Height - y + dy - 1) / dy;
            if (width > 0 && height > 0) passes.Add(new PngPass(x, y, dx, dy, width, height));
        }

        return passes;
    }
}
