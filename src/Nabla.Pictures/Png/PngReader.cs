using System.Buffers.Binary;
using System.IO.Compression;

namespace Nabla;

/// <summary>
/// Reads every kind of PNG (https://www.w3.org/TR/png-3/) as a grey image. Checksums are compared, and what the header
/// claims is held against the data before room is made for it. The library's reader is not used: it never ends on an interlaced picture of one
/// pixel, and takes five to nine times the memory (docs/decisions/0016).
/// </summary>
internal static class PngReader
{
    private static readonly Said Again = $"Save the picture again, or copy it again";

    /// <summary>Deflate's densest code: 258 bytes from 2 bits.</summary>
    private const int LargestExpansion = 1032;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool Recognizes(ReadOnlySpan<byte> content) => content.StartsWith(Signature[..4]);

    public static GrayImage Read(ReadOnlySpan<byte> content, string name)
    {
        if (!content.StartsWith(Signature)) throw Error(name, $"is damaged: its first 8 bytes were changed, as a transfer as text does");
        PngHeader? header = null;
        ReadOnlySpan<byte> palette = default, transparency = default;
        int orientation = Orientation.AsStored;
        using var packed = new MemoryStream();
        int position = Signature.Length;
        while (true)
        {
            var data = NextChunk(content, ref position, name, out string type);
            if (header is null && type != "IHDR") throw Error(name, $"is damaged: its first chunk is {type} instead of IHDR");
            switch (type)
            {
                case "IHDR":
                    if (header is not null) throw Error(name, $"is damaged: it has two headers");
                    header = PngHeader.Parse(data, out var problem) ?? throw Error(name, problem!);
                    break;
                case "PLTE":
                    if (data.Length is 0 or > 768 || data.Length % 3 != 0) throw Error(name, $"is damaged: its palette has {data.Length} bytes");
                    palette = data;
                    break;
                case "tRNS":
                    transparency = data;
                    break;
                case "eXIf":
                    orientation = Library.OrientationIn(data.ToArray());
                    break;
                case "IDAT":
                    packed.Write(data);
                    break;
                case "IEND":
                    return Orientation.Upright(Unpack(packed, content.Length, header!.Value, palette, transparency, name), orientation);
                default:
                    // A capital first letter says that the picture cannot be understood without this chunk.
                    if (char.IsAsciiLetterUpper(type[0])) throw Error(name, $"has a chunk {type} that no PNG standard knows");
                    break;
            }
        }
    }

    private static ReadOnlySpan<byte> NextChunk(ReadOnlySpan<byte> content, scoped ref int position, string name, out string type)
    {
        var rest = content[position..];
        if (rest.Length < 12) throw Error(name, $"is cut short: it ends at byte {content.Length}, before its last chunk. {Again}");
        type = new string([Letter(rest[4]), Letter(rest[5]), Letter(rest[6]), Letter(rest[7])]);
        uint length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - 12)
            throw Error(name, $"is cut short or damaged: its chunk {type} at byte {position} claims {length} bytes. {Again}");
        var data = rest.Slice(8, (int)length);
        if (Crc32.Of(rest.Slice(4, 4 + data.Length)) != BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + data.Length)..]))
            throw Error(name, $"is damaged: the checksum of its chunk {type} at byte {position} is wrong. {Again}");
        position += 12 + data.Length;
        return data;

        static char Letter(byte value) => char.IsAsciiLetter((char)value) ? (char)value : '?';
    }

    private static GrayImage Unpack(
        MemoryStream packed, int fileLength, PngHeader header, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> transparency, string name)
    {
        if (header.Color == PngColor.Indexed && palette.IsEmpty) throw Error(name, $"is damaged: it has no palette");
        if (header.UnpackedLength > packed.Length * LargestExpansion)
            throw Error(name, $"cannot be {header.Width}×{header.Height} pixels large: they do not come out of {packed.Length} compressed bytes");
        if (PictureSize.Problem((ulong)header.Width, (ulong)header.Height, fileLength) is { } problem) throw Error(name, $"{problem}. Make the picture smaller");

        byte[] pixels = new byte[header.Width * header.Height];
        Unpack(packed, header, new PngShades(header, palette, transparency, Shade.White), pixels, name);
        bool isTransparent = !transparency.IsEmpty || header.Color is PngColor.GrayAlpha or PngColor.Rgba;
        if (isTransparent && Shade.IsHidden(pixels)) Unpack(packed, header, new PngShades(header, palette, transparency, Shade.Black), pixels, name);
        return new GrayImage(header.Width, header.Height, pixels);
    }

    private static void Unpack(MemoryStream packed, PngHeader header, PngShades shades, byte[] pixels, string name)
    {
        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true);
        foreach (var pass in PngPass.Of(header)) ReadPass(rows, header, pass, shades, pixels, name);

        // Reading on to the end makes the unpacker compare its checksum.
        Fill(rows, new byte[1], name);
    }

    private static void ReadPass(Stream rows, PngHeader header, PngPass pass, PngShades shades, byte[] pixels, string name)
    {
        byte[] row = new byte[1 + header.RowLength(pass.Width)];
        byte[] above = new byte[row.Length];
        byte[] shade = new byte[pass.Width];
        for (int y = 0; y < pass.Height; y++)
        {
            int to = (pass.Y + y * pass.DY) * header.Width + pass.X;
            if (Fill(rows, row, name) < row.Length)
                throw Error(name, $"is cut short: its data end in row {pass.Y + y * pass.DY} of {header.Height}. {Again}");
            if (!PngFilter.Undo(row[0], row.AsSpan(1), above.AsSpan(1), header.Step))
                throw Error(name, $"is damaged: there is no filter {row[0]}, as row {pass.Y + y * pass.DY} asks for");
            if (!shades.Convert(row.AsSpan(1), shade))
                throw Error(name, $"is damaged: row {pass.Y + y * pass.DY} uses a colour that its palette lacks");
            for (int x = 0; x < shade.Length; x++) pixels[to + x * pass.DX] = shade[x];
            (row, above) = (above, row);
        }
    }

    private static int Fill(Stream rows, byte[] destination, string name)
    {
        try
        {
            return rows.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        }
        // The stream is in memory: an I/O error is the unpacker's own, for data packed with a dictionary.
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw Refusal.Data($"'{Printable.Path(name)}' is damaged: its compressed data cannot be unpacked. {Again}.", e);
        }
    }

    private static InvalidDataException Error(string name, Said problem) => Refusal.Data($"'{Printable.Path(name)}' {problem}.");
}
