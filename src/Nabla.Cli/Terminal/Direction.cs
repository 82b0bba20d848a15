namespace Nabla.Cli;

/// <summary>Up or down, as a word with an arrow.</summary>
internal static class Direction
{
    /// <summary>Where a positive change is wished for: raise.</summary>
    public static Styled Of(double wish) => wish switch
    {
        > 0 => $"[deepskyblue1]▲ raise[/]",
        < 0 => $"[orange1]▼ lower[/]",
        _ => $"[grey]· leave[/]",
    };

    /// <summary>A bar in the colour of the direction.</summary>
    public static Styled Bar(double wish, double most, int width) => most == 0 ? (Styled)$""
        : $"[{(wish > 0 ? "deepskyblue1" : "orange1")}]{Nabla.Cli.Bar.Of(Math.Abs(wish) / most, width).TrimEnd()}[/]";
}
