using System.Runtime.InteropServices;

namespace Nabla;

/// <summary>
/// Files that are there whole or not at all: written under another name beside their place, brought to the disk, and
/// only then moved. A full disk or a kill leaves what was there before.
/// </summary>
internal static partial class AtomicFile
{
    /// <summary>How the name of a file ends that is not yet whole.</summary>
    public const string Ending = ".part";

    /// <summary>Writes a file. What a kill left of an earlier attempt at the same file is deleted.</summary>
    /// <param name="path">The file; a link of that name is replaced, not followed.</param>
    /// <param name="write">Writes its content.</param>
    /// <param name="previous">Where the file that was there before is moved; replaced where null.</param>
    /// <param name="durable">
    /// Whether it is brought to the disk: otherwise a power cut, though no kill, may leave it torn, and nothing is swept.
    /// </param>
    public static void Write(string path, Action<Stream> write, string? previous = null, bool durable = true)
    {
        string full = Path.GetFullPath(path);
        if (durable) Sweep(Path.GetDirectoryName(full)!, name => name == Path.GetFileName(full));
        using var file = new HalfWritten(full);
        file.Write(write, durable);
        if (previous is not null && PlainFile.IsAnythingAt(full)) File.Move(full, Path.GetFullPath(previous), overwrite: true);
        file.Finish();
        if (durable) FlushFolder(Path.GetDirectoryName(full)!);
    }

    /// <summary>Writes files that belong together: none takes its place before all of them are written.</summary>
    /// <param name="files">Each with what writes its content.</param>
    public static void WriteTogether(params IReadOnlyList<(string Path, Action<Stream> Write)> files)
    {
        var half = new List<HalfWritten>();
        try
        {
            foreach (var (path, write) in files)
            {
                string full = Path.GetFullPath(path);
                if (Directory.Exists(full)) throw Refusal.File($"'{Printable.Path(path)}' is a folder, so no file can take its place.");
                Sweep(Path.GetDirectoryName(full)!, name => name == Path.GetFileName(full));
                half.Add(new HalfWritten(full));
                half[^1].Write(write, durable: true);
            }

            foreach (var file in half) file.Finish();
            foreach (string folder in files.Select(file => Path.GetDirectoryName(Path.GetFullPath(file.Path))!).Distinct()) FlushFolder(folder);
        }
        finally
        {
            foreach (var file in half) file.Dispose();
        }
    }

    /// <summary>Deletes what kills left half written in a folder: plain files, directly in it, that nobody writes to now.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isOurs">Whether a file of that name would be ours.</param>
    public static void Sweep(string folder, Func<string, bool> isOurs)
    {
        var left = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, ".*" + Ending, Everything) : [];
        foreach (string path in left.Where(path => TargetOf(Path.GetFileName(path)) is { } name && isOurs(name) && PlainFile.Exists(path)).ToList())
            DeleteUnlessHeld(path);
    }

    /// <summary>The name of the file that a name such as <c>.model.onnx.k3v0aqz1.x2c.part</c> was to become; null where it is none of ours.</summary>
    internal static string? TargetOf(string temporary)
    {
        if (!temporary.StartsWith('.') || !temporary.EndsWith(Ending, StringComparison.Ordinal)) return null;
        string[] parts = temporary[1..^Ending.Length].Split('.');
        int random = parts.Length - 2;
        return random > 0 && parts[random].Length == 8 && parts[^1].Length == 3
            && parts[^2..].All(part => part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))) ? string.Join('.', parts[..random]) : null;
    }

    private static EnumerationOptions Everything { get; } = new() { AttributesToSkip = FileAttributes.None, MatchCasing = MatchCasing.CaseSensitive };

    // Whoever writes it holds a lock on it.
    private static void DeleteUnlessHeld(string path)
    {
        try
        {
            new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is in use, or not for us to delete; it harms nobody.
        }
    }

    // A new name is on the disk once its folder is, which .NET does not open.
    private static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS()) return;
        int handle = Open(folder, 0);
        if (handle < 0) return;
        _ = Sync(handle);
        _ = Close(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
