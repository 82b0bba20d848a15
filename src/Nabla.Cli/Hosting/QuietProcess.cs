using System.Diagnostics;
using System.Text;

namespace Nabla.Cli;

/// <summary>Another program, which writes to whoever runs it and not to the terminal.</summary>
internal static class QuietProcess
{
    // Set by 'dotnet run' and 'dotnet test' for themselves; another build would take them for its own settings.
    private static readonly string[] OfTheBuildAround = ["MSBUILD", "DOTNET_CLI_", "VSTEST"];

    /// <summary>Runs it to its end.</summary>
    /// <param name="program">Its file.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="folder">Where it works.</param>
    /// <param name="host">Whose Ctrl-C ends it.</param>
    /// <param name="hear">Called with each line that it writes, as it comes.</param>
    /// <returns>Its exit code and all that it wrote.</returns>
    /// <exception cref="OperationCanceledException">The user stopped it, and it was ended.</exception>
    public static (int Code, string Said) Run(string program, IReadOnlyList<string> args, string folder, Host host, Action<string> hear)
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
        start.Environment["PATH"] = host.Variable("PATH");

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
        return (process.ExitCode, said.ToString());

        void Keep(string? line)
        {
            if (line is null) return;
            lock (said)
            {
                said.AppendLine(line);
                hear(line);
            }
        }
    }
}
