namespace Nabla;

/// <summary>Turns colours into shades of grey: luminance by Rec. 601, over white paper.</summary>
internal static class Shade
{
    /// <summary>White, on which what is transparent is shown; and black, where white would hide it (<see cref="IsHidden"/>).</summary>
    public const byte White = 255, Black = 0;

    /// <summary>The shade of a colour of which some shows through; each from 0 to 255.</summary>
    public static byte Of(int red, int green, int blue, int alpha, byte ground = White) => Over(ground, Luminance(red, green, blue), alpha);

    /// <summary>0.299 R + 0.587 G + 0.114 B, rounded.</summary>
    public static byte Luminance(int red, int green, int blue) => (byte)((299 * red + 587 * green + 114 * blue + 500) / 1000);

    /// <summary>A shade of which some shows through, over a ground.</summary>
    public static byte Over(byte ground, int shade, int alpha) => (byte)((shade * alpha + ground * (255 - alpha) + 127) / 255);

    /// <summary>Whether a picture over white shows nothing: white ink on transparent ground is then seen over black.</summary>
    public static bool IsHidden(ReadOnlySpan<byte> pixels) => !pixels.ContainsAnyInRange((byte)0, (byte)191);
}
