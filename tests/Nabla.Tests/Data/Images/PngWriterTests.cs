using FsCheck;
using FsCheck.Fluent;

namespace Nabla.Tests;

public sealed class PngWriterTests
{
    private static Gen<(int Width, int Height, ulong Seed)> Sizes() =>
        from width in Gen.Choose(1, 40)
        from height in Gen.Choose(1, 40)
        from seed in Gen.Choose(0, 1_000_000)
        select (width, height, (ulong)seed);

    [Fact]
    public void A_grey_picture_that_is_written_is_read_back() =>
        Prop.ForAll(Sizes().ToArbitrary(), size =>
        {
            var image = new GrayImage(size.Width, size.Height, Bytes.Random(size.Width * size.Height, size.Seed));
            using var png = new MemoryStream();
            PngWriter.Write(png, image);
            var copy = ImageFile.Decode(png.ToArray(), "x");
            Assert.Equal((image.Width, image.Height), (copy.Width, copy.Height));
            Assert.Equal(image.Pixels, copy.Pixels);
        }).Check(Repeatable.Config);

    [Fact]
    public void A_picture_in_colours_that_is_written_has_the_luminance_of_its_colours() =>
        Prop.ForAll(Sizes().ToArbitrary(), size =>
        {
            byte[] rgb = Bytes.Random(3 * size.Width * size.Height, size.Seed);
            using var png = new MemoryStream();
            PngWriter.WriteRgb(png, size.Width, size.Height, rgb);
            var copy = ImageFile.Decode(png.ToArray(), "x");
            for (int i = 0; i < copy.Pixels.Length; i++)
            {
                double luminance = 0.299 * rgb[3 * i] + 0.587 * rgb[3 * i + 1] + 0.114 * rgb[3 * i + 2];
                Assert.InRange(copy.Pixels[i], luminance - 0.501, luminance + 0.501);
            }
        }).Check(Repeatable.Config);

    [Fact]
    public void The_file_has_the_chunks_that_the_standard_wants()
    {
        using var png = new MemoryStream();
        PngWriter.Write(png, new GrayImage(3, 2, [1, 2, 3, 4, 5, 6]));
        var chunks = PngBytes.Chunks(png.ToArray());
        Assert.Equal(["IHDR", "IDAT", "IEND"], chunks.Select(chunk => chunk.Type), StringComparer.Ordinal);
        Assert.Equal([0, 0, 0, 3, 0, 0, 0, 2, 8, 0, 0, 0, 0], chunks[0].Data);
        Assert.Equal(PngBytes.Of(chunks), png.ToArray());
    }

    [Fact]
    public void Pixels_that_do_not_fit_the_size_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PngWriter.WriteRgb(Stream.Null, 2, 2, new byte[11]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PngWriter.WriteRgb(Stream.Null, 0, 2, []));
        Assert.Throws<ArgumentException>(() => new GrayImage(2, 2, new byte[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GrayImage(0, 0, []));
    }
}
