namespace Nabla.Tests;

public sealed class InkTests
{
    private const PenStyle.PointKind Smooth = PenStyle.PointKind.Smooth, Corner = PenStyle.PointKind.Corner;

    [Fact]
    public void A_path_goes_through_its_points_and_its_steps_are_short()
    {
        float[] x = [0, 30, 60, 20], y = [0, 40, 10, -30];
        var path = new InkPath();
        path.AddStroke(x, y, [Smooth, Smooth, Smooth, Smooth], step: 2);
        for (int i = 0; i < x.Length; i++) Assert.Contains(Enumerable.Range(0, path.Count), j => path.X[j] == x[i] && path.Y[j] == y[i]);
        for (int j = 1; j < path.Count; j++) Assert.InRange(Length(path.X[j] - path.X[j - 1], path.Y[j] - path.Y[j - 1]), 0, 4);
    }

    [Fact]
    public void A_smooth_stroke_turns_little_by_little_and_a_corner_at_once()
    {
        Assert.InRange(SharpestTurn(Smooth), 0.9, 1);
        Assert.InRange(SharpestTurn(Corner), -0.1, 0.1);

        // The least cosine between one step and the next, on the way around a right angle.
        static double SharpestTurn(PenStyle.PointKind middle)
        {
            var path = new InkPath();
            path.AddStroke([0, 50, 50], [0, 0, 50], [Smooth, middle, Smooth], step: 1);
            return Enumerable.Range(1, path.Count - 2).Min(i =>
            {
                float ax = path.X[i] - path.X[i - 1], ay = path.Y[i] - path.Y[i - 1];
                float bx = path.X[i + 1] - path.X[i], by = path.Y[i + 1] - path.Y[i];
                return (ax * bx + ay * by) / (Length(ax, ay) * Length(bx, by));
            });
        }
    }

    [Fact]
    public void Points_that_coincide_do_no_harm()
    {
        var path = new InkPath();
        path.AddStroke([5, 5, 5], [7, 7, 7], [Smooth, Smooth, Smooth], step: 1);
        Assert.All(path.X.ToArray(), x => Assert.Equal(5, x));
        Assert.All(path.Y.ToArray(), y => Assert.Equal(7, y));
    }

    [Fact]
    public void Ink_covers_what_a_stroke_of_its_width_covers()
    {
        // Upright, 10 long and 4 wide with round ends: 4·10 + π·2² pixels.
        var path = Stroke(10, 5, 10, 15, radius: 2);
        float[] image = new float[400];
        InkRasterizer.Draw(path, new Rng(1), image, 20);
        Assert.InRange(image.Sum(), 52.6 * 0.97, 52.6 * 1.03);
        Assert.Equal(1, image[10 * 20 + 10]);
        Assert.Equal(0, image[10 * 20 + 13]);
        Assert.Equal(0, image[1 * 20 + 10]);
    }

    [Fact]
    public void Strokes_that_cross_do_not_add_up_and_ink_outside_the_image_is_left_out()
    {
        var once = Stroke(-30, 10, 50, 10, radius: 1.3f);
        var twice = Stroke(-30, 10, 50, 10, radius: 1.3f);
        twice.AddStroke([-30, 50], [10, 10], [Smooth, Smooth], step: 100);
        twice.Radius.Fill(1.3f);
        float[] one = new float[400], two = new float[400];
        InkRasterizer.Draw(once, new Rng(1), one, 20);
        InkRasterizer.Draw(twice, new Rng(1), two, 20);
        Assert.Equal(one, two);
        Assert.InRange(one.Sum(), 20 * 2.6 * 0.95, 20 * 2.6 * 1.05);
    }

    [Fact]
    public void A_path_is_fitted_with_its_ink_into_a_square()
    {
        var path = Stroke(100, 100, 100, 300, radius: 10);
        path.FitInto(22);
        Assert.Equal([11f, 11f], path.X);
        Assert.Equal([1f, 21f], path.Y);
        Assert.Equal([1f, 1f], path.Radius);
    }

    private static InkPath Stroke(float x0, float y0, float x1, float y1, float radius)
    {
        var path = new InkPath();
        path.AddStroke([x0, x1], [y0, y1], [Smooth, Smooth], step: 1000);
        path.Radius.Fill(radius);
        return path;
    }

    private static float Length(float x, float y) => MathF.Sqrt(x * x + y * y);
}
