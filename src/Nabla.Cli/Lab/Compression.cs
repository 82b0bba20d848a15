using System.IO.Compression;

namespace Nabla.Cli;

/// <summary>Compressed copies, which lie beside a file under its name and an ending, where web servers look for them.</summary>
internal static class Compression
{
    public const string Brotli = ".br";
    public const string Gzip = ".gz";

    // What is shorter fits into a packet or two as it is.
    private const int Least = 1024;

    /// <summary>Whether a name is that of a compressed copy.</summary>
    public static bool IsCopy(string name) =>
        name.EndsWith(Brotli, StringComparison.Ordinal) || name.EndsWith(Gzip, StringComparison.Ordinal);

    /// <summary>The copies of a file that are shorter than it, by their endings.</summary>
    public static IEnumerable<(string Ending, byte[] Content)> CopiesOf(string name, byte[] content)
    {
        if (content.Length < Least || MediaType.IsCompressed(name)) yield break;
        byte[] brotli = Compress(content, target => new BrotliStream(target, CompressionLevel.SmallestSize));
        byte[] gzip = Compress(content, target => new GZipStream(target, CompressionLevel.SmallestSize));
        if (brotli.Length < content.Length) yield return (Brotli, brotli);
        if (gzip.Length < content.Length) yield return (Gzip, gzip);
    }

    private static byte[] Compress(byte[] content, Func<Stream, Stream> compressor)
    {
        using var target = new MemoryStream();
        using (var stream = compressor(target)) stream.Write(content);
        return target.ToArray();
    }
}
