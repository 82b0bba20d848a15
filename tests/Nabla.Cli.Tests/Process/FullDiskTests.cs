using System.Diagnostics;

namespace Nabla.Cli.Tests;

/// <summary>A disk without room: exit code 2, one line, and no half-written model.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SmallDiskFact]
    public void A_full_disk_is_one_clear_line()
    {
        TinyData.Write(_folder["tiny"]);
        Directory.CreateDirectory(_folder["disk"]);
        using var disk = SmallDisk.Mount(_folder["disk"], kilobytes: 16);

        // A model of about a megabyte.
        var run = CommandRun.Of("train", "--data", _folder["tiny"], "--hidden", "12000", "--epochs", "1", "--train-examples", "10", "--out", _folder["disk/run"], "--quiet");

        Assert.Contains("the disk is full", run.MustBeRefused(), StringComparison.Ordinal);
        Assert.Equal(["disk/run/.lock", "disk/run/metrics.jsonl", "disk/run/run.json"], _folder.Files().Where(file => file.StartsWith("disk", StringComparison.Ordinal)));
    }
}

/// <summary>A test that needs to mount a file system, and is skipped where that is not allowed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        using var folder = new TestFolder();
        try
        {
            SmallDisk.Mount(folder.Path, kilobytes: 16).Dispose();
        }
        catch (InvalidOperationException)
        {
            Skip = "A file system cannot be mounted here, so no disk can be filled.";
        }
    }
}

/// <summary>A file system in memory with very little room.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    public static SmallDisk Mount(string folder, int kilobytes)
    {
        if (!OperatingSystem.IsLinux() || !Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", folder))
            throw new InvalidOperationException("A file system cannot be mounted here.");
        return new SmallDisk(folder);
    }

    public void Dispose() => Run("umount", _folder);

    private static bool Run(string program, params string[] args)
    {
        try
        {
            using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
