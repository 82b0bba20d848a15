namespace Nabla;

/// <summary>
/// Reads portable maps, as text and as bytes: bits (P1, P4), greys (P2, P5) and colours (P3, P6), with 1 or 2 bytes a sample
/// (https://netpbm.sourceforge.net/doc/). Of several in one file, the first. The library's reader of them is not used: it scales by whole
/// numbers, takes the bytes of 16 bits in the wrong order, swallows first pixels that look like white space, and shows half of what was cut short.
/// </summary>
internal static class NetpbmReader
{
    public static bool Recognizes(ReadOnlySpan<byte> content) =>
        content is [(byte)'P', >= (byte)'1' and <= (byte)'6', var next, ..] && (IsSpace(next) || next == '#');

    public static GrayImage Read(ReadOnlySpan<byte> content, string name)
    {
        int kind = content[1] - '0';
        bool isText = kind <= 3, isBits = kind is 1 or 4;
        int samples = kind is 3 or 6 ? 3 : 1;
        int position = 2;
        int width = Number(content, ref position, name, $"its width");
        int height = Number(content, ref position, name, $"its height");
        int white = isBits ? 1 : Number(content, ref position, name, $"its brightest value");
        if (width < 1 || height < 1) throw Error(name, $"says that it is {width}×{height} pixels large");
        if (white is < 1 or > 65535) throw Error(name, $"says that its brightest value is {white}; it must be 1 to 65535");
        long count = (long)width * height;

        // Nothing is packed: the bytes for all pixels are there, or it is cut short.
        if (PictureSize.Problem((ulong)width, (ulong)height, bytes: count) is { } problem) throw Error(name, problem);

        // A number in text takes a digit, and a space before the next; bits in text need no space between them.
        long row = isBits ? ((long)width + 7) / 8 : (long)width * samples * (white > 255 ? 2 : 1);
        long least = isText ? (isBits ? 1 : 2) * count * samples : row * height + 1;
        if (content.Length - position < least)
            throw Error(name, $"is cut short: {width}×{height} pixels do not fit into the {content.Length - position} bytes after its header");

        byte[] pixels = new byte[count];
        if (!isText) position++;
        for (int i = 0; i < pixels.Length; i++)
        {
            int red = Sample(content, i);
            pixels[i] = samples == 1 ? (byte)red : Shade.Luminance(red, Sample(content, i), Sample(content, i));
            if (kind == 4 && (i + 1) % width == 0 && width % 8 != 0) position++;
        }

        return new GrayImage(width, height, pixels);

        // From 0 to 255. Of bits, 1 is ink.
        int Sample(ReadOnlySpan<byte> content, int pixel)
        {
            if (kind == 4)
            {
                int bit = pixel % width % 8;
                return (content[bit == 7 ? position++ : position] >> (7 - bit) & 1) == 1 ? 0 : 255;
            }

            if (kind == 1) return Bit(content, ref position, name, pixel) == 1 ? 0 : 255;
            int value = isText ? Number(content, ref position, name, $"pixel {pixel}")
                : white > 255 ? content[position++] << 8 | content[position++]
                : content[position++];
            if (value > white) throw Error(name, $"has {value} for pixel {pixel}, more than the brightest value that it announces, {white}");
            return (int)((value * 255L + white / 2) / white);
        }
    }

    /// <summary>The next number, after white space and comments.</summary>
    private static int Number(ReadOnlySpan<byte> content, ref int position, string name, Said what)
    {
        SkipSpace(content, ref position);
        int start = position;
        int number = 0;
        for (; position < content.Length && char.IsAsciiDigit((char)content[position]); position++)
        {
            if (position - start >= 9) throw Error(name, $"has a number that is too large for {what}, at byte {start}");
            number = number * 10 + (content[position] - '0');
        }

        if (position == start) throw Missing(content, position, name, what);
        return number;
    }

    private static int Bit(ReadOnlySpan<byte> content, ref int position, string name, int pixel)
    {
        SkipSpace(content, ref position);
        if (position >= content.Length || content[position] is not ((byte)'0' or (byte)'1')) throw Missing(content, position, name, $"pixel {pixel}");
        return content[position++] - '0';
    }

    private static void SkipSpace(ReadOnlySpan<byte> content, ref int position)
    {
        for (; position < content.Length && (IsSpace(content[position]) || content[position] == '#'); position++)
        {
            if (content[position] != '#') continue;
            while (position + 1 < content.Length && content[position] is not ((byte)'\n' or (byte)'\r')) position++;
        }
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (>= 9 and <= 13);

    private static InvalidDataException Missing(ReadOnlySpan<byte> content, int position, string name, Said what) =>
        Error(name, position < content.Length ? (Said)$"has no number for {what} at byte {position}" : $"is cut short: it ends before {what}");

    private static InvalidDataException Error(string name, Said problem) =>
        Refusal.Data($"'{Printable.Path(name)}' {problem}. Write the file again, or convert the picture to PNG.");
}
