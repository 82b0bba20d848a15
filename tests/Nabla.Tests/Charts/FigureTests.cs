using FsCheck;
using FsCheck.Fluent;

namespace Nabla.Tests;

public sealed class FigureTests
{
    private static readonly Chart Simple = new("Title", new Axis("across") { Minimum = 0, Maximum = 10 }, new Axis("up") { Minimum = 0, Maximum = 100 })
    {
        Series = [new("", [2, 5, 9], [10, 70, 35])],
    };

    [Fact]
    public void Points_lie_where_the_numbers_beside_the_axes_put_them()
    {
        var svg = new DecodedSvg(Simple.ToSvg());
        var x = svg.Axis("x", "middle", ("2", 2), ("8", 8));
        var y = svg.Axis("y", "end", ("20", 20), ("80", 80));

        // Numbers stand a little below their lines: 0.35 of a size of 12.
        var path = svg.Path(Palette.Light.Series(0));
        Assert.Equal(3, path.Count);
        foreach (var (at, value) in path.Zip(new[] { (2, 10), (5, 70), (9, 35) }))
            Assert.True(Math.Abs(at.X - x(value.Item1)) < 0.6 && Math.Abs(at.Y - (y(value.Item2) - 4.2)) < 0.6, $"{at} is not where {value} belongs.");
    }

    [Fact]
    public void Points_lie_on_a_logarithmic_axis_by_their_logarithms()
    {
        var chart = Simple with { X = new Axis("", IsLogarithmic: true), Series = [new("", [1, 50, 1000, -4, 0], [1, 2, 3, 4, 5])] };
        var svg = new DecodedSvg(chart.ToSvg());
        var x = svg.Axis("x", "middle", ("1", 0), ("100", 2));

        Assert.Equal([x(0), x(Math.Log10(50)), x(3)], svg.Path(Palette.Light.Series(0)).Select(at => at.X), (a, b) => Math.Abs(a - b) < 0.6);
    }

    [Fact]
    public void Pixels_have_the_colour_of_the_series_where_its_points_are()
    {
        var options = new FigureOptions { Scale = 2 };
        var series = new Series("", [1, 4, 8], [20, 90, 50], SeriesStyle.Points);
        var chart = Simple with { Series = [series, series with { X = [2, 5, 9] }, series with { X = [3, 6, 9.5] }] };
        var png = new DecodedPng(chart.ToPng(options));
        var svg = new DecodedSvg(chart.ToSvg(options));

        Assert.Equal((1280, 840), (png.Width, png.Height));
        foreach (var dot in svg.All("circle").Where(dot => dot.Attribute("fill")!.Value == Palette.Light.Series(0).ToString()))
            Assert.Equal(Palette.Light.Series(0), png[(int)(2 * DecodedSvg.Number(dot, "cx")), (int)(2 * DecodedSvg.Number(dot, "cy"))]);
        var x = svg.Axis("x", "middle", ("2", 2), ("8", 8));
        var y = svg.Axis("y", "end", ("20", 20), ("80", 80));
        Assert.Equal(Palette.Light.Series(1), png[(int)(2 * x(5)), (int)(2 * (y(90) - 4.2))]);
        Assert.Equal(Palette.Light.Series(2), png[(int)(2 * x(6)), (int)(2 * (y(90) - 4.2))]);
    }

    [Fact]
    public void Nothing_is_drawn_outside_of_the_plot()
    {
        var empty = new DecodedPng((Simple with { Series = [] }).ToPng());
        var full = new DecodedPng((Simple with
        {
            Series = [new("", [-1e300, 1e300, 5, 5, -7, 5], [-50, 300, -1e300, 1e300, 20, 1e308]),
                new("", [-5, 5, 15], [900, 900, 900], SeriesStyle.Bars), new("", [-1, 5], [50, 101], SeriesStyle.Points)],
            Marks = [new(-1, 50, "nowhere"), new(5, 101, "nowhere")],
        }).ToPng());
        var changed = from x in Enumerable.Range(0, full.Width) from y in Enumerable.Range(0, full.Height) where full[x, y] != empty[x, y] select (X: x, Y: y);

        // The plot, by its axes, and half a line's width around it.
        var svg = new DecodedSvg((Simple with { Series = [] }).ToSvg());
        var across = svg.Axis("x", "middle", ("2", 2), ("8", 8));
        var up = svg.Axis("y", "end", ("20", 20), ("80", 80));
        Assert.NotEmpty(changed);
        Assert.InRange(changed.Min(at => at.X), 2 * across(0) - 4, 2 * across(10));
        Assert.InRange(changed.Max(at => at.X), 2 * across(0), 2 * across(10) + 4);
        Assert.InRange(changed.Min(at => at.Y), 2 * (up(100) - 4.2) - 4, 2 * up(0));
        Assert.InRange(changed.Max(at => at.Y), 2 * up(100), 2 * (up(0) - 4.2) + 4);
    }

