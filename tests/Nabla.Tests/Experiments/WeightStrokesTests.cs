namespace Nabla.Tests.Experiments;

/// <summary>How much weights are like an edge, beside the definition written out once more, in double precision and other words.</summary>
public class WeightStrokesTests
{
    private const int Size = 28;
    private static readonly WeightStrokes Strokes = WeightStrokes.Of(Size, Size);

    [Theory]
    [InlineData(4, 4, 0)]
    [InlineData(12, 16, 45)]
    [InlineData(20, 8, 157.5)]
    public void An_edge_is_like_itself_and_its_reverse_is_the_opposite(int row, int column, double angle)
    {
        var edge = new WeightEdge(row, column, angle);
        float[] picture = Strokes.Picture(edge);
        var (found, likeness) = Strokes.Nearest(picture);
        Assert.Equal(edge, found);
        Assert.Equal(1, likeness, 1e-5);
        var (opposite, unlike) = Strokes.Nearest(Array.ConvertAll(picture, w => -3 * w + 7));
        Assert.Equal(edge, opposite);
        Assert.Equal(-1, unlike, 1e-5);
    }

    [Fact]
    public void An_angle_of_45_degrees_rises_to_the_right()
    {
        float[] picture = Strokes.Picture(new WeightEdge(14, 14, 45));
        Assert.True(picture[(11 * Size) + 17] > 0.2, "Up and right of the middle is on the edge.");
        Assert.True(picture[(11 * Size) + 11] < 0, "Up and left of it is beside the edge.");
        Assert.Equal(1, picture[(14 * Size) + 14]);
    }

    [Fact]
    public void The_likeness_is_the_largest_correlation_with_any_edge()
    {
        var rng = new Rng(5);
        float[] weights = new float[Size * Size];
        foreach (ref float w in weights.AsSpan()) w = (float)rng.NextNormal();
        double[] values = Array.ConvertAll(weights, w => (double)w);
        double largest = 0;
        for (int row = 4; row < 24; row += 2)
        {
            for (int column = 4; column < 24; column += 2)
            {
                for (int turn = 0; turn < 8; turn++)
                {
                    double r = Correlation.Of(values, Edge(row, column, turn * Math.PI / 8));
                    if (Math.Abs(r) > Math.Abs(largest)) largest = r;
                }
            }
        }

        Assert.Equal(largest, Strokes.Nearest(weights).Likeness, 1e-5);
    }

    [Fact]
    public void What_is_the_same_everywhere_is_like_nothing() => Assert.Equal(0, Strokes.Nearest(new float[Size * Size]).Likeness);

    [Fact]
    public void The_strokes_that_one_hopes_for_are_edges_and_loops()
    {
        var strokes = Strokes.HopedFor();
        Assert.Equal(Enum.GetValues<StrokeKind>(), strokes.Select(stroke => stroke.Kind));
        Assert.All(strokes.Take(3), stroke => Assert.InRange(Strokes.Nearest(stroke.Picture).Likeness, 0.9999, 1.0001));
        Assert.All(strokes.Skip(3), stroke => Assert.InRange(Strokes.Nearest(stroke.Picture).Likeness, 0.1, 0.8));

        // The middle of a loop is beside it, its rim is on it.
        float[] loop = strokes[3].Picture;
        Assert.True(loop[(9 * Size) + 13] < 0.05 && loop[(9 * Size) + 17] > 0.5);
    }

    /// <summary>The same edge as a complex number that is turned back.</summary>
    private static double[] Edge(int row, int column, double angle)
    {
        double[] picture = new double[Size * Size];
        for (int r = 0; r < Size; r++)
        {
            for (int c = 0; c < Size; c++)
            {
                var turned = new System.Numerics.Complex(c - column, row - r) * System.Numerics.Complex.FromPolarCoordinates(1, -angle);
                double across = turned.Imaginary / 1.75, along = turned.Real / 4;
                picture[(r * Size) + c] = (1 - (across * across)) * Math.Exp(-0.5 * ((across * across) + (along * along)));
            }
        }

        return picture;
    }
}
