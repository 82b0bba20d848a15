using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Metadata.Profiles.Exif;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Nabla.Tests;

/// <summary>The kinds of pictures that the library reads: as other programs read them, or refused in one line, and never half.</summary>
public sealed class LibraryPictureTests
{
    public static TheoryData<string> Samples => [.. Sample.Others];

    [Fact]
    public void There_are_samples_of_every_ending()
    {
        Assert.Equal(24, Sample.Others.Length);
        string[] alike = [".jpeg", ".jfif", ".png", ".pgm", ".pnm"];
        foreach (string ending in ".jpg .gif .bmp .webp .tga .pbm .ppm".Split(' ')) Assert.Contains(Sample.Others, name => name.EndsWith(ending, StringComparison.Ordinal));
        foreach (string name in Sample.Others.Concat(alike)) Assert.True(ImageFile.Endings.Include(name), name);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_kind_is_read_as_ImageMagick_reads_it(string name)
    {
        var image = ImageFile.Decode(Sample.Bytes(name), name);
        var (width, height, expected) = Sample.Expected(name);
        Assert.Equal((width, height), (image.Width, image.Height));

        // Two programs may round a luminance or a mixture differently; they undo the losses of JPEG and WebP each in its own way.
        int tolerance = name.Contains("lossy", StringComparison.Ordinal) || name.Contains("half", StringComparison.Ordinal) ? 30
            : name.StartsWith("jpeg", StringComparison.Ordinal) ? 6 : 1;
        int[] differences = [.. expected.Select((shade, i) => Math.Abs(shade - image.Pixels[i]))];
        Assert.InRange(differences.Max(), 0, tolerance);
        Assert.InRange(differences.Average(), 0, Math.Min(tolerance, 4));
    }

    // An F, which no turn or mirror makes itself again; the library's own turning is the oracle.
    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void A_photograph_stands_as_the_camera_was_held(int orientation)
    {
        byte[] jpeg = Photograph(orientation);
        using var upright = Image.Load<L8>(jpeg);
        upright.Mutate(image => image.AutoOrient());
        byte[] expected = new byte[upright.Width * upright.Height];
        upright.CopyPixelDataTo(expected);

        var image = ImageFile.Decode(jpeg, "x.jpg");
        Assert.Equal((upright.Width, upright.Height), (image.Width, image.Height));
        Assert.Equal(expected, image.Pixels);

        // A PNG says it in a chunk of its own.
        var exif = new ExifProfile();
        exif.SetValue(ExifTag.Orientation, (ushort)orientation);
        var stored = ImageFile.Decode(Photograph(1), "x.jpg");
        using var png = new MemoryStream();
        PngWriter.Write(png, stored);
        var chunks = PngBytes.Chunks(png.ToArray());
        chunks.Insert(1, ("eXIf", exif.ToByteArray()));
        Assert.Equal(expected, ImageFile.Decode(PngBytes.Of(chunks), "x.png").Pixels);
    }

    [Fact]
    public void Of_a_WebP_file_the_picture_is_read_and_how_it_was_held_and_nothing_else()
    {
        byte[] simple = Sample.Bytes("webp-lossy.webp"), picture = simple[20..];
        var exif = new ExifProfile();
        exif.SetValue(ExifTag.Orientation, (ushort)6);
        var expected = ImageFile.Decode(simple, "x");
        byte[] extended = Riff(("VP8X", [8, 0, 0, 0, 12, 0, 0, 10, 0, 0]), ("VP8 ", picture), ("EXIF", exif.ToByteArray()), ("VP8L", new byte[30]));
        var image = ImageFile.Decode(extended, "x");
        Assert.Equal((expected.Height, expected.Width), (image.Width, image.Height));
        Assert.Equal(expected[0, expected.Height - 1], image[0, 0]);
    }

    [Fact]
    public void Held_upright_with_the_grip_below_its_first_column_is_its_top_row()
    {
        // Orientation 6: what is stored at the left, bottom first, is seen at the top.
        var exif = new ExifProfile();
        exif.SetValue(ExifTag.Orientation, (ushort)6);
        using var png = new MemoryStream();
        PngWriter.Write(png, new GrayImage(2, 3, [1, 2, 3, 4, 5, 6]));
        var chunks = PngBytes.Chunks(png.ToArray());
        chunks.Insert(1, ("eXIf", exif.ToByteArray()));
        var image = ImageFile.Decode(PngBytes.Of(chunks), "x.png");
        Assert.Equal((3, 2), (image.Width, image.Height));
        Assert.Equal([5, 3, 1, 6, 4, 2], image.Pixels);

        chunks[1] = ("eXIf", [1, 2, 3]);
        Assert.Equal([1, 2, 3, 4, 5, 6], ImageFile.Decode(PngBytes.Of(chunks), "x.png").Pixels);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_file_cut_short_anywhere_is_refused(string name)
    {
        byte[] file = Sample.Bytes(name);
        for (int length = 0; length < Needed(name, file); length++) Refused(file.AsMemory(0, length), name, "");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_file_with_a_byte_changed_is_read_or_refused_and_nothing_else(string name)
    {
        byte[] file = Sample.Bytes(name);
        for (int at = 0; at < file.Length; at++)
        {
            foreach (int change in new[] { 1, 0x80, 0xFF, file[at] }) ReadOrRefuse(file.With(at, (byte)(file[at] ^ change)));
        }
    }

    [Fact]
    public void So_is_one_with_several_changed() => Prop.ForAll(
        Gen.Elements(Sample.Others).Zip(Gen.Choose(0, 99_999).Zip(Gen.Choose(0, 255)).ListOf(4)).ToArbitrary(), it =>
        {
            byte[] file = Sample.Bytes(it.Item1);
            foreach (var (at, value) in it.Item2) file[at % file.Length] = (byte)value;
            ReadOrRefuse(file);
        }).Check(Repeatable.Config);

    public static TheoryData<string, byte[]> Broken()
    {
        byte[] jpeg = Sample.Bytes("jpeg-grey.jpg"), gif = Sample.Bytes("gif-plain.gif"), bmp = Sample.Bytes("bmp24.bmp"), tga = Sample.Bytes("tga-runs.tga");
        byte[] webp = Sample.Bytes("webp-lossy.webp");
        byte[] film = Riff(("VP8X", [2, 0, 0, 0, 0, 0, 0, 0, 0, 0])), lossless = Riff(("VP8X", new byte[10]), ("VP8L", new byte[30])), transparent = Riff(("ALPH", [1, 2]));
        int scan = At(jpeg, 0xFF, 0xDA), picture = gif.AsSpan(13 + 768).IndexOf((byte)0x2C) + 13 + 768;
        return new()
        {
            { "is cut short: its end is missing", jpeg[..^2] },
            { "is damaged: it has no pixels", [.. jpeg[..scan], 0xFF, 0xD9] },
            { "is stored in more than 100 layers", [.. jpeg[..scan], .. Enumerable.Repeat(jpeg[scan..^2], 101).SelectMany(part => part), 0xFF, 0xD9] },
            { "or a JPEG picture of a sort that cannot be read (", jpeg.With(At(jpeg, 0xFF, 0xC0) + 1, 0xC9) },
            { "is cut short: its first picture is not all there", gif[..^2] },
            { "is damaged: it has no picture", gif.With(picture, 0x3B) },
            { "is damaged: it has no palette", [.. gif[..10], 0, .. gif[11..13], .. gif[picture..]] },
            { "has a first picture that does not fill it", gif.With(6, 14) },
            { "are packed in a way that the standard does not know", gif.With(picture + 10, 13) },
            { "is cut short: its pixels are not all there", bmp[..^1] },
            { "is damaged: its header has 13 bytes", bmp.With(14, 13) },
            { "is damaged: its pixels begin within its header", bmp.With(10, 20) },
            { "says that it is 0×11 pixels large", bmp.With(18, 0) },
            { "is packed in a way that is not read, as few BMP pictures are", bmp.With(30, 1) },
            { "or a BMP picture of a sort that cannot be read", bmp.With(28, 5) },
            { "is cut short: its pixels are not all there", tga[..100] },
            { "is damaged: it has more pixels than its size says", [.. tga[..18], .. Enumerable.Repeat((byte)0xFF, 64)] },
            { "is cut short: its end is missing", webp[..^1] },
            { "is a film of several pictures; convert it to PNG.", film },
            { "is packed without loss or transparent, which is not read", lossless },
            { "is packed without loss or transparent, which is not read", transparent },
            { "is damaged: it has no picture", Riff(("ICCP", new byte[3])) },
            { "or a WebP picture of a sort that cannot be read (", webp.With(23, 0) },
            { "or a TGA picture of a sort that cannot be read (", tga.With(17, 0x23) },
        };
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_wrong_with_a_file_is_said_in_both_languages(string problem, byte[] file)
    {
        Refused(file, "x.jpg", problem);

        // Why the library could not read it is said by the library, and in English.
        var said = Said.Of(Assert.Throws<InvalidDataException>(() => ImageFile.Decode(file, "x.jpg")));
        if (problem.EndsWith('(')) Assert.Contains("请将图片重新保存为 PNG", said.In("zh"), StringComparison.Ordinal);
        else Text.Chinese.Check(said);
    }

    [Fact]
    public void A_film_costs_what_its_first_picture_does()
    {
        using var film = new Image<Rgba32>(500, 500, Color.White);
        for (int i = 0; i < 40; i++) film.Frames.CreateFrame(i % 2 == 0 ? Color.Black : Color.Red);
        byte[] all = Bytes(film, new GifEncoder());
        while (film.Frames.Count > 1) film.Frames.RemoveFrame(1);
        byte[] first = Bytes(film, new GifEncoder());

        long one = Cost(() => ImageFile.Decode(first, "x.gif")), many = 0;
        many = Cost(() => Assert.Equal(255, ImageFile.Decode(all, "x.gif")[250, 250]));
        Assert.InRange(many, 0, 2 * one);

        static long Cost(Action work)
        {
            work();
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void What_a_picture_claims_is_looked_at_before_its_pixels()
    {
        byte[] jpeg = Sample.Bytes("jpeg-progressive.jpg");
        int frame = At(jpeg, 0xFF, 0xC2);
        foreach (var (side, problem) in new[]
        {
            (60_000, "60000×60000 is more than 100 million pixels"), (4_500, "4500×4500 pixels out of 817 bytes; more than 16 million are read only"),
            (2_000, "cannot be 2000×2000 pixels large: they do not come out of 817 compressed bytes"),
        })
        {
            BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), (ushort)side);
            BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), (ushort)side);
            Refused(jpeg, "x.jpg", problem);
        }
    }

    // The kinds whose file goes on after all that is looked at.
    private static int Needed(string name, byte[] file) => name.StartsWith("gif", StringComparison.Ordinal)
        ? Enumerable.Range(0, file.Length).First(length => WholeGif.Of(file.AsSpan(0, length)) is null)
        : name.EndsWith("text.ppm", StringComparison.Ordinal) || name.EndsWith("text.pbm", StringComparison.Ordinal) ? file.Length - 3 : file.Length;

    private static byte[] Riff(params (string Name, byte[] Data)[] chunks)
    {
        byte[] all = [.. chunks.SelectMany(chunk => (byte[])[.. System.Text.Encoding.ASCII.GetBytes(chunk.Name),
            .. BitConverter.GetBytes(chunk.Data.Length), .. chunk.Data, .. new byte[chunk.Data.Length % 2]])];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(4 + all.Length), .. "WEBP"u8, .. all];
    }

    private static int At(byte[] file, params byte[] mark) => file.AsSpan().IndexOf(mark);

    private static byte[] Photograph(int orientation)
    {
        using var image = new Image<L8>(24, 40, new L8(240));
        for (int i = 4; i < 36; i++) image[6, i] = image[7, i] = new L8(20);
        for (int i = 6; i < 20; i++) image[i, 4] = image[i, 5] = image[Math.Min(i, 15), 16] = new L8(20);
        image.Metadata.ExifProfile = new ExifProfile();
        image.Metadata.ExifProfile.SetValue(ExifTag.Orientation, (ushort)orientation);
        return Bytes(image, new JpegEncoder { Quality = 90, ColorType = JpegColorType.Luminance });
    }

    private static byte[] Bytes(Image image, IImageEncoder encoder)
    {
        using var stream = new MemoryStream();
        image.Save(stream, encoder);
        return stream.ToArray();
    }

    private static void Refused(ReadOnlyMemory<byte> file, string name, string problem)
    {
        string message = Assert.Throws<InvalidDataException>(() => ImageFile.Decode(file, name)).Message;
        Assert.StartsWith($"'{name}' ", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private static void ReadOrRefuse(byte[] file)
    {
        try
        {
            var image = ImageFile.Decode(file, "x");
            Assert.Equal(image.Width * image.Height, image.Pixels.Length);
        }
        catch (InvalidDataException e)
        {
            Assert.DoesNotContain('\n', e.Message);
        }
    }
}
