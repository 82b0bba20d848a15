namespace Nabla;

/// <summary>A grey image, 8 bits a pixel: 0 is black, 255 is white.</summary>
public sealed class GrayImage
{
    /// <summary>Larger pictures are refused; nobody photographs a digit with more.</summary>
    internal const long MostPixels = 100_000_000;

    /// <summary>Longer sides are refused; a row must fit into memory in every format.</summary>
    internal const int LongestSide = 100_000;

    /// <summary>An image of given pixels.</summary>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="pixels">The pixels, row by row from the top. The array is used, not copied.</param>
    /// <exception cref="ArgumentException">The number of pixels is not <paramref name="width"/> × <paramref name="height"/>.</exception>
    public GrayImage(int width, int height, byte[] pixels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        CheckLength(pixels.Length, width, height);
        Width = width;
        Height = height;
        Pixels = pixels;
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>The pixels, row by row from the top; 0 is black, 255 is white.</summary>
    public byte[] Pixels { get; }

    /// <summary>One pixel.</summary>
    /// <param name="x">Column, from 0 at the left.</param>
    /// <param name="y">Row, from 0 at the top.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pixel.</exception>
    public byte this[int x, int y]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)x, (uint)Width, nameof(x));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
            return Pixels[y * Width + x];
        }
    }

    /// <summary>Writes the image as a PNG file, whole or not at all.</summary>
    /// <param name="path">The file, replaced where it exists.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void SavePng(string path) => AtomicFile.Write(path, stream => PngWriter.Write(stream, this));

    /// <summary>The image scaled to a size, each pixel the mean of the area that it covers; its proportions may change.</summary>
    /// <param name="width">Width in pixels, 1 to 100,000.</param>
    /// <param name="height">Height in pixels, 1 to 100,000.</param>
    /// <exception cref="ArgumentException">A side is out of its range, or they make more than 100 million pixels.</exception>
    public GrayImage Scaled(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if ((width, height) == (Width, Height)) return this;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, LongestSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, LongestSide);
        if ((long)width * height > MostPixels) throw Refusal.Argument($"An image of {width}×{height} pixels is too large; make it smaller.");
        float[] scaled = AreaResampler.Resample(this, width, height);
        return new GrayImage(width, height, Array.ConvertAll(scaled, value => (byte)Math.Clamp(MathF.Round(value), 0, 255)));
    }

    /// <exception cref="ArgumentException">So many pixels are not an image of that size.</exception>
    internal static void CheckLength(int length, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (length != (long)width * height)
            throw Refusal.Argument($"An image of {width}×{height} needs {(long)width * height} pixels; {length} were given.");
    }

    /// <summary>Such as <c>28×28 pixels</c>.</summary>
    public override string ToString() => $"{Width}×{Height} pixels";
}
