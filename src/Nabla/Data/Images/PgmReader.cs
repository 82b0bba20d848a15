namespace Nabla;

/// <summary>
/// Reads portable grey maps, as text (P2) or bytes (P5), with 1 or 2 bytes a pixel
/// (https://netpbm.sourceforge.net/doc/pgm.html). Of several in one file, the first.
/// </summary>
internal static class PgmReader
{
    public static bool Recognizes(ReadOnlySpan<byte> content) =>
        content is [(byte)'P', (byte)'2' or (byte)'5', var next, ..] && (IsSpace(next) || next == '#');

    public static GrayImage Read(ReadOnlySpan<byte> content, string name)
    {
        bool text = content[1] == '2';
        int position = 2;
        int width = Number(content, ref position, name, $"its width");
        int height = Number(content, ref position, name, $"its height");
        int white = Number(content, ref position, name, $"its brightest value");
        if (width < 1 || height < 1) throw Error(name, $"says that it is {width}×{height} pixels large");
        if (white is < 1 or > 65535) throw Error(name, $"says that its brightest value is {white}; it must be 1 to 65535");
        long count = (long)width * height;

        // Nothing is packed: the bytes for all pixels are there, or it is cut short.
        if (ImageFile.SizeProblem((ulong)width, (ulong)height, bytes: count) is { } problem) throw Error(name, problem);

        // A number in text takes a digit, and a space before the next.
        long least = text ? 2 * count : (white > 255 ? 2 * count : count) + 1;
        if (content.Length - position < least)
            throw Error(name, $"is cut short: {width}×{height} pixels do not fit into the {content.Length - position} bytes after its header");

        byte[] pixels = new byte[count];
        if (!text) position++;
        for (int i = 0; i < pixels.Length; i++)
        {
            int value = text ? Number(content, ref position, name, $"pixel {i}")
                : white > 255 ? content[position++] << 8 | content[position++]
                : content[position++];
            if (value > white) throw Error(name, $"has {value} for pixel {i}, more than the brightest value that it announces, {white}");
            pixels[i] = (byte)((value * 255L + white / 2) / white);
        }

        return new GrayImage(width, height, pixels);
    }

    /// <summary>The next number, after white space and comments.</summary>
    private static int Number(ReadOnlySpan<byte> content, ref int position, string name, Said what)
    {
        for (; position < content.Length && (IsSpace(content[position]) || content[position] == '#'); position++)
        {
            if (content[position] != '#') continue;
            while (position + 1 < content.Length && content[position] is not ((byte)'\n' or (byte)'\r')) position++;
        }

        int start = position;
        int number = 0;
        for (; position < content.Length && char.IsAsciiDigit((char)content[position]); position++)
        {
            if (position - start >= 9) throw Error(name, $"has a number that is too large for {what}, at byte {start}");
            number = number * 10 + (content[position] - '0');
        }

        if (position == start)
            throw Error(name, position < content.Length ? (Said)$"has no number for {what} at byte {position}" : $"is cut short: it ends before {what}");
        return number;
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (>= 9 and <= 13);

    private static InvalidDataException Error(string name, Said problem) =>
        Refusal.Data($"'{Printable.Path(name)}' {problem}. Write the PGM file again, or convert the picture to PNG.");
}
