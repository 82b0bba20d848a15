namespace Nabla.Cli.Tests;

public sealed class PictureTests
{
    [Fact]
    public void Half_blocks_show_two_rows_a_line()
    {
        var picture = new Picture(4, 2, [255, 255, 0, 0, 255, 0, 255, 0]);

        Assert.Equal("█▀▄ ", Assert.Single(HalfBlocks.Lines(picture)));
    }

    [Fact]
    public void Shrinking_takes_the_mean_of_each_area()
    {
        var picture = new Picture(4, 2, [0, 100, 200, 200, 100, 200, 0, 0]);

        Assert.Equal([100, 100], picture.Shrunk(2, 1).Pixels);
    }

    [Fact]
    public void Ink_is_put_in_the_middle()
    {
        byte[] pixels = new byte[100];
        pixels[10 * 8 + 9] = 7;

        var part = new Picture(10, 10, pixels).AroundInk(3);

        Assert.Equal([0, 0, 0, 0, 7, 0, 0, 0, 0], part.Pixels);
    }

    [Theory]
    [InlineData(0, "    ")]
    [InlineData(1, "████")]
    [InlineData(0.5, "██  ")]
    [InlineData(0.3125, "█▎  ")]
    [InlineData(double.NaN, "    ")]
    [InlineData(7, "████")]
    public void Bars_are_drawn_to_an_eighth(double part, string bar) => Assert.Equal(bar, Bar.Of(part, 4));
}
