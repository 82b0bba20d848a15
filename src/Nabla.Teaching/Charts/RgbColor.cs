namespace Nabla.Charts;

/// <summary>A colour: red, green and blue as a screen has them (sRGB), 0 to 255 each.</summary>
/// <param name="R">Red.</param>
/// <param name="G">Green.</param>
/// <param name="B">Blue.</param>
public readonly record struct RgbColor(byte R, byte G, byte B)
{
    /// <summary>The colour of a number such as <c>0x0072B2</c>.</summary>
    internal static RgbColor Of(int hex) => new((byte)(hex >> 16), (byte)(hex >> 8), (byte)hex);

    /// <summary>Part of the way to another colour.</summary>
    /// <param name="other">The colour at 1.</param>
    /// <param name="part">How far, 0 to 1.</param>
    public RgbColor Mix(RgbColor other, double part)
    {
        return new RgbColor(Channel(R, other.R), Channel(G, other.G), Channel(B, other.B));

        byte Channel(byte from, byte to) => (byte)Math.Round(from + (to - from) * Math.Clamp(part, 0, 1));
    }

    /// <summary>As in HTML, such as <c>#0072b2</c>.</summary>
    public override string ToString() => $"#{R:x2}{G:x2}{B:x2}";
}
