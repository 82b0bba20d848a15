namespace Nabla.Charts;

/// <summary>Something to draw a figure on: vectors or pixels. Lengths are points, from the top left.</summary>
internal interface ICanvas
{
    /// <summary>Fills a rectangle.</summary>
    void Rectangle(Area box, RgbColor color);

    /// <summary>Fills a convex polygon.</summary>
    void Polygon(IReadOnlyList<Point> corners, RgbColor color);

    /// <summary>Draws lines with round ends, as one shape; a line of a single point is a dot.</summary>
    void Lines(IReadOnlyList<IReadOnlyList<Point>> lines, Pen pen);

    /// <summary>Writes a line of text.</summary>
    void Text(string text, Point at, TextStyle style);

    /// <summary>Fills a rectangle with a colour for each place.</summary>
    void Shades(Area box, Func<Point, RgbColor> colorAt);
}

/// <summary>A place in a figure.</summary>
internal readonly record struct Point(double X, double Y)
{
    public Point Plus(double x, double y) => new(X + x, Y + y);
}

/// <summary>A rectangle in a figure.</summary>
internal readonly record struct Area(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public bool Contains(Point point) => point.X >= Left && point.X <= Right && point.Y >= Top && point.Y <= Bottom;

    public bool Meets(Area other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}

/// <summary>How a line is drawn.</summary>
/// <param name="Color">Its colour.</param>
/// <param name="Width">Its width.</param>
/// <param name="Dash">The length of dashes and of the gaps between them; whole where 0.</param>
internal readonly record struct Pen(RgbColor Color, double Width, double Dash = 0);

/// <summary>How text is written.</summary>
/// <param name="Color">Its colour.</param>
/// <param name="Size">Its size; capitals are 0.7 of it high.</param>
internal readonly record struct TextStyle(RgbColor Color, double Size)
{
    /// <summary>Where the given place is in the text: 0 at its beginning, 1 at its end.</summary>
    public double Anchor { get; init; }

    public bool Bold { get; init; }

    /// <summary>Turned to the left about the given place, in degrees.</summary>
    public double Angle { get; init; }

    /// <summary>A rim that sets it off from what is behind.</summary>
    public RgbColor? Halo { get; init; }
}
