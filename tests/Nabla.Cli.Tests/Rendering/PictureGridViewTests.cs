namespace Nabla.Cli.Tests;

public sealed class PictureGridViewTests
{
    private static readonly PictureGrid Grid = new("Weights", [new("n[1]", 4, 2, [1, 0, -1, 0.5, 1, 0, -1, 0.5]), new("n2", 4, 2, [0, 0, 0, 0, 0, 0, 0, 0])]) { Label = "w" };

    [Fact]
    public void Signs_say_what_colours_cannot() =>
        Assert.Equal(["Weights", "  █ @▒", "  n[1]  n2", "  w  -1 [@o- +▒█] 1"], Written(Grid, new Screen(false, false, () => 80)).TrimEnd('\n').Split('\n'));

    [Fact]
    public void Colours_are_those_of_the_palette()
    {
        string text = Written(Grid, new Screen(true, true, () => 80));

        Assert.Contains("\u001b[", text);
        Assert.Contains("n[1]", text);
        Assert.DoesNotContain("@", text);
    }

    [Fact]
    public void A_narrow_terminal_has_fewer_in_a_row()
    {
        var grid = Grid with { Kind = PaletteKind.Sequential, Pictures = [.. Enumerable.Range(0, 5).Select(i => new ValuePicture($"picture {i}", 28, 28, new double[784]))] };
        string[] lines = Written(grid, new Screen(false, false, () => 40)).Split('\n');

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 40));
        Assert.Equal(3, lines.Count(line => line.Contains("picture")));
    }

    [Fact]
    public void An_odd_last_row_and_no_picture_at_all_are_no_problem()
    {
        var odd = Grid with { Pictures = [new("", 3, 3, [1, 2, 3, 4, 5, 6, 7, 8, double.NaN])] };

        Assert.NotEmpty(Written(odd, new Screen(true, true, () => 80)));
        Assert.NotEmpty(Written(odd, new Screen(false, false, () => 80)));
        Assert.Equal("Weights\n", Written(Grid with { Pictures = [] }, new Screen(false, false, () => 80)));
    }

    private static string Written(PictureGrid grid, Screen screen)
    {
        var text = new StringWriter { NewLine = "\n" };
        PictureGridView.Write(grid, new Host { Out = text, Error = TextWriter.Null, OutScreen = screen });
        return text.ToString();
    }
}
