namespace Nabla.Tests;

/// <summary>Digits as they come from elsewhere: MNIST's, made worse in one way each, and others that are drawn here.</summary>
internal static class ForeignDigits
{
    private delegate ComposedPage Compose(ReadOnlySpan<byte> digit, Rng rng);

    /// <summary>5×7 dots of a printed digit, a line a string, as old screens and tills show it.</summary>
    private static readonly string[] Dots =
    [
        ".###.#...##..###.#.###..##...#.###.", "..#...##....#....#....#....#...###.", ".###.#...#....#...#...#...#...#####", "#####...#...#.....#....##...#.###.",
        "...#...##..#.#.#..#.#####...#....#.", "######....####.....#....##...#.###.", "..##..#...#....####.#...##...#.###.", "#####....#...#...#...#....#....#...",
        ".###.#...##...#.###.#...##...#.###.", ".###.#...##...#.####....#...#..##..",
    ];

    /// <summary>The segments a to g of each digit: top, upper right, lower right, bottom, lower left, upper left, middle.</summary>
    private static readonly string[] Segments = ["abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgedc", "abc", "abcdefg", "abcdfg"];

    private static readonly Dictionary<string, Compose> Pages = new()
    {
        ["dark on white, 280 pixels"] = (digit, _) => Plain(digit),
        ["cropped to its ink"] = (digit, _) => Cropped(digit, 160),
        ["16×16, as USPS has them"] = (digit, _) => Cropped(digit, 16),
        ["8×8, enlarged 20 times"] = (digit, _) => Enlarged(Cropped(digit, 8), 20),
        ["pencil, a quarter of the contrast"] = (digit, _) => Plain(digit, 0.22),
        ["a shadow and a gradient"] = (digit, rng) => Changed(Plain(digit), page => page.Shade(rng)),
        ["grain"] = (digit, rng) => Changed(Plain(digit), page => page.Grain(rng, 0.08)),
        ["blurred, two pens wide"] = (digit, _) => Plain(digit).Blurred(13),
        ["turned by 15°"] = (digit, _) => Plain(Turned(digit, 15)),
        ["ruled paper"] = (digit, rng) => ComposedPage.With(digit, "ruled", rng),
        ["boxed paper"] = (digit, rng) => ComposedPage.With(digit, "boxed", rng),
        ["a page under a shadow"] = (digit, rng) => ComposedPage.With(digit, "shaded", rng),
        ["a page with the table's edge"] = (digit, rng) => ComposedPage.With(digit, "edged", rng),
        ["a sheet on a dark table"] = (digit, rng) => Changed(Placed(digit, rng), page => page.Table(rng)),
        ["a box drawn around the digit"] = (digit, rng) => Boxed(digit, rng),
        ["a page with a signature and more"] = (digit, rng) => ComposedPage.With(digit, "crowded", rng),
        ["a pen of 0.5 % on a whole page"] = (digit, rng) => OnPage(digit, rng),
    };

    /// <summary>What each kind is called.</summary>
    public static IEnumerable<string> Kinds => ["as MNIST has it", "light on dark turned about", .. Pages.Keys, "5×7 dots", "seven segments", "the built-in digits"];

    /// <summary>A picture of a kind.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="mnist">Where handwriting is taken from.</param>
    /// <param name="drawn">The built-in digits.</param>
    /// <param name="index">Which digit; the seed as well.</param>
    public static (GrayImage Picture, int Label) Make(string kind, Dataset mnist, Dataset drawn, int index)
    {
        var digit = mnist.Image(index);
        int label = mnist.Labels[index];
        var rng = new Rng(19, (ulong)index);
        return kind switch
        {
            "as MNIST has it" => (new GrayImage(28, 28, digit.ToArray()), label),
            "light on dark turned about" => (new GrayImage(28, 28, Array.ConvertAll(digit.ToArray(), pixel => (byte)(255 - pixel))), label),
            "5×7 dots" => (DotMatrix(index % 10, 4 + index % 17), index % 10),
            "seven segments" => (SevenSegments(index % 10, 6 + index % 23), index % 10),
            "the built-in digits" => (Plain(drawn.Image(index % drawn.Count)).ToImage(), drawn.Labels[index % drawn.Count]),
            _ => (Pages[kind](digit, rng).ToImage(), label),
        };
    }

