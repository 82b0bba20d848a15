using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nabla.Tests.Text;

/// <summary>How a sentence is said; the page, which says them too, is held to the same examples.</summary>
public partial class SaidTests
{
    private static readonly JsonElement Examples =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "lab", "src", "messages", "said.examples.json"))).RootElement;

    public static TheoryData<string> Names => [.. Examples.EnumerateArray().Select(example => example.GetProperty("what").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_said_as_in_the_examples(string what)
    {
        var example = Examples.EnumerateArray().Single(example => example.GetProperty("what").GetString() == what);
        var catalogue = example.GetProperty("catalogue").Deserialize<Dictionary<string, string>>()!;
        Assert.Equal(example.GetProperty("text").GetString(), Read(example).In(catalogue));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_crosses_as_JSON(string what)
    {
        var example = Examples.EnumerateArray().Single(example => example.GetProperty("what").GetString() == what);
        var crossed = JsonSerializer.SerializeToElement(Read(example));
        Assert.Equal(example.GetProperty("key").GetString(), crossed.GetProperty("key").GetString());
        Assert.True(JsonElement.DeepEquals(example.GetProperty("values"), crossed.GetProperty("values")));
    }

    // As the compiler makes one.
    private static Said Read(JsonElement example)
    {
        var said = new Said(0, 0);
        var values = example.GetProperty("values").EnumerateArray().ToList();
        foreach (string part in Places().Split(example.GetProperty("key").GetString()!))
        {
            if (!Places().IsMatch(part)) said.AppendLiteral(part);
            else if (values[said.Values.Count] is { ValueKind: JsonValueKind.Object } inner) said.AppendFormatted(Read(inner));
            else said.AppendFormatted(values[said.Values.Count].GetString());
        }

        return said;
    }

    [GeneratedRegex(@"(?<place>\{\d+\})")]
    private static partial Regex Places();
}
