using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Nabla.Cli.Tests;

/// <summary>The command as a process of its own.</summary>
internal static partial class CommandProcess
{
    private static readonly int[] Signals = [1, 2, 15]; // SIGHUP, SIGINT, SIGTERM
    private const nint Usual = 0, Ignored = 1;

    static CommandProcess()
    {
        if (OperatingSystem.IsWindows()) return;

        // Tests that run in the background of a script ignore Ctrl-C, and those of 'nohup' SIGHUP; what they start would inherit that, and never end.
        foreach (int signal in Signals)
        {
            nint before = Signal(signal, Usual);
            if (before != Ignored) Signal(signal, before);
        }
    }

    /// <summary>Starts it in a folder, without network and without data of this machine.</summary>
    public static System.Diagnostics.Process Start(TestFolder folder, params string[] args) => Start(folder, null, args);

    /// <summary>Likewise, with one more environment variable set to 0.</summary>
    public static System.Diagnostics.Process Start(TestFolder folder, string? switchedOff, string[] args) =>
        StartProgram(Path.Combine(AppContext.BaseDirectory, "Nabla.Cli.dll"), folder, args, switchedOff);

    /// <summary>Likewise, where the command lies elsewhere.</summary>
    public static System.Diagnostics.Process StartProgram(string program, TestFolder folder, string[] args, string? switchedOff = null) =>
        Start("dotnet", folder, [program, .. args], switchedOff);

    private static System.Diagnostics.Process Start(string file, TestFolder folder, string[] args, string? switchedOff)
    {
        var start = new ProcessStartInfo(file, args)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["NABLA_OFFLINE"] = "1";
        start.Environment["NABLA_DATA"] = "";
        if (switchedOff is not null) start.Environment[switchedOff] = "0";
        start.Environment["XDG_CACHE_HOME"] = folder.Path;
        return System.Diagnostics.Process.Start(start)!;
    }

    /// <summary>Starts it by a shell that changes its streams, such as <c>2>&amp;-</c>, which closes standard error.</summary>
    public static System.Diagnostics.Process StartWith(string redirection, TestFolder folder, params string[] args) =>
        Start("sh", folder, ["-c", $"exec dotnet \"$0\" \"$@\" {redirection}", Path.Combine(AppContext.BaseDirectory, "Nabla.Cli.dll"), .. args], null);

    /// <summary>Waits for its end.</summary>
    public static async Task<CommandRun> EndAsync(this System.Diagnostics.Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, await output, await error);
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Signal(int signal, nint handler);
}
