namespace Nabla.Browser;

/// <summary>The sets of points; those of TensorFlow Playground by its own formulas.</summary>
internal static class PlanePoints
{
    /// <summary>How far the plane reaches from its middle, each way.</summary>
    public const double Reach = 6;

    private const int Count = 500;
    private const double Radius = 5;

    private static readonly (double X, double Y, double Sign)[] Hills =
        [(-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1)];

    /// <summary>The functions that everybody knows, from −1 to 1 both ways.</summary>
    private static readonly Dictionary<string, Func<double, double>> Functions = new(StringComparer.Ordinal)
    {
        ["sine"] = x => Math.Sin(Math.PI * x),
        ["cubic"] = x => x * x * x,
        ["abs"] = x => 2 * Math.Abs(x) - 1,
    };

    /// <summary>Makes a set.</summary>
    /// <param name="set">Its name.</param>
    /// <param name="noise">How far points are off, 0 to 0.5.</param>
    /// <param name="seed">Decides every draw.</param>
    /// <returns>The points in no order, and the number of classes; 0 where values are to be learned.</returns>
    public static (PlanePoint[] Points, int Classes) Make(string set, double noise, ulong seed)
    {
        var rng = new Rng(seed, RngStream.PlanePoints);
        var (points, classes) = set switch
        {
            "circle" => (Circle(rng, noise), 2),
            "xor" => (Xor(rng, noise), 2),
            "gauss" => (Clouds(rng, noise, [(-2, -2), (2, 2)]), 2),
            "spiral" => (Spiral(rng, noise, 2), 2),
            "three-clouds" => (Clouds(rng, noise, [.. Enumerable.Range(0, 3).Select(c => Polar(3.2, 2 * Math.PI * c / 3))]), 3),
            "three-arms" => (Spiral(rng, noise, 3), 3),
            "plane" => (Everywhere(rng, noise, (x, y) => (x + y) / 10), 0),
            "hills" => (Everywhere(rng, noise, Hill), 0),
            _ when set.Split('-') is [var name, var kind] && Functions.TryGetValue(name, out var f) && kind is "boundary" or "target" =>
                kind == "target" ? (Everywhere(rng, noise, (x, _) => f(x / Reach)), 0) : (Everywhere(rng, noise, (x, y) => y / Radius > f(x / Reach) ? 1 : 0), 2),
            _ => throw Refusal.Argument($"There is no set of points '{Printable.Name(set)}'."),
        };
        rng.Shuffle<PlanePoint>(points);
        return (points, classes);
    }

    private static (double X, double Y) Polar(double radius, double angle) => (radius * Math.Sin(angle), radius * Math.Cos(angle));

    private static PlanePoint[] Circle(Rng rng, double noise) => Draw(Count, i =>
    {
        var (x, y) = Polar(i % 2 == 0 ? rng.NextDouble(0.7 * Radius, Radius) : rng.NextDouble(0, 0.5 * Radius), rng.NextDouble(0, 2 * Math.PI));
        double dx = x + rng.NextDouble(-Radius, Radius) * noise, dy = y + rng.NextDouble(-Radius, Radius) * noise;
        return new PlanePoint(x, y, dx * dx + dy * dy < Radius * Radius / 4 ? 1 : 0);
    });

    private static PlanePoint[] Xor(Rng rng, double noise) => Draw(Count, _ =>
    {
        double x = Apart(rng.NextDouble(-Radius, Radius)), y = Apart(rng.NextDouble(-Radius, Radius));
        double dx = rng.NextDouble(-Radius, Radius) * noise, dy = rng.NextDouble(-Radius, Radius) * noise;
        return new PlanePoint(x, y, (x + dx) * (y + dy) >= 0 ? 1 : 0);

        static double Apart(double x) => x + (x > 0 ? 0.3 : -0.3);
    });

    private static PlanePoint[] Clouds(Rng rng, double noise, (double X, double Y)[] middles)
    {
        double deviation = Math.Sqrt(0.5 + 7 * noise);
        return Draw(Count, i =>
        {
            var (x, y) = middles[i % middles.Length];
            return new PlanePoint(x + deviation * rng.NextNormal(), y + deviation * rng.NextNormal(), i % middles.Length);
        });
    }

    private static PlanePoint[] Spiral(Rng rng, double noise, int arms)
    {
        int each = Count / arms;
        return Draw(each * arms, n =>
        {
            int i = n / arms, arm = n % arms;
            var (x, y) = Polar((double)i / each * Radius, 1.75 * i / each * 2 * Math.PI + 2 * Math.PI * arm / arms);
            return new PlanePoint(x + rng.NextDouble(-1, 1) * noise, y + rng.NextDouble(-1, 1) * noise, arms - 1 - arm);
        });
    }

    private static PlanePoint[] Everywhere(Rng rng, double noise, Func<double, double, double> value) => Draw(Count, _ =>
    {
        double x = rng.NextDouble(-Reach, Reach), y = rng.NextDouble(-Reach, Reach);
        double dx = rng.NextDouble(-Reach, Reach) * noise, dy = rng.NextDouble(-Reach, Reach) * noise;
        return new PlanePoint(x, y, value(x + dx, y + dy));
    });

    private static double Hill(double x, double y)
    {
        double value = 0;
        foreach (var (middleX, middleY, sign) in Hills)
        {
            double height = sign * Math.Clamp(1 - Math.Sqrt((x - middleX) * (x - middleX) + (y - middleY) * (y - middleY)) / 2, 0, 1);
            if (Math.Abs(height) > Math.Abs(value)) value = height;
        }

        return value;
    }

    private static PlanePoint[] Draw(int count, Func<int, PlanePoint> draw) => [.. Enumerable.Range(0, count).Select(draw)];
}
