using FsCheck;
using FsCheck.Fluent;

namespace Nabla.Tests;

public sealed class AxisScaleTests
{
    private static readonly Axis Linear = new("x"), Logarithmic = new("x", IsLogarithmic: true);

    [Fact]
    public void Ticks_are_round_evenly_spaced_and_cover_the_data() =>
        Prop.ForAll(Gen.Choose(-100_000, 100_000).Two().Zip(Gen.Choose(-12, 12)).ToArbitrary(), sample =>
        {
            var ((a, b), exponent) = sample;
            double from = Math.Min(a, b) * Math.Pow(10, exponent), to = Math.Max(a, b) * Math.Pow(10, exponent);
            var scale = AxisScale.Of(Linear, [from, to], 6, round: true);
            double[] ticks = [.. scale.Ticks.Select(tick => tick.Value)];
            double step = ticks[1] - ticks[0];
            Assert.InRange(ticks.Length, 2, 8);
            Assert.True(ticks[0] <= from + 1e-6 * step && ticks[^1] >= to - 1e-6 * step, $"{ticks[0]} to {ticks[^1]} does not cover {from} to {to}");
            Assert.Equal((ticks[0], ticks[^1]), (scale.Minimum, scale.Maximum), new Close(1e-9 * step));
            for (int i = 1; i < ticks.Length; i++) Assert.Equal(step, ticks[i] - ticks[i - 1], 1e-6 * step);
            double mantissa = step / Math.Pow(10, Math.Floor(Math.Log10(step) + 1e-9));
            Assert.Contains(new[] { 1.0, 2, 5 }, round => Math.Abs(mantissa - round) < 1e-6);
        }).Check(Repeatable.Config);

    [Theory]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(-3, 4, "−4 −2 0 2 4")]
    [InlineData(0, 4300, "0 1000 2000 3000 4000 5000")]
    [InlineData(0, 13002, "0 5k 10k 15k")]
    [InlineData(0, 2.1e6, "0 0.5M 1.0M 1.5M 2.0M 2.5M")]
    [InlineData(0, 0.004, "0 0.001 0.002 0.003 0.004")]
    [InlineData(0, 0.0004, "0 10⁻⁴ 2×10⁻⁴ 3×10⁻⁴ 4×10⁻⁴")]
    [InlineData(-5e9, 5e9, "−6×10⁹ −4×10⁹ −2×10⁹ 0 2×10⁹ 4×10⁹ 6×10⁹")]
    public void Numbers_are_short_and_alike(double from, double to, string texts) =>
        Assert.Equal(texts, Texts(AxisScale.Of(Linear, [from, to], 6, round: true)));

    [Theory]
    [InlineData(0.02, 40, "0.01 0.1 1 10 100")]
    [InlineData(1, 30, "1 2 5 10 20 50")]
    [InlineData(1e-7, 0.5, "10⁻⁷ 10⁻⁶ 10⁻⁵ 10⁻⁴ 0.001 0.01 0.1 1")]
    [InlineData(1, 1e6, "1 10 100 1000 10k 100k 1M")]
    public void A_logarithmic_axis_has_decades(double from, double to, string texts) =>
        Assert.Equal(texts, Texts(AxisScale.Of(Logarithmic, [from, to], 8, round: true)));

    [Fact]
    public void Equal_ratios_are_equal_distances()
    {
        var scale = AxisScale.Of(Logarithmic, [0.01, 100, -5, 0], 8, round: false);

        Assert.Equal([0, 0.25, 0.5, 1], new[] { 0.01, 0.1, 1, 100 }.Select(scale.Position), new Close(1e-12));
        Assert.Equal(0.1, scale.ValueAt(0.25), 1e-12);
        Assert.True(double.IsNaN(scale.Position(0)) && double.IsNaN(scale.Position(-1)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    [InlineData(-1e-300)]
    [InlineData(1e300)]
    public void A_value_alone_is_within_its_axis(double value)
    {
        foreach (bool round in new[] { true, false })
        {
            var scale = AxisScale.Of(Linear, [value, value, double.NaN, double.PositiveInfinity], 6, round);
            Assert.InRange(scale.Position(value), 0.1, 0.9);
            Assert.NotEmpty(scale.Ticks);
        }
    }

    [Fact]
    public void A_given_end_is_kept_and_no_data_are_no_problem()
    {
        var scale = AxisScale.Of(Linear with { Minimum = 0.3, Maximum = 7.7 }, [-50, 50], 6, round: true);

        Assert.Equal((0.3, 7.7), (scale.Minimum, scale.Maximum));
        Assert.Equal((0, 1), (AxisScale.Of(Linear, [], 6, round: true).Minimum, AxisScale.Of(Linear, [double.NaN], 6, round: true).Maximum));
        Assert.Equal((3, 8), (AxisScale.Of(Linear with { Minimum = 3, Maximum = 8 }, [], 6, false).Minimum,
            AxisScale.Of(Linear with { Minimum = 3, Maximum = 8 }, [], 6, false).Maximum));
    }

    [Fact]
    public void Bars_have_room_at_both_ends_and_stand_on_zero()
    {
        var chart = new Chart("", new Axis(""), new Axis("")) { Series = [new("", [1, 2, 3, 4], [7, 8, 9, 7.5], SeriesStyle.Bars)] };
        var (x, y) = (AxisScale.OfX(chart), AxisScale.OfY(chart));

        Assert.Equal((0.5, 4.5, 0.25), (x.Minimum, x.Maximum, x.BarSlot));
        Assert.Equal((0, 10), (y.Minimum, y.Maximum));
    }

    [Fact]
    public void Whole_numbers_have_whole_ticks_and_dots_have_room()
    {
        var chart = new Chart("", new Axis("epoch"), new Axis("")) { Series = [new("", [1, 2, 3], [5, 6, 7])] };

        Assert.Equal("1 2 3", Texts(AxisScale.OfX(chart, 9)));
        Assert.Equal(0, AxisScale.OfX(chart).Position(1));
        Assert.InRange(AxisScale.OfX(chart with { Series = [chart.Series[0] with { Style = SeriesStyle.Points }] }).Position(1), 0.02, 0.04);
    }

    [Fact]
    public void Categories_are_places_with_names()
    {
        var chart = new Chart("", new Axis("") { Categories = ["a", "b"] }, new Axis("")) { Series = [new("", [0, 1], [1, 2], SeriesStyle.Bars)] };
        var scale = AxisScale.OfX(chart);

        Assert.Equal([0.25, 0.75], scale.Ticks.Select(tick => scale.Position(tick.Value)));
        Assert.Equal("a b", Texts(scale));
    }

    private static string Texts(AxisScale scale) => string.Join(' ', scale.Ticks.Select(tick => tick.Text).Where(text => text.Length > 0));

    private sealed class Close(double within) : IEqualityComparer<double>, IEqualityComparer<(double, double)>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= within;

        public bool Equals((double, double) x, (double, double) y) => Equals(x.Item1, y.Item1) && Equals(x.Item2, y.Item2);

        public int GetHashCode(double obj) => 0;

        public int GetHashCode((double, double) obj) => 0;
    }
}
