namespace Nabla.Fuzz;

/// <summary>Pictures of odd sizes, normalised as MNIST was and scaled: none is refused.</summary>
internal sealed class PictureSizes() : Reader("picture-sizes", 5_000)
{
    private const int MostPixels = 20_000;

    // Width and height, two bytes each, then pixels, which are repeated to the end.
    public override IReadOnlyList<byte[][]> Samples { get; } =
    [
        [[28, 0, 28, 0, 0, 0, 0, 255, 255, 0, 0]], [[1, 0, 1, 0, 7]], [[40, 0, 3, 0, 255, 255, 0]], [[3, 0, 200, 0, 200, 0, 0]], [[100, 0, 90, 0, .. new byte[99], 255]],
    ];

    public override bool IsRefusal(Exception error) => false;

    public override Action Read(byte[][] parts, string folder)
    {
        byte[] bytes = [.. parts[0], 0, 0, 0, 0, 0];
        int width = 1 + (bytes[0] + 256 * bytes[1]) % MostPixels, height = 1 + (bytes[2] + 256 * bytes[3]) % Math.Max(1, MostPixels / width);
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.Length; i++) pixels[i] = bytes[4 + i % (bytes.Length - 4)];
        return () =>
        {
            byte[] image = new byte[ImageNormalizer.Size * ImageNormalizer.Size];
            bool isInked = ImageNormalizer.Normalize(pixels, width, height, image);
            Promise.That(isInked || image.All(pixel => pixel == 0), "a blank image where it says that there is no ink");
            var picture = new GrayImage(width, height, pixels);
            Promise.That(ImageNormalizer.Normalize(picture).Pixels.Length == image.Length, "a picture of the usual size");
            try
            {
                Promise.That(ImageNormalizer.FindDigits(picture).All(digit => digit.X + digit.Width <= width && digit.Y + digit.Height <= height), "digits within the picture");
            }
            catch (InvalidDataException)
            {
                Promise.That(ImageNormalizer.FindLargestDigit(picture) is not null, "digits that touch, of which the largest is found");
            }

            var scaled = picture.Scaled(1 + bytes[4] % 64, 1 + bytes[5 % bytes.Length] % 64);
            Promise.That(scaled.Pixels.Max() <= pixels.Max(), "means that are not above the greatest");
        };
    }
}
