using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Nabla.Tests;

public sealed class NetpbmReaderTests
{
    [Theory]
    [InlineData("P2\n3 2\n255\n0 1 2\n128 254 255\n")]
    [InlineData("P2 3 2 255 0 1 2 128 254 255")]
    [InlineData("P2\n# made by hand\n3 # columns\n2\r\n255\n0\t1 2 # the first row\n128 254 255 # the end")]
    [InlineData("P5\n3 2\n255\n\x00\x01\x02\x80\xFE\xFF")]
    [InlineData("P5 3 2 255\t\x00\x01\x02\x80\xFE\xFF")]
    [InlineData("P5\n#c\n3 2 #c\n255\n\x00\x01\x02\x80\xFE\xFF and what follows")]
    public void Text_and_bytes_are_read(string content)
    {
        var image = Read(content);
        Assert.Equal((3, 2), (image.Width, image.Height));
        Assert.Equal([0, 1, 2, 128, 254, 255], image.Pixels);
        Assert.Equal(128, image[0, 1]);
    }

    [Theory]
    [InlineData("P2 3 1 15 0 7 15", new byte[] { 0, 119, 255 })]
    [InlineData("P2 3 1 1 0 1 0", new byte[] { 0, 255, 0 })]
    [InlineData("P2 3 1 65535 0 32768 65535", new byte[] { 0, 128, 255 })]
    [InlineData("P5 3 1 65535 \x00\x00\x80\x00\xFF\xFF", new byte[] { 0, 128, 255 })]
    [InlineData("P5 2 1 1000 \x01\xF4\x03\xE8", new byte[] { 128, 255 })]
    public void Other_brightest_values_are_scaled_to_255(string content, byte[] expected) => Assert.Equal(expected, Read(content).Pixels);

    [Theory]
    [InlineData("P1 3 2 101\n01 0", new byte[] { 0, 255, 0, 255, 0, 255 })]
    [InlineData("P4 3 2\n\xA0\x5F", new byte[] { 0, 255, 0, 255, 0, 255 })]
    [InlineData("P4 9 1 \xFF\x7F", new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 255 })]
    [InlineData("P3 2 1 255 255 0 0  0 255 0", new byte[] { 76, 150 })]
    [InlineData("P6 2 1 255 \x00\x00\xFF\xFF\xFF\xFF", new byte[] { 29, 255 })]
    [InlineData("P6 1 1 65535 \x00\x00\x80\x00\xFF\xFF", new byte[] { 104 })]
    public void Bits_and_colours_are_read_too(string content, byte[] expected) => Assert.Equal(expected, Read(content).Pixels);

    // What the library makes of these is said in docs/decisions/0016.
    [Theory]
    [InlineData("P2 3 1 100 0 50 100", new byte[] { 0, 128, 255 })]
    [InlineData("P5 2 1 255\n\x20\x80", new byte[] { 32, 128 })]
    public void Greys_are_what_the_file_says(string content, byte[] expected) => Assert.Equal(expected, Read(content).Pixels);

    [Theory]
    [InlineData("P1 2 2 1 0 2 1", "has no number for pixel 2 at byte 11")]
    [InlineData("P1 2 2 1 0 1 ", "is cut short: it ends before pixel 3")]
    [InlineData("P4 9 2 abc", "is cut short: 9×2 pixels do not fit into the 4 bytes after its header")]
    [InlineData("P6 2 1 255 abcde", "is cut short: 2×1 pixels do not fit into the 6 bytes after its header")]
    [InlineData("P2\n", "is cut short: it ends before its width")]
    [InlineData("P2 3 2", "is cut short: it ends before its brightest value")]
    [InlineData("P2 3 x", "has no number for its height at byte 5")]
    [InlineData("P2 0 2 255 ", "says that it is 0×2 pixels large")]
    [InlineData("P2 2 2 0 0 0 0 0", "its brightest value is 0; it must be 1 to 65535")]
    [InlineData("P2 2 2 65536 0 0 0 0", "its brightest value is 65536")]
    [InlineData("P5 99999 99999 255 ", "99999×99999 is more than 100 million pixels")]
    [InlineData("P5 9999 9999 255 abc", "is cut short: 9999×9999 pixels do not fit into the 4 bytes after its header")]
    [InlineData("P2 9999 9999 255 1 2", "is cut short: 9999×9999 pixels do not fit into the 4 bytes after its header")]
    [InlineData("P2 12345678901 2 255 1", "has a number that is too large for its width, at byte 3")]
    [InlineData("P2 2 1 100 100 101", "has 101 for pixel 1, more than the brightest value that it announces, 100")]
    [InlineData("P2 2 2 255 1 2 3     ", "is cut short: it ends before pixel 3")]
    [InlineData("P2 2 2 255 1 -2 3 4", "has no number for pixel 1 at byte 13")]
    [InlineData("P5 2 2 255 abc", "is cut short: 2×2 pixels do not fit into the 4 bytes after its header")]
    public void What_is_wrong_with_a_file_is_said_in_one_line(string content, string problem)
    {
        string message = Assert.Throws<InvalidDataException>(() => Read(content)).Message;
        Assert.StartsWith("'x.pgm' ", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mangled_file_is_read_or_refused_and_nothing_else()
    {
        string[] originals = ["P1 3 2 101\n01 0", "P4 9 1 \xFF\x7F", "P3 2 1 255 255 0 0  0 255 0", "P6 2 1 255 \x00\x00\xFF\xFF\xFF\xFF",
            "P2\n3 2\n255\n0 1 2\n128 254 255\n", "P5\n3 2\n255\n\x00\x01\x02\x80\xFE\xFF", "P5 3 1 65535 \x00\x00\x80\x00\xFF\xFF"];
        var mangling = Gen.Elements(originals).Zip(Gen.Choose(0, 99).Zip(Gen.Choose(0, 255)).ListOf(2));
        Prop.ForAll(mangling.ToArbitrary(), it =>
        {
            byte[] bytes = Encoding.Latin1.GetBytes(it.Item1);
            foreach (var (at, value) in it.Item2) bytes[at % bytes.Length] = (byte)value;
            try
            {
                ImageFile.Decode(bytes, "x");
            }
            catch (InvalidDataException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        }).Check(Repeatable.Config);
    }

    private static GrayImage Read(string content) => ImageFile.Decode(Encoding.Latin1.GetBytes(content), "x.pgm");
}
