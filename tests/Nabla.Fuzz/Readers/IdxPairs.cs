namespace Nabla.Fuzz;

/// <summary>A file of images with a file of labels: read into memory and mapped, they must be one and the same set.</summary>
internal sealed class IdxPairs() : Reader("idx-pairs", 20_000)
{
    public override IReadOnlyList<byte[][]> Samples { get; } =
    [
        [IdxFiles.File(6, 4, 4), IdxFiles.File(6)], [IdxFiles.File(6, 5), IdxFiles.File(6)], [IdxFiles.File(2, 2, 3, 2), IdxFiles.File(2)],
        [IdxFiles.Pack(IdxFiles.File(6, 4, 4)), IdxFiles.Pack(IdxFiles.File(6))],
        [IdxFiles.File(1, 2, 3), [0, 0, 0x0C, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0, 0, 9]],
    ];

    public override Action Read(byte[][] parts, string folder)
    {
        string images = Write(folder, "images.idx", parts[0]), labels = Write(folder, "labels.idx", parts[1]);
        string? mapped = null;
        try
        {
            mapped = Idx.Load(images, labels, map: true).Digest();
        }
        catch (InvalidDataException)
        {
            // Then it must be refused in memory too, but where it is gzipped.
        }

        var data = Idx.Load(images, labels, map: false);
        return () => Promise.That(mapped == data.Digest() || (mapped is null && parts[0] is [0x1F, 0x8B, ..]), "mapped as in memory");
    }
}
