namespace Nabla;

/// <summary>The ways in which the built-in digits are written, sketched after how people write.</summary>
/// <remarks>
/// Every drawing is scaled to the same height in the end, but the ink's width belongs to the grid: a digit that people
/// write small, such as 0, is sketched small and comes out bolder. How far a digit leans of itself is in its sketches too.
/// </remarks>
internal static partial class DigitStyles
{
    private static readonly PenStyle[][] All = [Zero, One, Two, Three, Four, Five, Six, Seven, Eight, Nine];

    /// <summary>The points of the longest sketch.</summary>
    public static int MostPoints { get; } = All.SelectMany(styles => styles).Max(style => style.Kinds.Length);

    /// <summary>The styles of a digit.</summary>
    /// <param name="digit">0 to 9.</param>
    public static ReadOnlySpan<PenStyle> Of(int digit) => All[digit];
}
