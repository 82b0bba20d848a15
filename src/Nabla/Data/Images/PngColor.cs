namespace Nabla;

/// <summary>How a PNG stores a pixel; the numbers are the format's.</summary>
internal enum PngColor
{
    Gray = 0,
    Rgb = 2,
    Indexed = 3,
    GrayAlpha = 4,
    Rgba = 6,
}
