using System.Buffers.Binary;

namespace Nabla;

/// <summary>Looks whether a BMP file is all there: the library repeats its last row where it is cut short.</summary>
internal static class WholeBmp
{
    private const int FileHeader = 14, OldHeader = 12, Header = 40;

    private static readonly Flaw CutShort = Flaw.Damage($"is cut short: its pixels are not all there");

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static Flaw? Of(ReadOnlySpan<byte> content)
    {
        if (content.Length < FileHeader + OldHeader) return CutShort;
        uint start = BinaryPrimitives.ReadUInt32LittleEndian(content[10..]);
        uint header = BinaryPrimitives.ReadUInt32LittleEndian(content[FileHeader..]);
        if (header != OldHeader && (header < Header || header > content.Length)) return Flaw.Damage($"is damaged: its header has {header} bytes");
        if (content.Length < FileHeader + header || start > content.Length) return CutShort;
        if (start < FileHeader + header) return Flaw.Damage($"is damaged: its pixels begin within its header");

        var fields = content[(FileHeader + 4)..];
        long width, height;
        int bits, packing = 0;
        if (header == OldHeader)
        {
            (width, height) = (BinaryPrimitives.ReadUInt16LittleEndian(fields), BinaryPrimitives.ReadUInt16LittleEndian(fields[2..]));
            bits = BinaryPrimitives.ReadUInt16LittleEndian(fields[6..]);
        }
        else
        {
            (width, height) = (BinaryPrimitives.ReadInt32LittleEndian(fields), BinaryPrimitives.ReadInt32LittleEndian(fields[4..]));
            bits = BinaryPrimitives.ReadUInt16LittleEndian(fields[10..]);
            packing = BinaryPrimitives.ReadInt32LittleEndian(fields[12..]);
        }

        if (width < 1 || height == 0) return Flaw.Damage($"says that it is {width}×{Math.Abs(height)} pixels large");

        // The library goes on into the next row with runs of pixels that reach beyond theirs, as ImageMagick writes them.
        if (packing is not (0 or 3 or 6)) return Flaw.Unread($"is packed in a way that is not read, as few BMP pictures are");
        return (Int128)((width * bits + 31) / 32 * 4) * Math.Abs(height) > content.Length - start ? CutShort : null;
    }
}
