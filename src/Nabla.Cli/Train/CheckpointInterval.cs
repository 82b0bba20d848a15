using System.Globalization;

namespace Nabla.Cli;

/// <summary>How often a run's position is written down: every so many seconds, or steps.</summary>
internal sealed record CheckpointInterval(double? Seconds, long? Steps)
{
    public static CheckpointInterval Usual { get; } = new(5, null);

    /// <summary>The interval that a text such as <c>30s</c> or <c>1000</c> names; null where it names none.</summary>
    public static CheckpointInterval? Parse(string text)
    {
        const NumberStyles Plain = NumberStyles.AllowDecimalPoint;
        if (text.EndsWith('s'))
            return double.TryParse(text[..^1], Plain, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and < 1e6 ? new(seconds, null) : null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long steps) && steps > 0 ? new(null, steps) : null;
    }
}
