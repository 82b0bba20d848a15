using System.Buffers.Binary;

namespace Nabla;

/// <summary>
/// Looks whether the first picture of a GIF file is all there (GIF89a specification). The library makes black of what is missing, and of what a
/// picture does not cover.
/// </summary>
internal static class WholeGif
{
    /// <summary>The longest run that a code can stand for, which then has 12 bits.</summary>
    public const int PixelsOfByte = 4096 * 8 / 12;

    private const int Extension = 0x21, Picture = 0x2C;

    private static readonly Flaw CutShort = Flaw.Damage($"is cut short: its first picture is not all there");

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static Flaw? Of(ReadOnlySpan<byte> content)
    {
        if (content.Length < 13) return CutShort;
        int width = BinaryPrimitives.ReadUInt16LittleEndian(content[6..]), height = BinaryPrimitives.ReadUInt16LittleEndian(content[8..]);
        bool hasColors = (content[10] & 0x80) != 0;
        int at = 13 + Colors(content[10]);
        while (at < content.Length)
        {
            int block = content[at];
            if (block == Extension)
            {
                at += 2;
            }
            else if (block != Picture)
            {
                return Flaw.Damage($"is damaged: it has no picture");
            }
            else
            {
                if (content.Length - at < 10) return CutShort;
                var place = content.Slice(at + 1, 8);
                if (!hasColors && (content[at + 9] & 0x80) == 0) return Flaw.Damage($"is damaged: it has no palette");
                if (BinaryPrimitives.ReadUInt32LittleEndian(place) != 0 || BinaryPrimitives.ReadUInt16LittleEndian(place[4..]) != width
                    || BinaryPrimitives.ReadUInt16LittleEndian(place[6..]) != height)
                    return Flaw.Unread($"has a first picture that does not fill it");
                at += 10 + Colors(content[at + 9]);
                if (at >= content.Length) return CutShort;
                if (content[at++] is < 2 or > 8) return Flaw.Damage($"is damaged: its pixels are packed in a way that the standard does not know");
            }

            if (!SkipBlocks(content, ref at)) return CutShort;
            if (block == Picture) return null;
        }

        return CutShort;
    }

    /// <summary>Bytes of the palette that follows, by the bits that announce it.</summary>
    private static int Colors(byte bits) => (bits & 0x80) == 0 ? 0 : 3 << ((bits & 7) + 1);

    // Each begins with its length, the last with 0.
    private static bool SkipBlocks(ReadOnlySpan<byte> content, ref int at)
    {
        while (at < content.Length)
        {
            int length = content[at++];
            if (length == 0) return true;
            at += length;
        }

        return false;
    }
}
