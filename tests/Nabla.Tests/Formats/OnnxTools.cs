using System.Diagnostics;

namespace Nabla.Tests;

/// <summary>Other people's programs that read ONNX, where they are installed.</summary>
internal static class OnnxTools
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "onnx");

    /// <summary>Why ONNX Runtime cannot be run, or null where it can.</summary>
    public static string? NoRuntime() =>
        !Directory.Exists(Path.Combine(Folder, "node_modules", "onnxruntime-web")) || !Runs("node", "--version")
            ? "ONNX Runtime is not on this machine: it takes Node.js and 'npm ci --ignore-scripts --prefix tests/onnx'."
            : null;

    /// <summary>The Python that has the checker; null where none has.</summary>
    public static string? Python() =>
        new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(python => Runs(python, "-c", "import onnx"));

    /// <summary>Runs every ONNX file of a folder on the inputs beside it.</summary>
    public static string RunAll(string folder) => Run("node", Path.Combine(Folder, "run.mjs"), folder);

    /// <summary>Holds files against the checker.</summary>
    public static string Check(string python, params string[] files) => Run(python, [Path.Combine(Folder, "check.py"), .. files]);

    private static string Run(string program, params string[] args)
    {
        using var process = Start(program, args);
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        return output;
    }

    private static bool Runs(string program, params string[] args)
    {
        try
        {
            using var process = Start(program, args);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(string program, params string[] args) => Process.Start(new ProcessStartInfo(program, args)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;
}

/// <summary>A test that needs ONNX Runtime. It runs where that is installed, and elsewhere is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnnxRuntimeFactAttribute : FactAttribute
{
    public OnnxRuntimeFactAttribute() => Skip = OnnxTools.NoRuntime();
}

/// <summary>A test that needs ONNX's own checker. It runs where that is installed, and elsewhere is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnnxCheckerFactAttribute : FactAttribute
{
    public OnnxCheckerFactAttribute()
    {
        if (OnnxTools.Python() is null)
            Skip = "The ONNX checker is not on this machine: on Debian, 'apt-get install python3-onnx'.";
    }
}
