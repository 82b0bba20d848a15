namespace Nabla.Tests;

public sealed class StrokeFontTests
{
    private const string Signs = "ησ∂δ∇Σ×÷·−–±²³⁴₀₁₂′½≤≥→°µ%¼⁻∈";

    [Fact]
    public void All_of_ASCII_and_the_signs_of_the_notes_can_be_written()
    {
        string box = Picture("\u4E2D");
        foreach (char sign in Enumerable.Range(0x21, 0x7E - 0x20).Select(code => (char)code).Concat(Signs.TrimEnd('∈')))
            Assert.False(Picture(sign.ToString()) == box, $"There is no {sign}.");
        Assert.Equal(box, Picture("∈"));
    }

    [Fact]
    public void No_two_signs_look_the_same()
    {
        string all = string.Concat(Enumerable.Range(0x21, 0x7E - 0x20).Select(code => (char)code)) + "ησ∂δ∇Σ×÷·−±²³⁴₀₁₂′½≤≥→°µ";
        Assert.Equal(all.Length, all.Select(sign => Picture(sign.ToString())).Distinct().Count());
    }

    [Fact]
    public void Signs_stay_within_their_width_and_line()
    {
        foreach (char sign in "ABCWMQjgy@|{}½" + Signs)
        {
            double width = StrokeFont.Width(sign.ToString(), 20);
            Assert.All(StrokeFont.Strokes(sign.ToString(), 20).SelectMany(stroke => stroke), point =>
            {
                Assert.InRange(point.X, 0, width);
                Assert.InRange(point.Y, -17, 5);
            });
        }
    }

    [Fact]
    public void Digits_are_equally_wide_but_for_the_one() =>
        Assert.Single("023456789".Select(digit => StrokeFont.Width(digit.ToString(), 20)).Distinct());

    [Fact]
    public void Long_text_is_broken_at_spaces_and_cut_where_it_must_be()
    {
        Assert.Equal(["a few", "words"], StrokeFont.Wrapped("a few words", 12, StrokeFont.Width("words ", 12)));
        string cut = StrokeFont.Shortened("Wittgenstein", 12, 40);
        Assert.EndsWith("…", cut);
        Assert.True(StrokeFont.Width(cut, 12) <= 40);
        Assert.Equal("short", StrokeFont.Shortened("short", 12, 400));
    }

    private static string Picture(string text) => string.Join('|', StrokeFont.Strokes(text, 20).Select(stroke => string.Join(' ', stroke.Select(p => $"{p.X:F1},{p.Y:F1}"))));
}
