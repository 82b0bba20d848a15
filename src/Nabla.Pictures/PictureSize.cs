namespace Nabla;

/// <summary>What a picture may claim to be, before room is made for its pixels.</summary>
internal static class PictureSize
{
    /// <summary>More pixels must come of a file that has a byte for every <see cref="PixelsOfByte"/> of them, as a photograph has.</summary>
    public const int Usual = 40_000_000;

    /// <summary>The same of what the library reads, which takes 5 to 11 bytes of memory a pixel, and not one or two.</summary>
    public const int UsualOfLibrary = 16_000_000;

    private const int PixelsOfByte = 16;

    /// <summary>What is wrong with the size that a picture claims to have; null where nothing is.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="bytes">Bytes of the whole file.</param>
    /// <param name="usual">So many pixels may come of a file of any size.</param>
    public static Said? Problem(ulong width, ulong height, long bytes, int usual = Usual)
    {
        var pixels = (UInt128)width * height;
        if (pixels > (ulong)GrayImage.MostPixels) return $"is too large: {width}×{height} is more than 100 million pixels";
        if (Math.Max(width, height) > GrayImage.LongestSide) return $"is too large: {width}×{height} has a side of more than {GrayImage.LongestSide} pixels";
        return pixels > (ulong)usual && pixels > (UInt128)bytes * PixelsOfByte
            ? (Said)($"is too large: {width}×{height} pixels out of {bytes} bytes; more than {usual / 1_000_000} million are read only of a file "
                + $"with a byte for every {PixelsOfByte}")
            : null;
    }
}
