namespace Nabla.Tests;

public sealed class PaletteTests
{
    // How colours look without one kind of cone, in linear light: Machado, Oliveira and Fernandes 2009, severity 1.
    private static readonly double[][] Visions =
    [
        [1, 0, 0, 0, 1, 0, 0, 0, 1],
        [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    ];

    public static TheoryData<Theme> Themes => [Theme.Light, Theme.Dark];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Lines_and_text_stand_out_from_the_paper(Theme theme)
    {
        var palette = Palette.Of(theme);
        for (int i = 0; i < palette.SeriesCount; i++) Assert.InRange(Ratio(palette.Series(i), palette.Paper), 3, 21);
        Assert.InRange(Ratio(palette.Ink, palette.Paper), 7, 21);
        Assert.InRange(Ratio(palette.Faded, palette.Paper), 4.5, 21);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Series_can_be_told_apart_without_a_kind_of_cone(Theme theme)
    {
        var palette = Palette.Of(theme);
        foreach (double[] vision in Visions)
            for (int i = 0; i < palette.SeriesCount; i++)
                for (int j = 0; j < i; j++) Assert.InRange(Distance(vision, palette.Series(i), palette.Series(j)), 0.07, 1);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Signs_can_be_told_apart_without_a_kind_of_cone(Theme theme)
    {
        var palette = Palette.Of(theme);
        foreach (double[] vision in Visions)
            for (double size = 0.25; size <= 1; size += 0.05)
                Assert.InRange(Distance(vision, palette.Shade(PaletteKind.Diverging, -size), palette.Shade(PaletteKind.Diverging, size)), 0.09, 1);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void More_is_always_further_from_the_paper(Theme theme)
    {
        var palette = Palette.Of(theme);
        foreach (var kind in new[] { PaletteKind.Sequential, PaletteKind.Diverging })
        {
            for (double value = 0.04; value <= 1; value += 0.04)
            {
                foreach (int sign in kind == PaletteKind.Diverging ? new[] { 1, -1 } : [1])
                    Assert.True(
                        Ratio(palette.Shade(kind, sign * value), palette.Paper) > Ratio(palette.Shade(kind, sign * (value - 0.04)), palette.Paper),
                        $"{kind} {sign * value}");
            }
        }
    }

    [Fact]
    public void Zero_is_neutral_and_beyond_the_scale_is_its_end()
    {
        var zero = Palette.Light.Shade(PaletteKind.Diverging, 0);
        Assert.InRange(Math.Max(zero.R, Math.Max(zero.G, zero.B)) - Math.Min(zero.R, Math.Min(zero.G, zero.B)), 0, 6);
        Assert.Equal(Palette.Light.Shade(PaletteKind.Diverging, 1), Palette.Light.Shade(PaletteKind.Diverging, double.PositiveInfinity));
        Assert.Equal(Palette.Dark.Shade(PaletteKind.Sequential, 0), Palette.Dark.Shade(PaletteKind.Sequential, -3));
        Assert.Equal(Palette.Dark.Paper, Palette.Dark.Shade(PaletteKind.Sequential, double.NaN));
        var (positive, negative) = (Palette.Light.Shade(PaletteKind.Diverging, 0.8), Palette.Light.Shade(PaletteKind.Diverging, -0.8));
        Assert.True(positive.B > positive.R && negative.R > negative.B);
    }

    [Fact]
    public void Colours_mix_and_have_names()
    {
        Assert.Equal("#0072b2", Palette.Light.Series(0).ToString());
        Assert.Equal(new RgbColor(50, 100, 150), new RgbColor(0, 100, 200).Mix(new RgbColor(100, 100, 100), 0.5));
        Assert.Equal(Palette.Light.Series(1), Palette.Light.Series(1 + Palette.Light.SeriesCount));
        Assert.Throws<ArgumentOutOfRangeException>(() => Palette.Light.Series(-1));
    }

    private static double[] Linear(RgbColor color) => [.. new[] { color.R, color.G, color.B }.Select(channel =>
        channel / 255.0 <= 0.04045 ? channel / 255.0 / 12.92 : Math.Pow((channel / 255.0 + 0.055) / 1.055, 2.4))];

    private static double Ratio(RgbColor a, RgbColor b)
    {
        double[] light = [.. new[] { a, b }.Select(Linear).Select(c => 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] + 0.05).Order()];
        return light[1] / light[0];
    }

    /// <summary>The distance as Oklab has it (Ottosson 2020).</summary>
    private static double Distance(double[] vision, RgbColor a, RgbColor b) =>
        Math.Sqrt(Oklab(vision, a).Zip(Oklab(vision, b), (p, q) => (p - q) * (p - q)).Sum());

    private static double[] Oklab(double[] vision, RgbColor color)
    {
        double[] seen = [.. Apply(vision, Linear(color)).Select(channel => Math.Clamp(channel, 0, 1))];
        double[] cones = Apply([0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376, 0.6299787005], seen);
        return Apply(
            [0.2104542553, 0.7936177850, -0.0040720468, 1.9779984951, -2.4285922050, 0.4505937099, 0.0259040371, 0.7827717662, -0.8086757660],
            [.. cones.Select(Math.Cbrt)]);
    }

    private static double[] Apply(double[] matrix, double[] vector) =>
        [.. Enumerable.Range(0, 3).Select(row => matrix[3 * row] * vector[0] + matrix[3 * row + 1] * vector[1] + matrix[3 * row + 2] * vector[2])];
}
