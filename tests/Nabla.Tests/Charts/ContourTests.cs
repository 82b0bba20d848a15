namespace Nabla.Tests;

public sealed class ContourTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    public void The_contours_of_a_paraboloid_are_circles(double radius)
    {
        double[] places = [.. Enumerable.Range(0, 101).Select(i => -3 + 0.06 * i)];
        var pieces = Contours.At(radius * radius, places, places, [.. places.SelectMany(y => places.Select(x => x * x + y * y))]);

        // Linear interpolation over a cell is off by at most an eighth of its width, squared, times the curvature over the slope.
        Assert.All(pieces.SelectMany(piece => piece), point => Assert.Equal(radius, Math.Sqrt(point.X * point.X + point.Y * point.Y), 0.002));
        Assert.Equal(2 * Math.PI * radius, pieces.Sum(piece => Length(piece[0], piece[1])), 0.01);
    }

    [Theory]
    [InlineData(0.4, 1)]
    [InlineData(0.6, -1)]
    public void On_a_saddle_the_middle_tells_what_belongs_together(double level, int slope)
    {
        // High at two opposite corners; the middle, ½, joins them or parts them.
        var pieces = Contours.At(level, [0, 1], [0, 1], [1, 0, 0, 1]);

        Assert.Equal(2, pieces.Count);
        Assert.All(pieces, piece => Assert.Equal(slope, Math.Sign((piece[1].Y - piece[0].Y) * (piece[1].X - piece[0].X))));
    }

    [Fact]
    public void There_are_none_where_a_corner_is_no_number() => Assert.Empty(Contours.At(0.5, [0, 1], [0, 1], [0, 1, double.NaN, 1]));

    private static double Length(Point a, Point b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}
