namespace Nabla.Tests;

/// <summary>The pictures made by ImageMagick, and the grey values it reads from them (see Samples/make-samples.sh).</summary>
internal static class Sample
{
    public static string[] Names { get; } =
        [.. typeof(Sample).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".png", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Those of other kinds.</summary>
    public static string[] Others { get; } =
        [.. typeof(Sample).Assembly.GetManifestResourceNames()
            .Where(name => Path.GetExtension(name) is not (".png" or ".pgm") && ImageFile.Endings.Include(name)).Order(StringComparer.Ordinal)];

    public static byte[] Bytes(string name)
    {
        using var resource = typeof(Sample).Assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Size and pixels of the PGM file beside a picture, taken apart here and not by the reader under test.</summary>
    public static (int Width, int Height, byte[] Pixels) Expected(string name)
    {
        byte[] bytes = Bytes(System.IO.Path.ChangeExtension(name, ".pgm"));
        string[] header = System.Text.Encoding.Latin1.GetString(bytes).Split([' ', '\n'], 5);
        int width = int.Parse(header[1]), height = int.Parse(header[2]);
        return (width, height, bytes[^(width * height)..]);
    }
}
