using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;

namespace Nabla.Cli;

/// <summary>
/// A digest of sources by their names and contents. Times would not do: a checkout of an older state makes files newer, and a deleted
/// file leaves none.
/// </summary>
internal static class SourceDigest
{
    // What is built, and what others wrote.
    private static readonly string[] Outputs = ["bin", "obj", "dist", "node_modules", "test-results"];

    public static string Of(IEnumerable<string> folders, IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string path in folders.SelectMany(FilesIn).Concat(files.Where(File.Exists)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path + "\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> FilesIn(string folder) => new FileSystemEnumerable<string>(
        folder, (ref FileSystemEntry entry) => entry.ToFullPath(), new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        ShouldRecursePredicate = (ref FileSystemEntry entry) => !Outputs.Contains(entry.FileName.ToString()),
    }.Order(StringComparer.Ordinal);
}
