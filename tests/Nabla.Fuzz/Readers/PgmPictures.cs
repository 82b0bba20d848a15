namespace Nabla.Fuzz;

/// <summary>PBM, PGM and PPM files, as text and as bytes.</summary>
internal sealed class PgmPictures() : Reader("pgm", 200_000)
{
    public override IReadOnlyList<byte[][]> Samples { get; } =
    [
        [[.. "P5 4 3 255\n"u8, .. new byte[12]]], [[.. "P5\n# by hand\n3 2 1000\n"u8, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4]],
        [[.. "P1 9 2\n101010101 0 1 0 1 0 1 0 1 0\n"u8]], [[.. "P3 2 1 255 1 2 3 4 5 6\n"u8]], [[.. "P4 9 2\n"u8, .. new byte[4]]], [[.. "P6 2 2 255\n"u8, .. new byte[12]]],
        [[.. "P2 3 2 15\n0 1 2\n13 14 15\n"u8]], [[.. "P2\n#c\n2 #w\n2 65535\n0 1 65535 9\n"u8]],
    ];

    public override IReadOnlyList<string> Words { get; } = ["P1", "P2", "P3", "P4", "P5", "P6", "#", "\n", " ", "255", "65535", "65536", "10000 10000", "999999999", "\v\f"];

    public override Action Read(byte[][] parts, string folder)
    {
        var image = ImageFile.Decode(parts[0], "x.pgm");
        return () => Promise.That(image.Pixels.Length == image.Width * image.Height, "as many pixels as its size says");
    }
}