    private static ComposedPage Plain(ReadOnlySpan<byte> digit, double dark = 0.85)
    {
        var page = new ComposedPage(280, 280);
        page.Digit(digit, 0, 0, 200, dark);
        return page;
    }

    private static ComposedPage Placed(ReadOnlySpan<byte> digit, Rng rng)
    {
        var page = new ComposedPage(600, 500);
        page.Digit(digit, rng.NextDouble(150, 300), rng.NextDouble(130, 220), rng.NextDouble(80, 140), 0.8);
        return page;
    }

    private static ComposedPage Boxed(ReadOnlySpan<byte> digit, Rng rng)
    {
        var page = new ComposedPage(600, 500);
        double size = rng.NextDouble(120, 240), x = rng.NextDouble(60, 180), y = rng.NextDouble(50, 100), side = 1.5 * size, tilt = rng.NextDouble(-0.03, 0.03) * side;
        page.Digit(digit, x + 0.05 * size, y + 0.05 * size, size, 0.8);
        page.Line(x, y, x + side, y + tilt, 3, 0.6);
        page.Line(x + side, y + tilt, x + side, y + side, 3, 0.6);
        page.Line(x + side, y + side, x, y + side, 3, 0.6);
        page.Line(x, y + side, x, y, 3, 0.6);
        return page;
    }

    private static ComposedPage Changed(ComposedPage page, Action<ComposedPage> change)
    {
        change(page);
        return page;
    }

    private static ComposedPage OnPage(ReadOnlySpan<byte> digit, Rng rng)
    {
        var page = new ComposedPage(1000, 1400);
        page.Digit(digit, rng.NextDouble(50, 850), rng.NextDouble(50, 1250), 37, 0.85);
        page.Grain(rng, 0.01);
        return page;
    }

    /// <summary>The ink alone, its longer side as given.</summary>
    private static ComposedPage Cropped(ReadOnlySpan<byte> digit, int size)
    {
        var ink = Ink.Of(digit.ToArray(), 28);
        double scale = (double)size / Math.Max(ink.Width, ink.Height);
        var page = new ComposedPage(Math.Max(1, (int)(ink.Width * scale)), Math.Max(1, (int)(ink.Height * scale)));
        page.Digit(digit, -ink.Left * scale, -ink.Top * scale, 20 * scale, 0.85);
        return page;
    }

    private static ComposedPage Enlarged(ComposedPage small, int times)
    {
        var page = new ComposedPage((small.Width + 2) * times, (small.Height + 2) * times);
        var image = small.ToImage();
        for (int i = 0; i < image.Pixels.Length; i++)
            page.Block((1 + i % small.Width) * times, (1 + i / small.Width) * times, times, times, 1 - image.Pixels[i] / 237.0);
        return page;
    }

    private static byte[] Turned(ReadOnlySpan<byte> digit, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        byte[] turned = new byte[784];
        for (int i = 0; i < turned.Length; i++)
        {
            double x = i % 28 - 13.5, y = i / 28 - 13.5;
            turned[i] = (byte)(255 * ComposedPage.Between(digit, 13.5 + x * cos + y * sin, 13.5 - x * sin + y * cos));
        }

        return turned;
    }

    private static GrayImage DotMatrix(int digit, int size)
    {
        var page = new ComposedPage(9 * size, 11 * size);
        for (int i = 0; i < Dots[digit].Length; i++)
        {
            if (Dots[digit][i] == '#') page.Block((2 + i % 5) * size, (2 + i / 5) * size, size, size, 0.85);
        }

        return page.ToImage();
    }

    private static GrayImage SevenSegments(int digit, int size)
    {
        var page = new ComposedPage(10 * size, 14 * size);
        foreach (char segment in Segments[digit])
        {
            (double x0, double y0, double x1, double y1) = segment switch
            {
                'a' => (3, 3, 7, 3),
                'b' => (7, 3, 7, 7),
                'c' => (7, 7, 7, 11),
                'd' => (3, 11, 7, 11),
                'e' => (3, 7, 3, 11),
                'f' => (3, 3, 3, 7),
                _ => (3.0, 7.0, 7.0, 7.0),
            };
            page.Line(x0 * size, y0 * size, x1 * size, y1 * size, size, 0.85);
        }

        return page.ToImage();
    }
}
