using System.Diagnostics;

namespace Nabla.Tests;

/// <summary>ONNX's own checker, where it is installed.</summary>
internal static class OnnxTools
{
    /// <summary>The Python that has the checker; null where none has.</summary>
    public static string? Python() =>
        new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(python => Runs(python, "-c", "import onnx"));

    /// <summary>Holds files against the checker.</summary>
    public static string Check(string python, params string[] files)
    {
        using var process = Start(python, [Path.Combine(Repository.Root, "tests", "onnx", "check.py"), .. files]);
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
