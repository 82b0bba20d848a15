namespace Nabla.Tests;

public sealed class PictureGridTests
{
    private static readonly PictureGrid Grid = new("Weights", [new("n1", 2, 2, [1, 0, -1, 0.5]), new("n2", 2, 2, [-2, 0, 0, 2])]) { Columns = 1, Label = "w" };

    [Fact]
    public void Pictures_share_one_scale_alike_on_both_sides_of_zero()
    {
        Assert.Equal((-2, 2), Grid.Range());
        Assert.Equal((-1, 1), (Grid with { Pictures = [new("", 1, 1, [0])] }).Range());
        Assert.Equal((0, 1), (Grid with { Kind = PaletteKind.Sequential, Pictures = [new("", 1, 2, [0.2, 0.7])] }).Range());
        Assert.Equal((-2, 5), (Grid with { Kind = PaletteKind.Sequential, Pictures = [new("", 1, 3, [5, -2, double.NaN])] }).Range());
    }

    [Theory]
    [InlineData(Theme.Light)]
    [InlineData(Theme.Dark)]
    public void Each_value_is_a_square_of_its_shade(Theme theme)
    {
        var options = new FigureOptions { Theme = theme };
        var png = new DecodedPng(Grid.ToPng(options));
        var images = new DecodedSvg(Grid.ToSvg(options)).All("image").ToList();

        Assert.Equal(3, images.Count);
        for (int picture = 0; picture < 2; picture++)
        {
            double left = DecodedSvg.Number(images[picture], "x"), top = DecodedSvg.Number(images[picture], "y"), side = DecodedSvg.Number(images[picture], "width") / 2;
            for (int i = 0; i < 4; i++)
            {
                var shade = Palette.Of(theme).Shade(PaletteKind.Diverging, Grid.Pictures[picture].Values[i] / 2);
                foreach (double inset in new[] { 0.02, 0.5, 0.98 })
                    Assert.Equal(shade, png[(int)(2 * (left + (i % 2 + inset) * side)), (int)(2 * (top + (i / 2 + inset) * side))]);
            }
        }
    }

    [Fact]
    public void Each_picture_has_its_words_below()
    {
        var svg = new DecodedSvg(Grid.ToSvg());
        var images = svg.All("image").ToList();

        foreach (var (name, image) in new[] { "n1", "n2" }.Zip(images))
        {
            var caption = svg.Texts.Single(text => text.Value == name);
            Assert.InRange(DecodedSvg.Number(caption, "y"), DecodedSvg.Number(image, "y") + DecodedSvg.Number(image, "height"),
                DecodedSvg.Number(image, "y") + DecodedSvg.Number(image, "height") + 20);
        }

        Assert.Equal(["−2", "−1", "0", "1", "2"], svg.Texts.Select(text => text.Value).Where(text => text is not ("Weights" or "w" or "n1" or "n2")));
    }

    [Fact]
    public void What_is_no_picture_is_refused()
    {
        Assert.Contains("'n' of 2×2 has 3 values", Assert.Throws<ArgumentException>(() => (Grid with { Pictures = [new("n", 2, 2, [1, 2, 3])] }).ToSvg()).Message);
        Assert.Throws<ArgumentException>(() => (Grid with { Pictures = [new("n", 0, 0, [])] }).ToPng());
        Assert.Throws<ArgumentOutOfRangeException>(() => (Grid with { Columns = 0 }).ToSvg());
        Assert.Contains("too large",
            Assert.Throws<ArgumentException>(() => new PictureGrid("", [new("", 1200, 1200, new double[1_440_000])]).ToPng(new FigureOptions { Scale = 10 })).Message);
    }

    [Fact]
    public void Nothing_and_hardly_anything_can_be_drawn()
    {
        using var folder = new TempFolder();
        (Grid with { Pictures = [] }).Save(folder["none.png"]);
        (Grid with
        {
            Pictures = [new("", 1, 1, [double.NaN]), new("huge", 100, 3, [.. Enumerable.Repeat(double.MaxValue, 299), double.MinValue])],
            Columns = 5,
            Kind = PaletteKind.Sequential,
        }).Save(folder["few.svg"]);

        Assert.Equal(["few.svg", "none.png"], folder.FileNames());
    }
}
