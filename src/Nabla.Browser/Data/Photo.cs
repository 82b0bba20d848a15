namespace Nabla.Browser;

/// <summary>The digits that were found in a photograph, by the rule of <c>predict</c>; its paper may be dark or light.</summary>
/// <param name="Digits">The digits in the order in which they are read; none where nothing is drawn.</param>
/// <param name="AreTouching">Whether digits touch each other and cannot be told apart: then it is the largest piece alone.</param>
internal sealed record Photo(IReadOnlyList<FoundDigit> Digits, bool AreTouching)
{
    private const int Channels = 4;

    /// <summary>Looks for digits.</summary>
    /// <param name="rgba">Row by row, four bytes a pixel: red, green, blue and how opaque it is.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="one">Whether it is one thing whatever its pieces are, as a shoe is.</param>
    public static Photo Of(byte[] rgba, int width, int height, bool one)
    {
        DrawnExample.Check(rgba.Length / Channels, width, height);
        byte[] shades = Grey(rgba, Shade.White);
        if (Shade.IsHidden(shades)) shades = Grey(rgba, Shade.Black);
        var picture = new GrayImage(width, height, shades);
        if (one) return new Photo(Largest(picture), false);
        try
        {
            return new Photo(ImageNormalizer.FindDigits(picture), false);
        }
        catch (InvalidDataException)
        {
            return new Photo(Largest(picture), true);
        }
    }

    /// <summary>One of them as an example.</summary>
    public DrawnExample Example(int which, int? label)
    {
        if (Digits.Count == 0) return new DrawnExample(new byte[ImageNormalizer.Size * ImageNormalizer.Size], true, label);
        if (which < 0 || which >= Digits.Count) throw Refusal.Argument($"There is no example {which}; they are 0 to {Digits.Count - 1}.");
        return new DrawnExample(Digits[which].Image.Pixels, false, label);
    }

    private static IReadOnlyList<FoundDigit> Largest(GrayImage picture) => ImageNormalizer.FindLargestDigit(picture) is { } digit ? [digit] : [];

    private static byte[] Grey(byte[] rgba, byte ground)
    {
        byte[] shades = new byte[rgba.Length / Channels];
        for (int i = 0; i < shades.Length; i++) shades[i] = Shade.Of(rgba[Channels * i], rgba[Channels * i + 1], rgba[Channels * i + 2], rgba[Channels * i + 3], ground);
        return shades;
    }
}
