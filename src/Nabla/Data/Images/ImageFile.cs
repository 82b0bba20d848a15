namespace Nabla;

/// <summary>
/// Reads pictures as grey images: PNG of every kind, and PGM. Which it is, is told by the content. Colours become their
/// luminance (Rec. 601), and what is transparent shows white paper.
/// </summary>
public static class ImageFile
{
    /// <summary>Larger pictures are refused; nobody photographs a digit with more.</summary>
    internal const long MostPixels = 100_000_000;

    /// <summary>Longer sides are refused; a row must fit into memory in every format.</summary>
    internal const int LongestSide = 100_000;

    /// <summary>More pixels must come of a file that has a byte for every <see cref="PixelsOfByte"/> of them, as a photograph has.</summary>
    private const long UsualPixels = 40_000_000;

    private const int PixelsOfByte = 16;

    private const long MostBytes = 1 << 30;

    /// <summary>Reads a picture.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is no picture that can be read, or it is damaged; the message says how, in one line.</exception>
    /// <exception cref="IOException">The file cannot be read, or is not there.</exception>
    public static GrayImage Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Read(file, path);
    }

    /// <summary>Reads a picture from where a stream stands to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What to call it in a message.</param>
    /// <exception cref="InvalidDataException">It is no picture that can be read, or it is damaged; the message says how, in one line.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static GrayImage Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var content = RestOfStream.Read(stream, MostBytes)
            ?? throw Refusal.Data($"'{Printable.Path(name)}' is too large: more than 1 GiB. Make the picture smaller.");
        return Decode(content.Span, name);
    }

    /// <summary>What is wrong with the size that a picture claims to have; null where nothing is.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="bytes">Bytes of the whole file.</param>
    internal static Said? SizeProblem(ulong width, ulong height, long bytes)
    {
        var pixels = (UInt128)width * height;
        if (pixels > (ulong)MostPixels) return $"is too large: {width}×{height} is more than 100 million pixels";
        if (Math.Max(width, height) > LongestSide) return $"is too large: {width}×{height} has a side of more than {LongestSide} pixels";
        return pixels > UsualPixels && pixels > (UInt128)bytes * PixelsOfByte
            ? (Said)($"is too large: {width}×{height} pixels out of {bytes} bytes; more than {UsualPixels / 1_000_000} million are read only of a file "
                + $"with a byte for every {PixelsOfByte}")
            : null;
    }

    /// <summary>Reads a picture from the bytes of a file.</summary>
    /// <param name="content">All bytes of the file.</param>
    /// <param name="name">What to call it in a message.</param>
    /// <exception cref="InvalidDataException">It is no picture that can be read, or it is damaged; the message says how, in one line.</exception>
    public static GrayImage Decode(ReadOnlySpan<byte> content, string name)
    {
        if (content.IsEmpty) throw Refusal.Data($"'{Printable.Path(name)}' is empty.");
        if (PngReader.Recognizes(content)) return PngReader.Read(content, name);
        if (PgmReader.Recognizes(content)) return PgmReader.Read(content, name);
        Said advice = ForeignImage.NameOf(content) is { } kind ? (Said)$"is {kind}, which cannot be read" : $"is not a PNG or PGM picture";
        throw Refusal.Data($"'{Printable.Path(name)}' {advice}; convert it to PNG.");
    }
}
