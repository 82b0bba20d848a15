using System.Text;

namespace Nabla.Tests;

public sealed class ImageFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_told_by_its_content_whatever_its_name()
    {
        Assert.Equal([9, 200], ImageFile.Read(_folder.Write("a.png", "P2 2 1 255 9 200"u8.ToArray())).Pixels);
        new GrayImage(2, 1, [9, 200]).SavePng(_folder["a.pgm"]);
        Assert.Equal([9, 200], ImageFile.Read(_folder["a.pgm"]).Pixels);
        Assert.Equal(["a.pgm", "a.png"], _folder.FileNames());
    }

    [Theory]
    [InlineData("II*\0", "a TIFF picture")]
    [InlineData("\0\0\0 ftypavif", "an AVIF or HEIC picture")]
    [InlineData("%PDF-1.7", "a PDF document")]
    [InlineData("<svg xmlns=", "an SVG drawing")]
    [InlineData("P7\nWIDTH 1\n", "a PAM picture")]
    public void Other_kinds_of_pictures_are_named_and_to_be_converted(string start, string kind)
    {
        string path = _folder.Write("digit.png", Encoding.Latin1.GetBytes(start));
        var e = Assert.Throws<InvalidDataException>(() => ImageFile.Read(path));
        Assert.StartsWith($"'{path}' is {kind}", e.Message, StringComparison.Ordinal);
        Assert.EndsWith("convert it to PNG.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello", "is not a PNG, JPEG, GIF, BMP, WebP, TGA, PBM, PGM or PPM picture")]
    [InlineData("RIFF", "is not a PNG, JPEG, GIF, BMP, WebP, TGA, PBM, PGM or PPM picture")]
    [InlineData("", "is empty")]
    public void What_is_no_picture_is_refused(string content, string problem)
    {
        string path = _folder.Write("x", Encoding.Latin1.GetBytes(content));
        Assert.Contains(problem, Assert.Throws<InvalidDataException>(() => ImageFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_an_ordinary_missing_file() =>
        Assert.Throws<FileNotFoundException>(() => ImageFile.Read(_folder["missing.png"]));
}
