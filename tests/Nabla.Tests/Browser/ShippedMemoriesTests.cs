using System.Text.Json;

namespace Nabla.Tests.Browser;

/// <summary>What the page ships of its presets, so that their ends need not be trained for, is what its own engine comes to, to the very bits.</summary>
public class ShippedMemoriesTests
{
    [PublishedFact]
    public void The_shipped_memories_are_what_the_page_s_engine_comes_to()
    {
        string mode = Environment.GetEnvironmentVariable("NABLA_WRITE_MEMORIES") == "1" ? "write" : "compare";
        string[]? wrong = JsonSerializer.Deserialize<string[]>(PublishedRuntimeTests.RunNode("memories.mjs", Path.Combine(Repository.Root, "src", "lab"), mode));
        Assert.True(wrong is [], $"These are others now, make them anew by NABLA_WRITE_MEMORIES=1: {string.Join(", ", wrong ?? [])}");
    }
}
