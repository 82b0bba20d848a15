using System.IO.Compression;
using System.Security.Cryptography;

namespace Nabla;

/// <summary>One file of a published data set, and how to know it when it arrives.</summary>
/// <param name="Name">The name it is kept and offered under, such as <c>t10k-labels-idx1-ubyte.gz</c>.</param>
/// <param name="UnpackedLength">Its length in bytes, unpacked.</param>
/// <param name="Sha256">The SHA-256 digest that was published, 64 lower-case hexadecimal digits.</param>
/// <param name="DigestIsOfPacked">
/// Whether the digest is of the gzip file as it was published. Where it is of the contents (the better way), a mirror
/// may have compressed the file anew, or not at all.
/// </param>
internal sealed record PublishedFile(string Name, long UnpackedLength, string Sha256, bool DigestIsOfPacked = false)
{
    /// <summary>No honest copy is longer than this, however badly it is compressed.</summary>
    public long MaximumLength => UnpackedLength + UnpackedLength / 100 + 4096;

    /// <summary>Whether a file is there and is this one.</summary>
    public bool IsAt(string path)
    {
        if (!File.Exists(path)) return false;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        return Matches(file);
    }

    /// <summary>Whether a stream, read from its beginning, is this file.</summary>
    public bool Matches(Stream stream)
    {
        stream.Position = 0;
        bool packed = stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
        stream.Position = 0;
        if (DigestIsOfPacked || !packed) return Digest(stream, MaximumLength) == Sha256;
        try
        {
            using var unpacked = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
            return Digest(unpacked, UnpackedLength) == Sha256;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>The digest of all that a stream gives; null where it gives more than it may (a gzip bomb, say).</summary>
    private static string? Digest(Stream stream, long limit)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            total += count;
            if (total > limit) return null;
            hash.AppendData(buffer, 0, count);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
