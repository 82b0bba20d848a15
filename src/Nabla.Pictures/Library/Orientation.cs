using SixLabors.ImageSharp.Metadata.Profiles.Exif;

namespace Nabla;

/// <summary>How a camera was held, as Exif says it: 1 to 8, of which 1 is upright, and those from 5 on lie on a side (CIPA DC-008, tag Orientation).</summary>
internal static class Orientation
{
    public const int AsStored = 1;

    /// <summary>The number; 1 where none is given, or one that there is not.</summary>
    public static int Of(ExifProfile? profile) => profile?.GetValue(ExifTag.Orientation)?.Value is { } given and >= 1 and <= 8 ? given : AsStored;

    /// <summary>The image as it was seen.</summary>
    /// <param name="image">The image as it is stored.</param>
    /// <param name="orientation">From 1 to 8.</param>
    public static GrayImage Upright(GrayImage image, int orientation)
    {
        if (orientation == AsStored) return image;
        bool isTurned = orientation >= 5;
        int width = isTurned ? image.Height : image.Width, height = isTurned ? image.Width : image.Height;
        byte[] pixels = new byte[image.Pixels.Length];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                var (column, row) = isTurned ? (y, x) : (x, y);
                if (orientation is 2 or 3 or 7 or 8) column = image.Width - 1 - column;
                if (orientation is 3 or 4 or 6 or 7) row = image.Height - 1 - row;
                pixels[y * width + x] = image.Pixels[row * image.Width + column];
            }
        }

        return new GrayImage(width, height, pixels);
    }
}
