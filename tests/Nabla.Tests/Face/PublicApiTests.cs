using PublicApiGenerator;

namespace Nabla.Tests;

/// <summary>
/// What users of the libraries see is written down in a file for each: a change of it is seen in a review. <c>NABLA_WRITE_API=1</c> writes the
/// files anew.
/// </summary>
public class PublicApiTests
{
    private const int MostTypes = 90;

    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    public static TheoryData<string> Libraries => [.. Tests.Libraries.All.Select(library => library.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void It_is_what_is_written_down(string library)
    {
        string api = Tests.Libraries.All.Single(known => known.GetName().Name == library).GeneratePublicApi(Options).ReplaceLineEndings("\n").Trim() + "\n";
        string file = Path.Combine(Repository.Root, "tests", "Nabla.Tests", "Face", $"{library}.api.txt");
        if (Environment.GetEnvironmentVariable("NABLA_WRITE_API") == "1") File.WriteAllText(file, api);
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), api);
    }

    [Fact]
    public void The_engine_s_can_be_learned() => Assert.InRange(typeof(Network).Assembly.GetExportedTypes().Length, 1, MostTypes);
}
