namespace Nabla.Fuzz;

/// <summary>JPEG, GIF, BMP, WebP and TGA files, which the library reads: whatever it throws must have become a refusal.</summary>
internal sealed class LibraryPictures() : Reader("library-pictures", 60_000)
{
    public override IReadOnlyList<byte[][]> Samples { get; } =
        [.. PngPictures.Resources().Where(name => !name.EndsWith(".png", StringComparison.Ordinal)).Select(name => new[] { PngPictures.Resource(name) })];

    public override IReadOnlyList<string> Words { get; } =
        ["GIF89a", "RIFF", "WEBP", "VP8 ", "VP8L", "VP8X", "ALPH", "EXIF", "ANIM", "Exif\0\0II*\0", "JFIF", "Adobe", "ICC_PROFILE", "BM"];

    public override Action Read(byte[][] parts, string folder)
    {
        var image = ImageFile.Decode(parts[0], "x.jpg");
        return () => Promise.That(image.Pixels.Length == image.Width * image.Height, "as many pixels as its size says");
    }
}
