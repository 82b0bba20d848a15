using System.Runtime.CompilerServices;

namespace Nabla.Tests;

public class ReadmeTests
{
    [Fact]
    public void Program_in_the_readme_is_the_sample_that_is_built_and_run()
    {
        string root = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..");
        string sample = File.ReadAllText(Path.Combine(root, "samples", "QuickStart", "Program.cs"));
        Assert.Contains("```csharp\n" + sample + "```\n", File.ReadAllText(Path.Combine(root, "README.md")), StringComparison.Ordinal);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
