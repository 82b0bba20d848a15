using System.IO.Compression;

namespace Nabla.Fuzz;

/// <summary>IDX files, plain and gzipped; the gzipped ones are mostly changed before they are packed.</summary>
internal sealed class IdxFiles() : Reader("idx", 100_000)
{
    public override IReadOnlyList<byte[][]> Samples { get; } = [.. Files().Select(file => new[] { file })];

    public override byte[][] Mutate(byte[][] sample, Mutator mutator) =>
        sample[0] is [0x1F, 0x8B, ..] && !mutator.OneIn(3) ? [Pack(mutator.Mutate(Unpack(sample[0])))] : base.Mutate(sample, mutator);

    public override Action Read(byte[][] parts, string folder)
    {
        var file = IdxFile.Read(new MemoryStream(parts[0]), "x.idx");
        return () =>
        {
            long size = 1;
            foreach (int dimension in file.Dimensions) size *= dimension;
            Promise.That(size == file.Values.Length, "as many bytes as the dimensions say");
        };
    }

    /// <summary>An IDX file of bytes: its dimensions, then 0, 1, 2 and so on.</summary>
    internal static byte[] File(params int[] dimensions)
    {
        int size = dimensions.Aggregate((x, y) => x * y);
        return [0, 0, 8, (byte)dimensions.Length, .. dimensions.SelectMany(d => new[] { (byte)(d >> 24), (byte)(d >> 16), (byte)(d >> 8), (byte)d }),
            .. Enumerable.Range(0, size).Select(i => (byte)(i % 5))];
    }

    internal static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest)) stream.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var bytes = new MemoryStream();
        using (var stream = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress)) stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static IEnumerable<byte[]> Files() =>
        [File(3, 4, 4), File(6), File(3, 16), File(2, 2, 3, 2), Pack(File(3, 4, 4)), Pack(File(6)), [.. Pack(File(3, 4, 4)[..30]), .. Pack(File(3, 4, 4)[30..])]];
}
