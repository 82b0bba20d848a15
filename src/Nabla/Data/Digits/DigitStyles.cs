namespace Nabla;

/// <summary>The ways in which the built-in digits are written, sketched after how people write.</summary>
internal static partial class DigitStyles
{
    private static readonly PenStyle[][] All = [Zero, One, Two, Three, Four, Five, Six, Seven, Eight, Nine];

    /// <summary>The points of the longest sketch.</summary>
    public static int MostPoints { get; } = All.SelectMany(styles => styles).Max(style => style.Kinds.Length);

    /// <summary>The styles of a digit.</summary>
    /// <param name="digit">0 to 9.</param>
    public static ReadOnlySpan<PenStyle> Of(int digit) => All[digit];
}
