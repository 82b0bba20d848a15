namespace Nabla.Charts;

/// <summary>
/// Many small pictures of numbers in rows, such as the weights of each neuron of a layer, as plain data. All share one
/// scale, so that they can be compared.
/// </summary>
/// <param name="Title">What they show, in a few words.</param>
/// <param name="Pictures">The pictures, row after row.</param>
public sealed record PictureGrid(string Title, IReadOnlyList<ValuePicture> Pictures)
{
    /// <summary>Pictures in a row, at least 1.</summary>
    public int Columns { get; init; } = 8;

    /// <summary>What the shades say: sign and size about zero, or from least to most.</summary>
    public PaletteKind Kind { get; init; } = PaletteKind.Diverging;

    /// <summary>What is measured, beside the scale.</summary>
    public string Label { get; init; } = "";

    /// <summary>A line below the title: the setting, in small type.</summary>
    public string? Subtitle { get; init; }

    /// <summary>
    /// The values at the ends of the scale. Diverging: −m and m, of which m is the largest absolute value. Sequential: the
    /// least and the largest value, or 0 and 1 if all are within.
    /// </summary>
    public (double Minimum, double Maximum) Range()
    {
        var range = Palette.Range(Kind, Pictures.SelectMany(picture => picture.Values));
        return Kind == PaletteKind.Sequential && range is { Minimum: >= 0, Maximum: <= 1 } ? (0, 1) : range;
    }
}

/// <summary>A small picture of numbers.</summary>
/// <param name="Caption">A word below it.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Height">Its rows.</param>
/// <param name="Values">The values, row after row from the top: of column x and row y at <c>y·Width + x</c>.</param>
public sealed record ValuePicture(string Caption, int Width, int Height, IReadOnlyList<double> Values);
