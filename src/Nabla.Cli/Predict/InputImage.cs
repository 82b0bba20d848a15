namespace Nabla.Cli;

/// <summary>Reads the images that are to be predicted, and prepares them for the network.</summary>
internal static class InputImage
{
    private const string StandardInput = "-";

    public static GrayImage Read(string path, Host host)
    {
        if (path != StandardInput)
        {
            if (Directory.Exists(path))
                throw CliException.Wrong($"'{path}' is a folder; give the images in it, such as {Path.Combine(path, "*.png")}.");
            if (!File.Exists(path)) throw CliException.Wrong($"there is no image '{path}'; give a picture, such as a JPEG or PNG file.");
            return ImageFile.Read(path);
        }

        using var input = host.OpenInput();
        return ImageFile.Read(input, "standard input");
    }

    /// <summary>Turns an image into as many pixels as the network has inputs.</summary>
    /// <param name="image">The image.</param>
    /// <param name="path">What to call it.</param>
    /// <param name="model">The network.</param>
    /// <param name="normalize">Whether to prepare it as MNIST was; otherwise it must have the right size already.</param>
    public static Picture Prepare(GrayImage image, string path, LocatedModel model, bool normalize)
    {
        int inputs = model.Network.Inputs;
        if (Csv.Endings.Include(path)) throw CliException.Wrong($"'{path}' is a table, but '{model.Argument}' was not trained on one; give images.");
        if (OwnData.ImageSize(model.Info) is { } size && (long)size.Width * size.Height == inputs)
        {
            // As its folder was: neither normalised nor turned about.
            image = image.Scaled(size.Width, size.Height);
            normalize = false;
        }

        if (normalize && inputs == ImageNormalizer.Size * ImageNormalizer.Size)
        {
            var normal = ImageNormalizer.Normalize(image);
            return normal.Pixels.AsSpan().ContainsAnyExcept((byte)0)
                ? new Picture(normal.Width, normal.Height, normal.Pixels)
                : throw CliException.Wrong($"'{path}' shows nothing: it has no ink that stands out from its ground. Choose another image.");
        }

        if (image.Pixels.Length == inputs) return new Picture(image.Width, image.Height, image.Pixels);
        string way = normalize ? "only networks of 28×28 inputs have their images normalised" : "--no-normalize takes images as they are";
        throw CliException.Wrong($"'{path}' has {image.Width}×{image.Height} pixels, but '{model.Argument}' takes {inputs} inputs, "
            + $"and {way}; "
            + $"{(normalize ? "give" : "leave --no-normalize out, or give")} an image of {inputs} pixels.");
    }
}
