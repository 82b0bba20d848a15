using System.Buffers.Binary;

namespace Nabla;

/// <summary>
/// Looks whether a WebP file is all there, and whether it is of the sort that is read: one lossy picture (RFC 9649). Films the library does not read; of what
/// is packed without loss, as transparency is too, a few hundred bytes make it ask for more than a gigabyte.
/// </summary>
internal static class WholeWebP
{
    private const int Header = 12, ChunkHeader = 8, Animated = 2, Packed = 3;

    private static readonly Flaw CutShort = Flaw.Damage($"is cut short: its end is missing");

    public static bool Recognizes(ReadOnlySpan<byte> content) =>
        content.StartsWith("RIFF"u8) && content.Length >= Header && content[8..].StartsWith("WEBP"u8);

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static Flaw? Of(ReadOnlySpan<byte> content)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(content[4..]) > content.Length - ChunkHeader) return CutShort;
        for (int at = Header; content.Length - at > ChunkHeader;)
        {
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(content[(at + 4)..]);
            if (length > content.Length - at - ChunkHeader) return CutShort;
            var name = content.Slice(at, 4);
            int first = content[at + ChunkHeader];
            if (name.SequenceEqual("VP8X"u8) && (first & Animated) != 0) return Flaw.Unread($"is a film of several pictures");
            if (name.SequenceEqual("VP8L"u8) || (name.SequenceEqual("ALPH"u8) && (first & Packed) != 0))
                return Flaw.Unread($"is a WebP picture that is packed without loss or transparent, which is not read");
            if (name.SequenceEqual("VP8 "u8)) return null;
            at += Room(length);
        }

        return Flaw.Damage($"is damaged: it has no picture");
    }

    /// <summary>The picture alone, so that the library sees no chunk that was not looked at, and what stands in the file as Exif.</summary>
    public static (ReadOnlyMemory<byte> Content, byte[]? Exif) Bare(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        byte[] bare = [];
        byte[]? exif = null;
        for (int at = Header; bytes.Length - at > ChunkHeader;)
        {
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            if (length > bytes.Length - at - ChunkHeader) break;
            var name = bytes.Slice(at, 4);
            var data = bytes.Slice(at + ChunkHeader, (int)length);
            if (name.SequenceEqual("VP8 "u8) && bare.Length == 0)
            {
                bare = [.. bytes[..Header], .. bytes.Slice(at, ChunkHeader), .. data];
                BinaryPrimitives.WriteInt32LittleEndian(bare.AsSpan(4), bare.Length - ChunkHeader);
            }
            else if (name.SequenceEqual("EXIF"u8))
            {
                exif = (data.StartsWith("Exif\0\0"u8) ? data[6..] : data).ToArray();
            }

            at += Room(length);
        }

        return (bare, exif);
    }

    // Chunks begin at even places.
    private static int Room(uint length) => ChunkHeader + (int)length + (int)(length & 1);
}
