using System.Security.Cryptography;

namespace Nabla.Cli;

/// <summary>One file of the page.</summary>
/// <param name="Name">Its path in the site, with slashes.</param>
/// <param name="Content">What is in it.</param>
/// <param name="Brotli">The same compressed; null where that gains nothing.</param>
/// <param name="Gzip">The same compressed for others; null where that gains nothing.</param>
internal sealed record SiteFile(string Name, byte[] Content, byte[]? Brotli, byte[]? Gzip)
{
    // Vite puts a digest into the name of everything in here: assets/index-BxJ9f_2a.js
    private const string Hashed = "assets/";

    /// <summary>The digest of the content, short enough for a header.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 16));

    /// <summary>Its kind.</summary>
    public string ContentType => MediaType.Of(Name);

    /// <summary>Whether its name changes with its content, so that a browser need never ask again.</summary>
    public bool IsImmutable => Name.StartsWith(Hashed, StringComparison.Ordinal);

    /// <summary>Reads it, and its compressed copies where they are there.</summary>
    public static SiteFile Read(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        return new SiteFile(name, File.ReadAllBytes(path), Copy(SiteFolder.Brotli), Copy(SiteFolder.Gzip));

        byte[]? Copy(string ending) => File.Exists(path + ending) ? File.ReadAllBytes(path + ending) : null;
    }
}
