using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Bmp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Tga;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.Metadata;

namespace Nabla;

/// <summary>A kind of picture that the library reads: how it is known, and what is looked at before, because the library shows what is left of a file that was cut short.</summary>
/// <param name="Name">What it is, with its article.</param>
/// <param name="Recognizes">Whether a file is of this kind.</param>
/// <param name="FlawOf">What is wrong with a file, before it is decoded; null where nothing is.</param>
/// <param name="Decoder">What reads it.</param>
internal sealed record LibraryKind(Said Name, LibraryKind.Test Recognizes, LibraryKind.Look FlawOf, IImageDecoder Decoder)
{
    public delegate bool Test(ReadOnlySpan<byte> content);

    public delegate Flaw? Look(ReadOnlySpan<byte> content);

    /// <summary>What the library is given of a file, and what stands in the rest of it as Exif.</summary>
    public Func<ReadOnlyMemory<byte>, (ReadOnlyMemory<byte> Content, byte[]? Exif)> Bare { get; init; } = content => (content, null);

    /// <summary>The most pixels that a byte can stand for; null where there is no such bound, or all was counted before.</summary>
    public int? PixelsOfByte { get; init; }

    /// <summary>Those that begin with a sign of their own, and then the one that does not.</summary>
    public static IReadOnlyList<LibraryKind> All { get; } =
    [
        new($"a JPEG picture", content => content is [0xFF, 0xD8, 0xFF, ..], WholeJpeg.Of, new JpegDecoder()) { PixelsOfByte = WholeJpeg.PixelsOfByte },
        new($"a GIF picture", content => content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8),
            WholeGif.Of, new GifDecoder { DecodingMode = FrameDecodingMode.First }) { PixelsOfByte = WholeGif.PixelsOfByte },
        new($"a BMP picture", content => content.StartsWith("BM"u8), WholeBmp.Of, new BmpDecoder()),
        new($"a WebP picture", WholeWebP.Recognizes, WholeWebP.Of, new WebpDecoder()) { Bare = WholeWebP.Bare },
        new($"a TGA picture", WholeTga.Recognizes, WholeTga.Of, new TgaDecoder()),
    ];

    /// <summary>Reads a file of this kind.</summary>
    public GrayImage Read(ReadOnlyMemory<byte> content, string name)
    {
        if (FlawOf(content.Span) is { } flaw) throw flaw.Refuse(name);
        var (bare, exif) = Bare(content);
        return Orientation.Upright(Library.Read(bare, content.Length, name, this), exif is null ? Orientation.AsStored : Library.OrientationIn(exif));
    }
}
