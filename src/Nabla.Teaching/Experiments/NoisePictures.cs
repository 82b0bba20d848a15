namespace Nabla.Experiments;

/// <summary>Pictures of nothing.</summary>
internal static class NoisePictures
{
    /// <summary>How a pixel is drawn, 0 to 1: evenly; dim, as bright on the whole as digits are; black or white, as bright as digits.</summary>
    /// <param name="brightness">The mean of the digits' pixels.</param>
    public static (Said Name, Func<Rng, double> Pixel)[] Kinds(double brightness) =>
    [
        ($"uniform", rng => rng.NextDouble()),
        ($"dim", rng => Math.Min(1, 2 * brightness * rng.NextDouble())),
        ($"salt", rng => rng.NextDouble() < brightness ? 1 : 0),
    ];

    /// <summary>Draws the pictures of a kind that a seed stands for, as bright as others are; the first are the same however many are drawn.</summary>
    public static Dataset Draw(Dataset like, int kind, ulong seed, int count)
    {
        var (pixel, rng) = (Kinds(Brightness(like.Pixels))[kind].Pixel, new Rng(seed, RngStream.Noise, (ulong)kind));
        byte[] pixels = new byte[count * like.Inputs];
        foreach (ref byte value in pixels.AsSpan()) value = (byte)Math.Round(255 * pixel(rng));
        return Dataset.FromImages(pixels, new int[count], like.Width, like.Height, like.Classes);
    }

    /// <summary>The mean of pixels, 0 to 1.</summary>
    public static double Brightness(ReadOnlySpan<byte> pixels)
    {
        long sum = 0;
        foreach (byte pixel in pixels) sum += pixel;
        return (double)sum / pixels.Length / 255;
    }
}
