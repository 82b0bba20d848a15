using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;

namespace Nabla.Tests;

public sealed class PngReaderTests
{
    public static TheoryData<string> Samples => [.. Sample.Names];

    [Fact]
    public void There_are_samples_of_every_kind() => Assert.Equal(28, Sample.Names.Length);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_kind_of_PNG_is_read_as_ImageMagick_reads_it(string name)
    {
        var image = ImageFile.Decode(Sample.Bytes(name), name);

        var (width, height, expected) = Sample.Expected(name);
        Assert.Equal((width, height), (image.Width, image.Height));

        // Two programs may round a luminance, a mixture or a 16-bit sample differently; grey of up to 8 bits is exact.
        int tolerance = name.StartsWith("grey", StringComparison.Ordinal) && !name.Contains("16", StringComparison.Ordinal)
            && !name.Contains("alpha", StringComparison.Ordinal) ? 0 : 1;
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - image.Pixels[i]) <= tolerance, $"pixel {i}: {image.Pixels[i]} instead of {expected[i]}");
    }

    [Fact]
    public void Luminance_is_that_of_Rec_601()
    {
        byte[] png = PngBytes.Of(PngBytes.Header(4, 1, 8, 2), PngBytes.Data(0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255), PngBytes.End);
        Assert.Equal([76, 150, 29, 255], ImageFile.Decode(png, "x").Pixels);
    }

    // PNG specification, 9.4: of equally near ones, left comes before above, and above before the corner.
    [Theory]
    [InlineData(10, 6, 12, 6)]
    [InlineData(10, 14, 8, 14)]
    [InlineData(10, 12, 6, 6)]
    [InlineData(10, 8, 14, 14)]
    public void Paeth_chooses_among_equally_near_neighbours_in_the_order_of_the_standard(byte corner, byte above, byte left, byte chosen)
    {
        byte[] png = PngBytes.Of(PngBytes.Header(2, 2, 8, 0), PngBytes.Data(0, corner, above, 4, (byte)(left - corner), 0), PngBytes.End);
        Assert.Equal([corner, above, left, chosen], ImageFile.Decode(png, "x").Pixels);
    }

    [Fact]
    public void What_is_transparent_shows_white_paper()
    {
        byte[] png = PngBytes.Of(PngBytes.Header(3, 1, 8, 4), PngBytes.Data(0, 0, 0, 0, 128, 0, 255), PngBytes.End);
        Assert.Equal([255, 127, 0], ImageFile.Decode(png, "x").Pixels);
    }

    [Fact]
    public void Pixel_data_may_come_in_many_chunks()
    {
        var chunks = PngBytes.Chunks(Sample.Bytes("rgb8.png"));
        byte[] data = chunks[1].Data;
        byte[] png = PngBytes.Of([chunks[0], .. data.Chunk(7).Select(piece => ("IDAT", piece)), ("tEXt", [65, 0, 66]), chunks[^1]]);
        Assert.Equal(ImageFile.Decode(Sample.Bytes("rgb8.png"), "x").Pixels, ImageFile.Decode(png, "x").Pixels);
    }

    [Fact]
    public void The_checksum_is_that_of_the_standard()
    {
        Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8));
        for (int i = 0; i < 20; i++) Assert.Equal(PngBytes.Crc(Bytes.Random(i, 1)), Crc32.Of(Bytes.Random(i, 1)));
    }

    public static TheoryData<string, byte[]> Broken()
    {
        byte[] good = Sample.Bytes("rgb8.png");
        var (header, data, end) = (PngBytes.Header(2, 2, 8, 0), PngBytes.Data(0, 1, 2, 0, 3, 4), PngBytes.End);
        return new()
        {
            { "its first 8 bytes were changed, as a transfer as text does", good.With(4, 0x0A) },
            { "is cut short: it ends at byte 33, before its last chunk", PngBytes.Of(header) },
            { "is cut short or damaged: its chunk IDAT at byte 33 claims 425 bytes", good[..100] },
            { "is cut short: it ends at byte 470, before its last chunk", good[..470] },
            { "the checksum of its chunk IDAT at byte 33 is wrong", good.With(60, (byte)(good[60] ^ 1)) },
            { "its first chunk is IDAT instead of IHDR", PngBytes.Of(data, end) },
            { "it has two headers", PngBytes.Of(header, header, data, end) },
            { "its header has 3 bytes instead of 13", PngBytes.Of(("IHDR", [1, 2, 3]), data, end) },
            { "says that it is 0×2 pixels large", PngBytes.Of(PngBytes.Header(0, 2, 8, 0), data, end) },
            { "4294967295×4294967295 is more than 100 million pixels", PngBytes.Of(PngBytes.Header(uint.MaxValue, uint.MaxValue, 8, 0), data, end) },
            { "cannot be 10000×10000 pixels large: they do not come out of", PngBytes.Of(PngBytes.Header(10_000, 10_000, 16, 6), data, end) },
            { "no PNG pictures of colour type 5 with 8 bits", PngBytes.Of(PngBytes.Header(2, 2, 8, 5), data, end) },
            { "no PNG pictures of colour type 2 with 4 bits", PngBytes.Of(PngBytes.Header(2, 2, 4, 2), data, end) },
            { "packed in a way that no PNG standard knows", PngBytes.Of(PngBytes.Header(2, 2, 8, 0, interlace: 2), data, end) },
            { "its palette has 4 bytes", PngBytes.Of(PngBytes.Header(2, 2, 8, 3), ("PLTE", [1, 2, 3, 4]), data, end) },
            { "it has no palette", PngBytes.Of(PngBytes.Header(2, 2, 8, 3), data, end) },
            { "row 0 uses a colour that its palette lacks", PngBytes.Of(PngBytes.Header(2, 2, 8, 3), ("PLTE", [1, 2, 3]), data, end) },
            { "has a chunk JUNK that no PNG standard knows", PngBytes.Of(header, ("JUNK", []), data, end) },
            { "there is no filter 5, as row 1 asks for", PngBytes.Of(header, PngBytes.Data(0, 1, 2, 5, 3, 4), end) },
            { "its data end in row 1 of 2", PngBytes.Of(header, PngBytes.Data(0, 1, 2, 0, 3), end) },
            { "its compressed data cannot be unpacked", PngBytes.Of(header, ("IDAT", [1, 2, 3, 4, 5]), end) },
            { "its compressed data cannot be unpacked", PngBytes.Of(header, ("IDAT", [.. data.Data[..^1], (byte)~data.Data[^1]]), end) },
        };
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_wrong_with_a_file_is_said_in_one_line(string problem, byte[] png)
    {
        string message = Assert.Throws<InvalidDataException>(() => ImageFile.Decode(png, "x.png")).Message;
        Assert.StartsWith("'x.png' ", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_file_cut_short_anywhere_is_refused(string name)
    {
        byte[] png = Sample.Bytes(name);
        for (int length = 0; length < png.Length; length++) Assert.Throws<InvalidDataException>(() => ImageFile.Decode(png.AsMemory(0, length), "x"));
    }

    [Fact]
    public void Data_packed_with_a_dictionary_are_refused()
    {
        // The one damage for which the unpacker has an exception of another kind.
        var chunks = PngBytes.Chunks(Sample.Bytes(Sample.Names[0]));
        byte[] data = chunks.First(chunk => chunk.Item1 == "IDAT").Item2;
        (data[0], data[1]) = (0x78, 0x20);
        Assert.Throws<InvalidDataException>(() => ImageFile.Decode(PngBytes.Of(chunks), "x"));
    }

    [Fact]
    public void A_mangled_file_is_read_or_refused_and_nothing_else() =>
        Prop.ForAll(Mangling().ToArbitrary(), mangling =>
        {
            byte[] png = [.. Sample.Bytes(Sample.Names[mangling.Item1])];
            foreach (var (at, value) in mangling.Item2) png[at % png.Length] = (byte)value;
            ReadOrRefuse(png);
        }).Check(Repeatable.Config);

    [Fact]
    public void So_is_one_that_was_mangled_before_its_checksums_were_made() =>
        Prop.ForAll(Mangling().ToArbitrary(), mangling =>
        {
            var chunks = PngBytes.Chunks(Sample.Bytes(Sample.Names[mangling.Item1]));
            foreach (var (at, value) in mangling.Item2)
            {
                // Half of the changes hit what is unpacked, where the filters and the palette's indices are.
                var (type, data) = chunks[at % (chunks.Count - 1)];
                if (type == "IDAT" && value % 2 == 0)
                {
                    byte[] rows = Unpack(data);
                    if (rows.Length > 0) chunks[at % (chunks.Count - 1)] = PngBytes.Data(rows.With(at * 31 % rows.Length, (byte)(value / 2)));
                }
                else
                {
                    data[at * 31 % data.Length] = (byte)value;
                }
            }

            ReadOrRefuse(PngBytes.Of(chunks));
        }).Check(Repeatable.Config);

    private static Gen<(int, List<(int, int)>)> Mangling() =>
        from sample in Gen.Choose(0, Sample.Names.Length - 1)
        from changes in Gen.Choose(0, 9999).Zip(Gen.Choose(0, 255)).ListOf(3)
        select (sample, changes.ToList());

    private static byte[] Unpack(byte[] packed)
    {
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var rows = new MemoryStream();
            stream.CopyTo(rows);
            return rows.ToArray();
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return [];
        }
    }

    private static void ReadOrRefuse(byte[] png)
    {
        try
        {
            var image = ImageFile.Decode(png, "x");
            Assert.Equal(image.Width * image.Height, image.Pixels.Length);
        }
        catch (InvalidDataException e)
        {
            Assert.DoesNotContain('\n', e.Message);
        }
    }
}
