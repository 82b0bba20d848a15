namespace Nabla.Tests;

public class ReadmeTests
{
    [Fact]
    public void Program_in_the_readme_is_the_sample_that_is_built_and_run()
    {
        string sample = File.ReadAllText(Path.Combine(Repository.Root, "samples", "QuickStart", "Program.cs"));
        Assert.Contains("```csharp\n" + sample + "```\n", File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
    }
}
