using System.Runtime.InteropServices;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Advanced;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.Metadata.Profiles.Exif;
using SixLabors.ImageSharp.PixelFormats;

namespace Nabla;

/// <summary>
/// The one place that calls ImageSharp. What it throws becomes a refusal, whatever it is: on a damaged file its decoders end in errors of every kind.
/// </summary>
internal static class Library
{
    // Of our own, so that nothing is kept from one picture to the next, and nothing asks for more memory than the largest picture takes.
    private static readonly Configuration Configuration = new()
    {
        MaxDegreeOfParallelism = 1,
        MemoryAllocator = MemoryAllocator.Create(new MemoryAllocatorOptions { MaximumPoolSizeMegabytes = 0, AllocationLimitMegabytes = 1024 }),
    };

    /// <summary>Reads a picture, upright, once its size is known to be modest.</summary>
    /// <param name="content">What is read.</param>
    /// <param name="fileLength">Bytes of the whole file.</param>
    /// <param name="name">What to call it in a message.</param>
    /// <param name="kind">What kind of picture it is.</param>
    public static GrayImage Read(ReadOnlyMemory<byte> content, long fileLength, string name, LibraryKind kind)
    {
        using var stream = StreamOf(content);
        var info = Try(name, kind.Name, () => ((IImageInfoDetector)kind.Decoder).Identify(Configuration, stream, CancellationToken.None));
        if (PictureSize.Problem((ulong)Math.Max(0, info.Width), (ulong)Math.Max(0, info.Height), fileLength, PictureSize.UsualOfLibrary) is { } problem)
            throw Refusal.Data($"'{Printable.Path(name)}' {problem}. Make the picture smaller.");
        if ((long)info.Width * info.Height > (long?)kind.PixelsOfByte * content.Length)
            throw Refusal.Data($"'{Printable.Path(name)}' cannot be {info.Width}×{info.Height} pixels large: they do not come out of {content.Length} compressed bytes.");

        stream.Position = 0;
        return Try(name, kind.Name, () =>
        {
            using var image = kind.Decoder.Decode<Rgba32>(Configuration, stream, CancellationToken.None);
            return Orientation.Upright(Grey(image), Orientation.Of(image.Metadata.ExifProfile));
        });
    }

    /// <summary>How a picture was held, by Exif data that stand in a file of another kind; upright where they cannot be understood.</summary>
    public static int OrientationIn(byte[] exif)
    {
        try
        {
            return Orientation.Of(new ExifProfile(exif));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Orientation.AsStored;
        }
    }

    private static GrayImage Grey(Image<Rgba32> image)
    {
        var grey = Grey(image, Shade.White);
        return Shade.IsHidden(grey.Pixels) ? Grey(image, Shade.Black) : grey;
    }

    private static GrayImage Grey(Image<Rgba32> image, byte ground)
    {
        byte[] pixels = new byte[image.Width * image.Height];
        for (int y = 0; y < image.Height; y++)
        {
            var row = image.DangerousGetPixelRowMemory(y).Span;
            var shades = pixels.AsSpan(y * image.Width, image.Width);
            for (int x = 0; x < row.Length; x++) shades[x] = Shade.Of(row[x].R, row[x].G, row[x].B, row[x].A, ground);
        }

        return new GrayImage(image.Width, image.Height, pixels);
    }

    private static T Try<T>(string name, Said kind, Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception e) when (e is ImageFormatException or NotSupportedException)
        {
            // These alone have words for whoever has the file and not the library's source.
            throw Refusal.Data(
                $"'{Printable.Path(name)}' is damaged, or {kind} of a sort that cannot be read ({Printable.Line(e.Message, 200)}). Save the picture again, as PNG.", e);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw Refusal.Data($"'{Printable.Path(name)}' is damaged, or {kind} of a sort that cannot be read. Save the picture again, as PNG.", e);
        }
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> content) => MemoryMarshal.TryGetArray(content, out var part)
        ? new MemoryStream(part.Array!, part.Offset, part.Count, writable: false)
        : new MemoryStream(content.ToArray(), writable: false);
}
