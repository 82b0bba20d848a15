namespace Nabla;

/// <summary>Turns colours into shades of grey: luminance by Rec. 601, over white paper.</summary>
internal static class Shade
{
    /// <summary>The shade of a colour of which some shows through; each from 0 to 255.</summary>
    public static byte Of(int red, int green, int blue, int alpha) => OverWhite(Luminance(red, green, blue), alpha);

    /// <summary>0.299 R + 0.587 G + 0.114 B, rounded.</summary>
    public static byte Luminance(int red, int green, int blue) => (byte)((299 * red + 587 * green + 114 * blue + 500) / 1000);

    /// <summary>A shade of which some shows through, over white.</summary>
    public static byte OverWhite(int shade, int alpha) => (byte)((shade * alpha + 255 * (255 - alpha) + 127) / 255);
}
