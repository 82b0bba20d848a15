namespace Nabla.Cli;

/// <summary>
/// Lets one process at a time build the page. The lock is the system's hold on an open file, so it ends with the process that has it; the
/// empty file stays.
/// </summary>
internal static class BuildLock
{
    private const string Name = ".lock";
    private const int WouldBlockLinux = 11, WouldBlockMac = 35, SharingViolation = unchecked((int)0x80070020);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for its turn.</summary>
    public static FileStream Take(string folder, Host host)
    {
        Directory.CreateDirectory(folder);
        for (bool said = false; ; said = true)
        {
            try
            {
                return new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException error) when (error.HResult is WouldBlockLinux or WouldBlockMac or SharingViolation)
            {
                if (!said) host.Notice("another process is building the page; waiting for it");
                host.Cancellation.WaitHandle.WaitOne(Pause);
                host.Cancellation.ThrowIfCancellationRequested();
            }
        }
    }
}
