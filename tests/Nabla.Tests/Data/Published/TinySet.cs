using System.Security.Cryptography;

namespace Nabla.Tests;

/// <summary>A published data set small enough for a test: a few random images, with digests of their own.</summary>
internal sealed class TinySet
{
    public const string FirstFile = "train-images-idx3-ubyte.gz";

    private readonly Dictionary<string, byte[]> _contents = new(StringComparer.Ordinal)
    {
        [FirstFile] = Bytes.Idx([40, 28, 28], Bytes.Random(40 * 784, seed: 1)),
        ["train-labels-idx1-ubyte.gz"] = Bytes.Idx([40], [.. Enumerable.Range(0, 40).Select(i => (byte)(i % 10))]),
        ["t10k-images-idx3-ubyte.gz"] = Bytes.Idx([3, 28, 28], Bytes.Random(3 * 784, seed: 2)),
        ["t10k-labels-idx1-ubyte.gz"] = Bytes.Idx([3], [7, 2, 1]),
    };

    public PublishedDataset Set => new()
    {
        Name = "tiny",
        Title = "Tiny",
        Description = "a few random images",
        Mirrors = [new Uri("http://mirror.invalid/tiny/")],
        Files = [.. _contents.Select(file => new PublishedFile(file.Key, file.Value.Length, Convert.ToHexStringLower(SHA256.HashData(file.Value))))],
    };

    /// <summary>The same set, known by the digests of its gzip files.</summary>
    public PublishedDataset KnownByPackedFiles => Set with
    {
        Files = [.. _contents.Select(file =>
            new PublishedFile(file.Key, file.Value.Length, Convert.ToHexStringLower(SHA256.HashData(Packed(file.Key))), DigestIsOfPacked: true))],
    };

    public byte[] Plain(string file) => _contents[file];

    public byte[] Packed(string file) => Bytes.Gzip(_contents[file]);
}