    [Fact]
    public void Bars_of_several_series_stand_side_by_side_on_zero()
    {
        var chart = new Chart("", new Axis("") { Categories = ["a", "b"] }, new Axis(""))
        {
            Series = [new("one", [0, 1], [10, 20], SeriesStyle.Bars), new("two", [0, 1], [-5, 15], SeriesStyle.Bars)],
        };
        var svg = new DecodedSvg(chart.ToSvg());
        var up = svg.Axis("y", "end", ("0", 0), ("20", 20));
        var bars = svg.All("rect").Where(bar => DecodedSvg.Number(bar, "height") > 10.5 && bar.Attribute("fill")!.Value is var fill
            && (fill == Palette.Light.Series(0).ToString() || fill == Palette.Light.Series(1).ToString())).ToList();

        Assert.Equal(4, bars.Count);
        foreach (var (bar, value) in bars.Zip(new[] { 10.0, 20, -5, 15 }))
        {
            Assert.Equal(Math.Abs(up(0) - up(value)), DecodedSvg.Number(bar, "height"), 0.6);
            Assert.Equal(Math.Min(up(0), up(value)) - 4.2, DecodedSvg.Number(bar, "y"), 0.6);
        }

        var spans = bars.Select(bar => (Left: DecodedSvg.Number(bar, "x"), Right: DecodedSvg.Number(bar, "x") + DecodedSvg.Number(bar, "width")))
            .OrderBy(span => span.Left).ToList();
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.Right <= pair.Second.Left));
    }

    [Fact]
    public void A_gap_breaks_the_line_and_a_point_between_gaps_is_a_dot()
    {
        var svg = new DecodedSvg((Simple with { Series = [new("", [1, 2, 3, 4, 5, 6, 7], [10, 20, double.NaN, 40, double.PositiveInfinity, 60, 70])] }).ToSvg());

        var path = Assert.Single(svg.All("path"), path => path.Attribute("stroke")?.Value == Palette.Light.Series(0).ToString());
        Assert.Equal((2, 2), (path.Attribute("d")!.Value.Count(letter => letter == 'M'), path.Attribute("d")!.Value.Count(letter => letter == 'L')));
        Assert.Single(svg.All("circle"));
    }

    [Fact]
    public void Texts_are_escaped()
    {
        const string nasty = "a<b & \"c\" > 'd' \u0001\uD800 中 ∂C/∂w";
        var chart = new Chart(nasty, new Axis(nasty) { Categories = [nasty] }, new Axis(nasty))
        {
            Series = [new(nasty, [0], [1]), new("two", [0], [1])],
            Marks = [new(0, 1, nasty)],
            Subtitle = nasty,
        };
        var texts = new DecodedSvg(chart.ToSvg(new FigureOptions { Width = 1600 })).Texts.Select(text => text.Value).ToList();

        Assert.Equal(7, texts.Count(text => text == "a<b & \"c\" > 'd'  中 ∂C/∂w"));
    }

    [Fact]
    public void The_shades_of_a_height_map_say_its_values()
    {
        double[] places = [0, 1, 2, 3, 4];
        var chart = Simple with { X = new(""), Y = new(""), Series = [], Heights = new HeightMap(places, places, [.. places.SelectMany(y => places.Select(x => x))]) };
        var png = new DecodedPng(chart.ToPng());
        var svg = new DecodedSvg(chart.ToSvg());
        var across = svg.Axis("x", "middle", ("1", 1), ("3", 3));
        var up = svg.Axis("y", "end", ("1.0", 1), ("3.0", 3));

        // Beside the contours, which are at 1.1 no more.
        foreach (double x in new[] { 0.1, 1.1, 2.1, 3.1, 3.9 })
        {
            var (expected, seen) = (Palette.Light.Shade(PaletteKind.Sequential, x / 4), png[(int)(2 * across(x)), (int)(2 * up(1.9))]);
            Assert.True(Math.Abs(expected.R - seen.R) + Math.Abs(expected.G - seen.G) + Math.Abs(expected.B - seen.B) < 12, $"{x}: {seen} is not {expected}.");
        }
    }

    [Fact]
    public void Words_of_marks_do_not_lie_on_each_other()
    {
        var svg = new DecodedSvg((Simple with { Marks = [new(5, 50, "first"), new(5.1, 50, "second"), new(10, 100, "corner"), new(5, 52, "third")] }).ToSvg());
        var boxes = new[] { "first", "second", "corner", "third" }.Select(word => svg.Texts.Single(text => text.Value == word))
            .Select(text => new Area(DecodedSvg.Number(text, "x"), DecodedSvg.Number(text, "y") - 9,
                DecodedSvg.Number(text, "x") + StrokeFont.Width(text.Value, 12), DecodedSvg.Number(text, "y"))).ToList();

        for (int i = 0; i < boxes.Count; i++)
            for (int j = 0; j < i; j++) Assert.False(boxes[i].Meets(boxes[j]));
        Assert.All(boxes, box => Assert.InRange(box.Right, 0, 640));
    }

    [Fact]
    public void A_file_has_the_kind_of_its_ending()
    {
        using var folder = new TempFolder();
        Simple.Save(folder["a.PNG"]);
        Simple.Save(folder["b.svg"], new FigureOptions { Theme = Theme.Dark });
        var error = Assert.Throws<ArgumentException>(() => Simple.Save(folder["c.jpeg"]));

        Assert.Equal(["a.PNG", "b.svg"], folder.FileNames());
        Assert.Equal(File.ReadAllBytes(folder["a.PNG"]), Simple.ToPng());
        Assert.Contains(Palette.Dark.Paper.ToString(), File.ReadAllText(folder["b.svg"]));
        Assert.Contains("ends in .png or .svg", error.Message);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Assert.Contains("'x' has 2 horizontal and 1 vertical", Assert.Throws<ArgumentException>(() => (Simple with { Series = [new("x", [1, 2], [1])] }).ToSvg()).Message);
        Assert.Contains("2×2 has 3 values", Assert.Throws<ArgumentException>(() => (Simple with { Heights = new([0, 1], [0, 1], [1, 2, 3]) }).ToSvg()).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Simple.ToSvg(new FigureOptions { Width = 100 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Simple.ToSvg(new FigureOptions { Height = 100_000 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Simple.ToPng(new FigureOptions { Scale = double.NaN }));
        Assert.Contains("too large", Assert.Throws<ArgumentException>(() => Simple.ToPng(new FigureOptions { Width = 9000, Height = 9000 })).Message);
    }

    [Fact]
    public void Any_finite_data_can_be_drawn()
    {
        var number = Gen.Frequency(
            (6, Gen.Choose(-1000, 1000).Select(n => n / 10.0)),
            (1, Gen.Elements(0, double.NaN, double.PositiveInfinity, double.MaxValue, double.MinValue,
                double.Epsilon, -double.Epsilon, 1e-300, 1e300, 1e16, 1e16 + 2, 1, 1 + 1e-15)));
        var series = from length in Gen.Choose(0, 12)
                     from x in number.ArrayOf(length)
                     from y in number.ArrayOf(length)
                     from style in Gen.Elements(Enum.GetValues<SeriesStyle>())
                     from name in Gen.Elements("", "name", "a name that is longer than others, by far, and on and on and on and on and on and on")
                     select new Series(name, x, y, style);
        var axis = from logarithmic in Gen.Elements(true, false)
                   from minimum in Gen.OneOf(Gen.Constant<double?>(null), number.Select(n => (double?)n))
                   from maximum in Gen.OneOf(Gen.Constant<double?>(null), number.Select(n => (double?)n))
                   from categories in Gen.Elements<string[]?>(null, null, null, [], ["one"], ["a", "two words", "incomprehensibilities", "d"])
                   from label in Gen.Elements("", "label")
                   select new Axis(label, logarithmic) { Minimum = minimum, Maximum = maximum, Categories = categories };
        var heights = from columns in Gen.Choose(0, 4)
                      from rows in Gen.Choose(0, 4)
                      from values in number.ArrayOf(columns * rows)
                      from kind in Gen.Elements(PaletteKind.Sequential, PaletteKind.Diverging)
                      select new HeightMap([.. Enumerable.Range(0, columns).Select(i => i - 1.5)], [.. Enumerable.Range(0, rows).Select(i => i * 1e5)], values) { Kind = kind };
        var charts = from x in axis
                     from y in axis
                     from all in series.ListOf()
                     from map in Gen.Frequency((2, Gen.Constant<HeightMap?>(null)), (1, heights.Select(h => (HeightMap?)h)))
                     from mark in number.Two()
                     from size in Gen.Elements((160, 120), (640, 420))
                     select (new Chart("A chart", x, y) { Series = [.. all.Take(4)], Heights = map, Marks = [new(mark.Item1, mark.Item2, "mark")] }, size);

        Prop.ForAll(charts.ToArbitrary(), sample =>
        {
            var (chart, size) = sample;
            var options = new FigureOptions { Width = size.Item1, Height = size.Item2, Scale = 0.5 };
            var svg = new DecodedSvg(chart.ToSvg(options));
            Assert.DoesNotContain("NaN", svg.Root.ToString());
            for (int i = 0; i < chart.Series.Count; i++)
            {
                foreach (var (x, y) in svg.Path(Palette.Light.Series(i)))
                    Assert.True(x >= 0 && x <= size.Item1 && y >= 0 && y <= size.Item2 + 60, $"({x}, {y}) is outside.");
            }

            Assert.Equal(size.Item1 / 2, new DecodedPng(chart.ToPng(options)).Width);
        }).Check(Repeatable.Config.WithMaxTest(150));
    }
}
