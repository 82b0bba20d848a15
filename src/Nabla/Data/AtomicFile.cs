using System.Runtime.InteropServices;

namespace Nabla;

/// <summary>
/// Files that are there whole or not at all: written under another name beside their place, brought to the disk, and
/// only then moved. A full disk or a kill leaves what was there before.
/// </summary>
internal static partial class AtomicFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes its content.</param>
    /// <param name="previous">Where the file that was there before is moved; replaced where null.</param>
    /// <param name="durable">Whether it is brought to the disk: otherwise a power cut, though no kill, may leave it torn.</param>
    public static void Write(string path, Action<Stream> write, string? previous = null, bool durable = true)
    {
        string full = Path.GetFullPath(path);
        string temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Path.GetRandomFileName()}.part");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: durable);
            }

            if (previous is not null && File.Exists(full)) File.Move(full, Path.GetFullPath(previous), overwrite: true);
            File.Move(temporary, full, overwrite: true);
            if (durable) FlushFolder(Path.GetDirectoryName(full)!);
        }
        catch
        {
            TryDelete(temporary);
            throw;
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

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What went wrong first is what the caller must hear of.
        }
    }
}
