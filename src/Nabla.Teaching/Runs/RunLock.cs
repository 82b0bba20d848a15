namespace Nabla.Runs;

/// <summary>
/// Whoever holds the lock of a folder writes there. The lock is the system's hold on an open file: it ends with the process, however that
/// ends, so none is ever left behind. The empty file stays.
/// </summary>
internal static class RunLock
{
    private const int Tries = 5;
    private const int WouldBlockLinux = 11, WouldBlockMac = 35, SharingViolation = unchecked((int)0x80070020);

    /// <summary>Takes the lock.</summary>
    /// <exception cref="IOException">Another process has it.</exception>
    public static FileStream Take(string folder)
    {
        for (int t = 1; ; t++)
        {
            try
            {
                return new FileStream(Path.Combine(folder, RunFiles.Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException error) when (IsHeld(error))
            {
                if (t == Tries)
                    throw Refusal.File($"'{Printable.Path(folder)}' is in use: another process is training there. Wait for it or stop it, or choose another folder.", error);

                // Somebody may only have looked.
                Thread.Sleep(10);
            }
        }
    }

    /// <summary>Whether a process has it now.</summary>
    public static bool IsTaken(string folder)
    {
        string path = Path.Combine(folder, RunFiles.Lock);
        if (!PlainFile.Exists(path)) return false;
        try
        {
            using var look = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            return false;
        }
        catch (IOException error) when (IsHeld(error))
        {
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsHeld(IOException error) => error.HResult is WouldBlockLinux or WouldBlockMac or SharingViolation;
}
