namespace Nabla.Descent;

/// <summary>
/// The second derivatives of a function at a point, as the directions in which they do not mix and the curvature along each.
/// They are central differences of the gradient.
/// </summary>
internal sealed record Curvature(double[] Along, double[][] Directions)
{
    /// <summary>The largest curvature, up or down.</summary>
    public double Steepest => Along.Max(Math.Abs);

    public static Curvature At(Objective f, double[] point)
    {
        double[][] h = [.. point.Select((_, i) => Column(f, point, i))];
        if (point.Length == 1) return new Curvature([h[0][0]], [[1]]);

        // Of the symmetric matrix (a b; b c): turned by θ with tan 2θ = 2b/(a−c) it is diagonal.
        double a = h[0][0], b = (h[0][1] + h[1][0]) / 2, c = h[1][1];
        double angle = Math.Atan2(2 * b, a - c) / 2, cos = Math.Cos(angle), sin = Math.Sin(angle);
        return new Curvature(
            [a * cos * cos + 2 * b * cos * sin + c * sin * sin, a * sin * sin - 2 * b * cos * sin + c * cos * cos],
            [[cos, sin], [-sin, cos]]);
    }

    private static double[] Column(Objective f, double[] point, int i)
    {
        double step = 1e-4 * (1 + Math.Abs(point[i]));
        double[] ahead = [.. point], behind = [.. point], above = new double[point.Length], below = new double[point.Length];
        ahead[i] += step;
        behind[i] -= step;
        f.Gradient(ahead, above);
        f.Gradient(behind, below);
        return [.. above.Zip(below, (u, v) => (u - v) / (ahead[i] - behind[i]))];
    }
}
