namespace Nabla.Charts;

/// <summary>How well colours can be told from each other, by WCAG 2.2.</summary>
internal static class Contrast
{
    /// <summary>The contrast ratio of two colours: 1 for the same, 21 for black and white.</summary>
    public static double Ratio(RgbColor a, RgbColor b)
    {
        double first = Luminance(a), second = Luminance(b);
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(RgbColor color)
    {
        return 0.2126 * Linear(color.R) + 0.7152 * Linear(color.G) + 0.0722 * Linear(color.B);

        static double Linear(byte channel)
        {
            double part = channel / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }
    }
}
