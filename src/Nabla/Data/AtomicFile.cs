namespace Nabla;

/// <summary>Writes a file so that nobody ever sees half of it: under a passing name first, then renamed.</summary>
internal static class AtomicFile
{
    public static void Write(string path, Action<Stream> write)
    {
        // In the same folder, because a rename is atomic only within one file system.
        string passing = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            using (var file = new FileStream(passing, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(passing, path, overwrite: true);
        }
        catch
        {
            File.Delete(passing);
            throw;
        }
    }
}
