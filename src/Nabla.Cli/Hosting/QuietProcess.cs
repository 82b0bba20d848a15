using System.Diagnostics;
using System.Text;

namespace Nabla.Cli;

/// <summary>Another program, of which is only heard when it fails.</summary>
internal static class QuietProcess
{
    // Set by 'dotnet run' and 'dotnet test' for themselves; another build would take them for its own settings.
    private static readonly string[] OfTheBuildAround = ["MSBUILD", "DOTNET_CLI_", "VSTEST"];

    /// <summary>Runs it to its end and gives what it wrote.</summary>
    /// <exception cref="CliException">It failed; what it wrote was shown.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it, and it was ended.</exception>
    public static string Run(string program, IReadOnlyList<string> args, string folder, Host host)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(name => OfTheBuildAround.Any(part => name.StartsWith(part, StringComparison.OrdinalIgnoreCase))).ToList())
            start.Environment.Remove(name);

        var said = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            process.WaitForExitAsync(host.Cancellation).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            throw;
        }

        // Ctrl-C in a terminal reaches it as well, and it may end first.
        host.Cancellation.ThrowIfCancellationRequested();
        if (process.ExitCode == 0) return said.ToString();
        host.Error.Write(said);
        throw CliException.Failed($"'{Path.GetFileName(program)} {string.Join(' ', args)}' in '{folder}' failed with exit code {process.ExitCode}; what it said is above.");

        void Keep(string? line)
        {
            if (line is null) return;
            lock (said) said.AppendLine(line);
        }
    }
}
