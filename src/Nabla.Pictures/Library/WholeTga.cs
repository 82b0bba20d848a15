using System.Buffers.Binary;

namespace Nabla;

/// <summary>
/// Knows a TGA file, which does not begin with a sign of its own, by a header that makes sense throughout, and looks whether it is all there (Truevision TGA
/// specification, version 2.0). The library goes on with what it read last where it is cut short, and shows black for palettes that it does not know.
/// </summary>
internal static class WholeTga
{
    private const int Header = 18, Palette = 1, Color = 2, Grey = 3, Runs = 8;

    private static readonly Flaw CutShort = Flaw.Damage($"is cut short: its pixels are not all there");

    public static bool Recognizes(ReadOnlySpan<byte> content)
    {
        if (content.Length < Header) return false;
        int palette = content[1], kind = content[2] & ~Runs, bits = content[16];
        int first = BinaryPrimitives.ReadUInt16LittleEndian(content[3..]), colors = BinaryPrimitives.ReadUInt16LittleEndian(content[5..]);
        bool hasSense = kind switch
        {
            Palette => palette == 1 && bits == 8 && first == 0 && colors is >= 1 and <= 256 && content[7] is 16 or 24 or 32,
            Color => palette == 0 && colors == 0 && bits is 16 or 24 or 32,
            Grey => palette == 0 && colors == 0 && bits == 8,
            _ => false,
        };
        return hasSense && content[2] <= Runs + Grey && (content[17] & 0xC0) == 0 && Width(content) > 0 && Height(content) > 0;
    }

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static Flaw? Of(ReadOnlySpan<byte> content)
    {
        int bytes = content[16] / 8;
        int palette = content[1] == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(content[5..]) * (content[7] / 8) : 0;
        long at = Header + content[0] + palette, count = (long)Width(content) * Height(content);
        if ((content[2] & Runs) == 0)
        {
            at += count * bytes;
        }
        else
        {
            // A packet's first byte: how many pixels less one, and whether they are all one.
            while (count > 0 && at < content.Length)
            {
                int length = (content[(int)at] & 127) + 1;
                at += 1 + (long)bytes * (content[(int)at] >= 128 ? 1 : length);
                count -= length;
            }

            if (count < 0) return Flaw.Damage($"is damaged: it has more pixels than its size says");
            if (count > 0) return CutShort;
        }

        return at > content.Length ? CutShort : null;
    }

    private static int Width(ReadOnlySpan<byte> content) => BinaryPrimitives.ReadUInt16LittleEndian(content[12..]);

    private static int Height(ReadOnlySpan<byte> content) => BinaryPrimitives.ReadUInt16LittleEndian(content[14..]);
}
