using System.IO.Compression;
using Nabla.Tests;

namespace Nabla.Fuzz;

/// <summary>PNG files of every kind; mostly changed before their checksums are made, and half of these before the pixels are packed.</summary>
internal sealed class PngPictures() : Reader("png", 120_000)
{
    private static readonly string[] Kinds = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "gAMA", "JUNK"];

    public override IReadOnlyList<byte[][]> Samples { get; } =
        [.. Resources().Where(name => name.EndsWith(".png", StringComparison.Ordinal)).Select(name => new[] { Resource(name) })];

    public override byte[][] Mutate(byte[][] sample, Mutator mutator)
    {
        if (mutator.OneIn(8)) return base.Mutate(sample, mutator);
        var chunks = PngBytes.Chunks(sample[0]);
        int which = mutator.Next(chunks.Count);
        var (type, data) = chunks[which];
        switch (mutator.Next(8))
        {
            case 0: chunks.RemoveAt(which); break;
            case 1: chunks.Insert(which, mutator.Pick(chunks)); break;
            case 2: chunks[which] = (mutator.Pick(Kinds), data); break;
            case 3 or 4:
                int packed = chunks.FindIndex(chunk => chunk.Type == "IDAT");
                chunks[packed] = PngBytes.Data(mutator.Mutate(Unpack(chunks[packed].Data)));
                break;
            default: chunks[which] = (type, mutator.Mutate(data)); break;
        }

        return [PngBytes.Of(chunks)];
    }

    public override Action Read(byte[][] parts, string folder)
    {
        var image = ImageFile.Decode(parts[0], "x.png");
        return () =>
        {
            using var written = new MemoryStream();
            PngWriter.Write(written, image);
            var again = ImageFile.Decode(written.ToArray(), "again.png");
            Promise.That(again.Width == image.Width && again.Pixels.AsSpan().SequenceEqual(image.Pixels), "read as it was written");
        };
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var rows = new MemoryStream();
        using (var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress)) stream.CopyTo(rows);
        return rows.ToArray();
    }

    /// <summary>The names of the pictures that there are, of all kinds.</summary>
    internal static IEnumerable<string> Resources() => typeof(PngPictures).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal);

    internal static byte[] Resource(string name)
    {
        using var stream = typeof(PngPictures).Assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
