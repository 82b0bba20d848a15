namespace Nabla.Cli;

/// <summary>Bars of block characters, to an eighth of a column.</summary>
internal static class Bar
{
    private const string Eighths = " ▏▎▍▌▋▊▉█";

    /// <summary>A bar, filled up with spaces to its whole width.</summary>
    /// <param name="part">How much of the width, 0 to 1.</param>
    /// <param name="width">The width in columns.</param>
    public static string Of(double part, int width)
    {
        int eighths = double.IsNaN(part) ? 0 : (int)Math.Round(Math.Clamp(part, 0, 1) * width * 8);
        string bar = new('█', eighths / 8);
        if (eighths % 8 > 0) bar += Eighths[eighths % 8];
        return bar.PadRight(width);
    }
}
