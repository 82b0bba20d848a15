namespace Nabla.Tests;

public sealed class PenStyleTests
{
    private const PenStyle.PointKind Start = PenStyle.PointKind.Start;
    private const PenStyle.PointKind Corner = PenStyle.PointKind.Corner;
    private const PenStyle.PointKind Smooth = PenStyle.PointKind.Smooth;

    [Fact]
    public void A_sketch_is_points_with_corners_and_strokes()
    {
        var style = new PenStyle(1, "1,2 3,-4! 5,6 / 7,8! 9,10");
        Assert.Equal([Start, Corner, Smooth, Start | Corner, Smooth], style.Kinds.ToArray());
        float[] x = new float[5], y = new float[5];
        style.Blend(new Rng(1), x, y);
        Assert.Equal([1, 3, 5, 7, 9], x);
        Assert.Equal([2, -4, 6, 8, 10], y);
    }

    [Fact]
    public void A_blend_is_on_the_line_between_two_sketches_or_a_little_beyond()
    {
        var style = new PenStyle(1, "0,0 10,0", "0,10 20,0");
        var rng = new Rng(1);
        float[] x = new float[2], y = new float[2];
        for (int i = 0; i < 100; i++)
        {
            style.Blend(rng, x, y);
            Assert.Equal(x[1], 10 + y[0], 1e-4);
            Assert.InRange(y[0], -2, 12);
        }
    }

    [Theory]
    [InlineData("0,0 1,1", "0,0")]
    [InlineData("0,0 1,1", "0,0 1,1!")]
    [InlineData("0,0 1,1", "0,0 / 1,1")]
    public void Sketches_that_do_not_correspond_are_refused(string one, string other) =>
        Assert.Throws<ArgumentException>(() => new PenStyle(1, one, other));

    [Fact]
    public void Every_digit_has_several_styles_of_at_least_two_sketches() =>
        Assert.All(Enumerable.Range(0, 10), digit => Assert.InRange(DigitStyles.Of(digit).Length, 3, 20));
}
