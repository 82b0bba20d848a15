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

    /// <summary>Turns an image into as many pixels as the network has inputs; of several digits, the largest.</summary>
    /// <param name="image">The image.</param>
    /// <param name="path">What to call it.</param>
    /// <param name="model">The network.</param>
    /// <param name="normalize">Whether to prepare it as MNIST was; otherwise it must have the right size already.</param>
    public static Picture Prepare(GrayImage image, string path, LocatedModel model, bool normalize) => Prepare(image, path, model, normalize, one: true).Parts[0].Picture;

    /// <summary>Turns an image, or each digit in it, into as many pixels as the network has inputs.</summary>
    /// <param name="image">The image.</param>
    /// <param name="path">What to call it.</param>
    /// <param name="model">The network.</param>
    /// <param name="normalize">Whether to prepare it as MNIST was; otherwise it must have the right size already.</param>
    /// <param name="one">Whether only the largest digit is wanted.</param>
    public static PreparedImage Prepare(GrayImage image, string path, LocatedModel model, bool normalize, bool one)
    {
        int inputs = model.Network.Inputs;
        if (model.ImageSize is { } size && (long)size.Width * size.Height == inputs)
        {
            // As its folder was: neither normalised nor turned about.
            image = image.Scaled(size.Width, size.Height);
            normalize = false;
        }

        if (normalize && model.NormalizesImages) return Normalized(image, path, one || (model.Info.ClassNames is { } names && !OwnData.AreDigits(names)));
        if (image.Pixels.Length == inputs) return new PreparedImage([(new Picture(image.Width, image.Height, image.Pixels), null)]);
        string way = normalize ? "only networks of 28×28 inputs have their images normalised" : "--no-normalize takes images as they are";
        throw CliException.Wrong($"'{path}' has {image.Width}×{image.Height} pixels, but '{model.Argument}' takes {inputs} inputs, "
            + $"and {way}; "
            + $"{(normalize ? "give" : "leave --no-normalize out, or give")} an image of {inputs} pixels.");
    }

    // What has names is no digit: a shoe may be wide, and in several pieces.
    private static PreparedImage Normalized(GrayImage image, string path, bool one)
    {
        IReadOnlyList<FoundDigit> digits;
        try
        {
            digits = one ? ImageNormalizer.FindLargestDigit(image) is { } largest ? [largest] : [] : ImageNormalizer.FindDigits(image);
        }
        catch (InvalidDataException e)
        {
            throw CliException.Wrong($"'{path}' cannot be read for certain: {Said.Of(e)} (--one reads the largest piece.)");
        }

        return digits.Count > 0
            ? new PreparedImage([.. digits.Select(digit => (
                    new Picture(digit.Image.Width, digit.Image.Height, digit.Image.Pixels),
                    (DigitBox?)new DigitBox(digit.X, digit.Y, digit.Width, digit.Height)))])
            : throw CliException.Wrong($"'{path}' shows nothing: it has no ink that stands out from its ground, away from its border. Choose another image.");
    }
}

/// <summary>An image, or the digits in it, as the network gets them.</summary>
/// <param name="Parts">One or more, in the order in which they are read; each with where it lay, where that is known.</param>
internal sealed record PreparedImage(IReadOnlyList<(Picture Picture, DigitBox? Box)> Parts);

/// <summary>Where a digit's ink lies in its picture, in the picture's pixels from the upper left.</summary>
internal sealed record DigitBox(int X, int Y, int Width, int Height);
