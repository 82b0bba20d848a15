using System.Globalization;

namespace Nabla.Expressions;

/// <summary>A text that is not a formula; the message says what is wrong with it.</summary>
public sealed class ExpressionException : ArgumentException
{
    /// <summary>An exception for a place in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">The place, from 0 to the length of the text.</param>
    /// <param name="said">What is wrong there, and what to do.</param>
    public ExpressionException(string text, int position, Said said)
        : base($"{said}")
    {
        ArgumentNullException.ThrowIfNull(said);
        Text = text ?? "";
        Position = position;
        said.On(this);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Where in <see cref="Text"/> it is wrong, from 0; its length where something is missing at the end.</summary>
    public int Position { get; }

    /// <summary>Two lines that show the place: the text, and below it a caret.</summary>
    public IReadOnlyList<string> Lines =>
    [
        Printable.Line(Text),
        new string(' ', Text.AsSpan(0, Position).ToArray().Sum(Columns)) + '^',
    ];

    // On a terminal: none for a combining mark, two for a Chinese character or a full-width form.
    private static int Columns(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0
        : c is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3')
            or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF01' and <= '\uFF60') ? 2
        : 1;
}
