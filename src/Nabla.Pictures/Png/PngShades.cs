using System.Buffers.Binary;

namespace Nabla;

/// <summary>Turns the samples of a PNG's row into shades of grey: luminance by Rec. 601, over a ground where they are transparent.</summary>
internal sealed class PngShades
{
    private readonly PngHeader _header;
    private readonly byte _ground;

    /// <summary>The shade of every possible sample, where a pixel is one sample of at most 8 bits.</summary>
    private readonly byte[]? _table;

    /// <summary>The one colour that is transparent, as its bytes in a row; null where there is none.</summary>
    private readonly byte[]? _transparent;

    public PngShades(PngHeader header, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> transparency, byte ground)
    {
        (_header, _ground) = (header, ground);
        if (header.Color == PngColor.Indexed)
        {
            _table = PaletteTable(palette, transparency, ground);
        }
        else if (header is { Color: PngColor.Gray, Depth: <= 8 })
        {
            int white = (1 << header.Depth) - 1;
            _table = new byte[white + 1];
            for (int i = 0; i <= white; i++) _table[i] = (byte)(i * 255 / white);
            if (transparency.Length == 2) _table[BinaryPrimitives.ReadUInt16BigEndian(transparency) & white] = ground;
        }
        else if (header.Color is PngColor.Gray or PngColor.Rgb && transparency.Length == 2 * header.Channels)
        {
            _transparent = new byte[header.Step];
            for (int i = 0; i < header.Channels; i++)
            {
                if (header.Depth == 16) transparency.Slice(2 * i, 2).CopyTo(_transparent.AsSpan(2 * i));
                else _transparent[i] = transparency[2 * i + 1];
            }
        }
    }

    /// <summary>Converts as many pixels as there is room for; false where one names a colour that the palette lacks.</summary>
    public bool Convert(ReadOnlySpan<byte> row, Span<byte> shades)
    {
        if (_table is not null) return Look(row, shades, _table);
        int step = _header.Step;
        for (int i = 0; i < shades.Length; i++)
        {
            var pixel = row.Slice(i * step, step);
            shades[i] = _transparent is not null && pixel.SequenceEqual(_transparent) ? _ground : ShadeOf(pixel);
        }

        return true;
    }

    private bool Look(ReadOnlySpan<byte> row, Span<byte> shades, byte[] table)
    {
        int depth = _header.Depth;
        int mask = (1 << depth) - 1;
        for (int i = 0; i < shades.Length; i++)
        {
            int bit = i * depth;
            int sample = (row[bit >> 3] >> (8 - depth - (bit & 7))) & mask;
            if (sample >= table.Length) return false;
            shades[i] = table[sample];
        }

        return true;
    }

    private byte ShadeOf(ReadOnlySpan<byte> pixel)
    {
        // Of a sample of 16 bits, the high byte, which comes first.
        int size = _header.Depth / 8;
        return _header.Color switch
        {
            PngColor.Gray => pixel[0],
            PngColor.GrayAlpha => Shade.Over(_ground, pixel[0], pixel[size]),
            PngColor.Rgb => Shade.Luminance(pixel[0], pixel[size], pixel[2 * size]),
            _ => Shade.Of(pixel[0], pixel[size], pixel[2 * size], pixel[3 * size], _ground),
        };
    }

    private static byte[] PaletteTable(ReadOnlySpan<byte> palette, ReadOnlySpan<byte> transparency, byte ground)
    {
        byte[] table = new byte[palette.Length / 3];
        for (int i = 0; i < table.Length; i++)
        {
            byte alpha = i < transparency.Length ? transparency[i] : (byte)255;
            table[i] = Shade.Of(palette[3 * i], palette[3 * i + 1], palette[3 * i + 2], alpha, ground);
        }

        return table;
    }
}
