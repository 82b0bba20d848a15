namespace Nabla.Charts;

/// <summary>How large a figure is drawn, and on what. Lengths are points: text has a height of 12.</summary>
public sealed record FigureOptions
{
    /// <summary>Width in points, 160 to 10 000.</summary>
    public int Width { get; init; } = 640;

    /// <summary>Height in points, 120 to 10 000. A <see cref="PictureGrid"/> takes what it needs instead.</summary>
    public int Height { get; init; } = 420;

    /// <summary>Pixels to a point in a PNG, 0.5 to 10; 2 is sharp on today's screens.</summary>
    public double Scale { get; init; } = 2;

    /// <summary>Dark on light, or light on dark.</summary>
    public Theme Theme { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    internal FigureOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Width, 160);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Width, 10_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(Height, 120);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Height, 10_000);
        if (!(Scale is >= 0.5 and <= 10)) throw Refusal.Range(nameof(Scale), Scale, $"Must be 0.5 to 10.");
        return this;
    }
}
