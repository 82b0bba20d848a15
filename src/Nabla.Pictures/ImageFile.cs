namespace Nabla;

/// <summary>
/// Reads pictures as grey images: JPEG, PNG of every kind, GIF (of several, the first), BMP, WebP, TGA, and PBM, PGM and PPM. Which it is, is told by the
/// content. Colours become their luminance (Rec. 601), what is transparent shows white paper (black, where white would hide all), and a photograph stands as it was seen (Exif).
/// </summary>
public static class ImageFile
{
    private const long MostBytes = 1 << 30;

    /// <summary>What the names of pictures end in.</summary>
    public static FileEndings Endings { get; } = new(".png", ".jpg", ".jpeg", ".jfif", ".gif", ".bmp", ".webp", ".tga", ".pbm", ".pgm", ".ppm", ".pnm");

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
        return Decode(
            RestOfStream.Read(stream, MostBytes) ?? throw Refusal.Data($"'{Printable.Path(name)}' is too large: more than 1 GiB. Make the picture smaller."), name);
    }

    /// <summary>Reads a picture from the bytes of a file.</summary>
    /// <param name="content">All bytes of the file.</param>
    /// <param name="name">What to call it in a message.</param>
    /// <exception cref="InvalidDataException">It is no picture that can be read, or it is damaged; the message says how, in one line.</exception>
    public static GrayImage Decode(ReadOnlyMemory<byte> content, string name)
    {
        var bytes = content.Span;
        if (bytes.IsEmpty) throw Refusal.Data($"'{Printable.Path(name)}' is empty.");
        if (PngReader.Recognizes(bytes)) return PngReader.Read(bytes, name);
        if (NetpbmReader.Recognizes(bytes)) return NetpbmReader.Read(bytes, name);
        foreach (var kind in LibraryKind.All)
        {
            if (kind.Recognizes(bytes)) return kind.Read(content, name);
        }

        Said advice = ForeignImage.NameOf(bytes) is { } foreign ? (Said)$"is {foreign}, which cannot be read" : $"is not a PNG, JPEG, GIF, BMP, WebP, TGA, PBM, PGM or PPM picture";
        throw Refusal.Data($"'{Printable.Path(name)}' {advice}; convert it to PNG.");
    }
}
