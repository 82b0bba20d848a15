namespace Nabla.Tests;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a plain name")]
    [InlineData("汉字, ünï, عربي, 😀👩‍👩‍👧, ∂C/∂w ≤ 1.5×10⁻³")]
    public void Words_of_every_language_stay_as_they_are(string text)
    {
        Assert.Same(text, Printable.Line(text));
        Assert.Same(text, Printable.Lines(text));
        Assert.Same(text, Printable.Name(text));
    }

    [Theory]
    [InlineData("\u001b]52;c;x\u0007", "�]52;c;x�")]
    [InlineData("\u009b2J\u007f\0", "�2J��")]
    [InlineData("a\u202eb\u2066c\u200fd\u061ce\u206f", "a�b�c�d�e�")]
    [InlineData("a\r\nb\nc\td\u2028e\u2029f", "a b c d e f")]
    public void What_would_act_on_a_terminal_does_not(string text, string printable) => Assert.Equal(printable, Printable.Line(text));

    [Fact]
    public void Halves_of_characters_are_replaced_and_whole_ones_are_not()
    {
        Assert.Equal("�a😀�", Printable.Line("\ud800a😀\udc00"));
        Assert.Equal("��", Printable.Line("\udc00\ud800"));
    }

    [Fact]
    public void Several_lines_stay_several()
    {
        Assert.Equal("a\nb\r\nc�", Printable.Lines("a\nb\r\nc\u001b"));
        Assert.Equal("a b", Printable.Lines("a\rb"));
    }

    [Fact]
    public void Long_names_are_cut_between_characters()
    {
        Assert.Equal(new string('x', 60) + "…", Printable.Name(new string('x', 5000)));
        Assert.Equal(new string('x', 59) + "…", Printable.Name(new string('x', 59) + "😀😀"));
        Assert.Equal(new string('a', 100) + "…" + new string('b', 100), Printable.Path(new string('a', 300) + new string('b', 300)));
        string cut = Printable.Line("a😀😀😀😀b", 4);
        Assert.DoesNotContain('�', cut);
        Assert.StartsWith("a", cut, StringComparison.Ordinal);
        Assert.EndsWith("b", cut, StringComparison.Ordinal);
    }
}
