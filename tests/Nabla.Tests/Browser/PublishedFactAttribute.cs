using System.Diagnostics;

namespace Nabla.Tests.Browser;

/// <summary>A test of the engine as it was published for the browser; skipped, visibly, where it was not or Node is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedFactAttribute : FactAttribute
{
    public PublishedFactAttribute() => Skip = Missing();

    internal static string Framework => Path.Combine(Repository.Root, "src", "Nabla.Browser", "bin", "wasm", "site", "_framework");

    private static string? Missing()
    {
        string engine = Path.Combine(Framework, "Nabla.bin");
        if (!File.Exists(engine)) return "The engine was not published for the browser: dotnet publish src/Nabla.Browser -c Release -p:Wasm=true.";
        var newest = new[] { "Nabla", "Nabla.Teaching", "Nabla.Browser" }
            .SelectMany(project => Directory.GetFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Max(File.GetLastWriteTimeUtc);
        if (Directory.GetFiles(Framework, "Nabla*.bin").Max(File.GetLastWriteTimeUtc) < newest) return "The engine published for the browser is older than its sources.";
        return HasNode() ? null : "Node is not on this machine.";
    }

    private static bool HasNode()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true, UseShellExecute = false })!;
            node.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
