namespace Nabla;

/// <summary>
/// Reads pictures as grey images: PNG of every kind, and PGM. Which it is, is told by the content. Colours become their
/// luminance (Rec. 601), and what is transparent shows white paper.
/// </summary>
public static class ImageFile
{
    /// <summary>Larger pictures are refused; nobody photographs a digit with more.</summary>
    internal const long MostPixels = 100_000_000;

    private const long MostBytes = 1 << 30;

    /// <summary>Reads a picture.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is no picture that can be read, or it is damaged; the message says how, in one line.</exception>
    /// <exception cref="IOException">The file cannot be read, or is not there.</exception>
    public static GrayImage Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var content = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        for (int count; (count = file.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, count);
            if (content.Length > MostBytes) throw new InvalidDataException($"'{Printable.Path(path)}' is too large: more than 1 GiB. Make the picture smaller.");
        }

        return Decode(content.GetBuffer().AsSpan(0, (int)content.Length), path);
    }

    /// <summary>Reads a picture from the bytes of a file.</summary>
    /// <param name="content">All bytes of the file.</param>
    /// <param name="name">What to call it in a message.</param>
    /// <exception cref="InvalidDataException">It is no picture that can be read, or it is damaged; the message says how, in one line.</exception>
    public static GrayImage Decode(ReadOnlySpan<byte> content, string name)
    {
        if (content.IsEmpty) throw new InvalidDataException($"'{Printable.Path(name)}' is empty.");
        if (PngReader.Recognizes(content)) return PngReader.Read(content, name);
        if (PgmReader.Recognizes(content)) return PgmReader.Read(content, name);
        string advice = ForeignImage.NameOf(content) is { } kind ? $"is {kind}, which cannot be read" : "is not a PNG or PGM picture";
        throw new InvalidDataException($"'{Printable.Path(name)}' {advice}; convert it to PNG.");
    }
}
