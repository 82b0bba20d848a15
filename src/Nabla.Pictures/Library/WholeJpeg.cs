using System.Buffers.Binary;

namespace Nabla;

/// <summary>
/// Looks whether a JPEG file is all there (ITU-T T.81, annex B). The library fills with grey what is missing at the end; the format has no
/// checksums, so what was changed in the middle cannot be known.
/// </summary>
internal static class WholeJpeg
{
    /// <summary>Each block of 8×8 pixels takes a bit at least.</summary>
    public const int PixelsOfByte = 8 * 64;

    /// <summary>Photographs that become sharper while they load have about ten; each is work for all pixels, out of a few bytes.</summary>
    private const int MostScans = 100;

    private const int Scan = 0xDA, End = 0xD9, Start = 0xD8;

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static Flaw? Of(ReadOnlySpan<byte> content)
    {
        int scans = 0;
        for (int at = 2; ; at++)
        {
            // The next byte FF that is not followed by 0, as those of the pixels are.
            int skip = content[at..].IndexOf((byte)0xFF);
            if (skip < 0 || at + skip + 1 >= content.Length) return Flaw.Damage($"is cut short: its end is missing");
            at += skip + 1;
            switch (content[at])
            {
                case 0xFF:
                    at--;
                    break;
                case 0x00 or 0x01 or Start or (>= 0xD0 and <= 0xD7):
                    break;
                case End:
                    return scans > 0 ? null : Flaw.Damage($"is damaged: it has no pixels");
                default:
                    if (content[at] == Scan && ++scans > MostScans) return Flaw.Unread($"is stored in more than {MostScans} layers");
                    int length = content.Length - at < 3 ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(content[(at + 1)..]);
                    if (length > content.Length - at - 1) return Flaw.Damage($"is cut short: its end is missing");
                    at += length;
                    break;
            }
        }
    }
}
