namespace Nabla.Tests.Browser;

/// <summary>The page's types are those of the engine's surface.</summary>
public class TypeScriptTypesTests
{
    [Fact]
    public void The_committed_types_are_made_from_the_class()
    {
        string path = Path.Combine(Repository.Root, "src", "lab", "src", "engine", "types.ts"), types = TypeScriptTypes.Write();
        if (Environment.GetEnvironmentVariable("NABLA_WRITE_TYPES") == "1") File.WriteAllText(path, types);
        Assert.Equal(types, File.ReadAllText(path));
    }
}
