namespace Nabla.Cli.Tests;

public sealed class ChartViewTests
{
    private static readonly Chart Rising = new("Rising", new Axis("time") { Minimum = 0, Maximum = 10 }, new Axis("height") { Minimum = 0, Maximum = 100 })
    {
        Subtitle = "the setting",
        Series = [new("line", [0, 10], [0, 100])],
    };

    private static readonly Chart Words = new("Words", new Axis("") { Categories = ["first", "second"] }, new Axis("share"))
    {
        Series = [new("a", [0, 1], [10, 20], SeriesStyle.Bars), new("b", [0, 1], [5, -10], SeriesStyle.Bars)],
    };

    [Fact]
    public void A_line_goes_from_corner_to_corner()
    {
        string[] lines = Plain(Rising);
        int top = Array.FindIndex(lines, line => line.Contains("100┤")), bottom = Array.FindIndex(lines, line => line.Contains(" 0┤"));

        Assert.Equal(["Rising", "the setting", "● line", "height"], lines[..4]);
        Assert.Equal(15, bottom - top);
        Assert.InRange(Column(lines[bottom]), 4, 4);
        Assert.InRange(Column(lines[top]), 73, 78);
        int[] columns = [.. lines[top..(bottom + 1)].Select(Column)];
        Assert.Equal(columns.OrderDescending(), columns);
        Assert.Equal("time", lines[bottom + 3].Trim());
        Assert.StartsWith("    0", lines[bottom + 2]);

        // The first cell with a dot.
        static int Column(string line) => line.IndexOfAny([.. Enumerable.Range(0x2801, 255).Select(code => (char)code)]);
    }

    [Fact]
    public void Lines_are_told_apart_by_signs_and_gaps_stay_empty()
    {
        string[] lines = Plain(Rising with { Series = [new("one", [0, 4, 5, 6, 10], [50, 50, double.NaN, 50, 50]), new("two", [0, 10], [90, 90], SeriesStyle.Dashed)] });
        string middle = lines.Single(line => line.Contains('●') && !line.Contains("one"));

        Assert.Contains("● one   ■ ╌ two", lines);
        Assert.Equal(' ', middle[middle.Length / 2]);
        Assert.Contains(lines, line => line.Contains('■') && !line.Contains("two"));
    }

    [Fact]
    public void Bars_with_names_are_rows()
    {
        string[] lines = Plain(Words);

        Assert.Equal(["Words", "share"], lines[..2]);
        Assert.Equal(6, lines.Length);
        Assert.StartsWith("first  a", lines[2]);
        Assert.EndsWith("20", lines[4]);
        Assert.EndsWith("-10", lines[5]);
        int[] widths = [.. lines[2..].Select(line => line.Count(sign => sign == '█'))];
        Assert.InRange(widths[2], 2 * widths[0] - 1, 2 * widths[0] + 2);
        Assert.InRange(widths[3], widths[0] - 1, widths[0] + 1);

        // Below zero to the left, above to the right.
        Assert.True(lines[5].LastIndexOf('█') < lines[4].IndexOf('█'));
    }

    [Fact]
    public void Bars_of_numbers_stand_on_the_axis()
    {
        string[] lines = Plain(new Chart("", new Axis(""), new Axis("")) { Series = [new("", [1, 2, 3], [4, 8, 2], SeriesStyle.Bars)] });
        int[] heights = [.. new[] { 0.2, 0.5, 0.85 }.Select(part => lines.Count(line => line.Length > part * 76 && line[(int)(part * 76)] == '█'))];

        Assert.Equal([8, 16, 4], heights);
    }

    [Fact]
    public void Heights_are_shades_with_the_path_and_the_marks_over_them()
    {
        double[] places = [-1, -0.5, 0, 0.5, 1];
        var chart = new Chart("Bowl", new Axis("x"), new Axis("y"))
        {
            Heights = new HeightMap(places, places, [.. places.SelectMany(y => places.Select(x => x * x + y * y))]) { Label = "C" },
            Series = [new("path", [-0.9, 0], [0.9, 0], SeriesStyle.Path)],
            Marks = [new(0, 0, "minimum")],
        };
        string[] lines = Plain(chart);

        Assert.Contains(lines, line => line.Contains("◎ minimum"));
        Assert.Contains(lines, line => line.Contains('●') && line.Contains('█'));
        Assert.Equal("  C  0 [ ░▒▓█] 2", lines[^1]);
        Assert.Contains("\u001b[", Colored(chart));
        Assert.Contains("minimum", Colored(chart));
    }

    [Fact]
    public void Nothing_is_wider_than_the_terminal()
    {
        var chart = Rising with
        {
            Y = new Axis("a label") { Categories = ["a name that is far too long for a terminal of forty columns", "b"] },
            Marks = [new(9.9, 0, "a mark at the end")],
        };
        foreach (var each in new[] { chart, Words with { X = new Axis("") { Categories = [new string('x', 90), "y"] } } })
            Assert.All(Plain(each, 40)[1..], line => Assert.InRange(line.Length, 0, 40));
    }

    [Fact]
    public void Odd_data_are_drawn_too()
    {
        double[][] samples = [[], [5], [5, 5], [double.NaN], [double.MaxValue, double.MinValue], [double.Epsilon, -double.Epsilon], [1e-300, 1e300, -1]];
        foreach (double[] x in samples)
            foreach (double[] y in samples)
                foreach (var style in Enum.GetValues<SeriesStyle>())
                    foreach (bool logarithmic in new[] { true, false })
                    {
                        int count = Math.Min(x.Length, y.Length);
                        var chart = new Chart("", new Axis("", logarithmic), new Axis("", logarithmic))
                        {
                            Series = [new("", x[..count], y[..count], style)], Marks = [.. x.Select(v => new ChartMark(v, v, "m"))],
                        };
                        Assert.NotEmpty(Plain(chart));
                    }
    }

    [Fact]
    public void Colours_are_only_where_the_terminal_has_them()
    {
        Assert.DoesNotContain("\u001b", string.Concat(Plain(Rising)));
        Assert.DoesNotContain("\u001b", Written(Rising, new Screen(true, false, () => 80)));
        Assert.Contains("\u001b[", Colored(Rising));
    }

    private static string[] Plain(Chart chart, int width = 80) =>
        Written(chart, new Screen(false, false, () => width)).TrimEnd('\n').Split('\n');

    private static string Colored(Chart chart) => Written(chart, new Screen(true, true, () => 80));

    private static string Written(Chart chart, Screen screen)
    {
        var text = new StringWriter { NewLine = "\n" };
        ChartView.Write(chart, new Host { Out = text, Error = TextWriter.Null, OutScreen = screen });
        return text.ToString();
    }
}
