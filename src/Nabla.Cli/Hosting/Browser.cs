using System.ComponentModel;
using System.Diagnostics;

namespace Nabla.Cli;

/// <summary>The user's browser.</summary>
internal static class Browser
{
    /// <summary>Shows an address; where there is no screen or no browser, nothing happens: the address was printed.</summary>
    public static void Open(Uri address)
    {
        if (OperatingSystem.IsLinux() && !HasDisplay()) return;
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true }
            : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address.AbsoluteUri])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
        try
        {
            using var process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            // No such program.
        }
    }

    private static bool HasDisplay() =>
        Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
}
