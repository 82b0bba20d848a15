using System.Text.Json;
using System.Text.Json.Nodes;
using Nabla.Browser;
using Nabla.Tests.Browser;

namespace Nabla.Tests.Text;

/// <summary>What is refused, and seldom: all of it is said in Chinese throughout.</summary>
public sealed class RefusalsInChineseTests : IDisposable
{
    private const string Layers =
        """{"format":"nabla-json","version":"1","layers":[{"weights":[[1,2],[3,4]],"biases":[1,2],"activation":"relu"},"""
            + """{"weights":[[1,2]],"biases":[1],"activation":"sigmoid"}],"classes":["a"],"inputs":2}""";

    private const string Nielsen = """
        {"sizes":[2,2,1],"weights":[[[1,2],[3,4]],[[1,2]]],"biases":[[[1],[2]],[[1]]],"cost":"QuadraticCost"}
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Each value of a file in turn becomes something else.
    [Theory]
    [InlineData(Layers)]
    [InlineData(Nielsen)]
    public void Models_in_JSON(string model)
    {
        string path = _folder["a.json"];
        int refused = 0;
        for (int place = 0; ; place++)
        {
            var root = JsonNode.Parse(model)!;
            if (Nodes(root).ElementAtOrDefault(place) is not { } node) break;
            foreach (string other in new[] { "{}", "[]", "[[]]", "\"x\"", "-1", "null", "1e99", "[1,2,3,4,5]" })
            {
                root = JsonNode.Parse(model)!;
                Nodes(root).ElementAt(place).ReplaceWith(JsonNode.Parse(other));
                File.WriteAllText(path, root.ToJsonString());
                if (Record.Exception(() => Model.Load(path)) is not { } error) continue;
                Chinese.Check(Said.Of(error));
                refused++;
            }
        }

        Assert.True(refused > 20, $"{refused} refusals");
    }

    [Theory]
    [InlineData("x,y|1,a|2,b", "y", "y", 0)]
    [InlineData("x,y|1,a|,b", "y", "x", 0)]
    [InlineData("x,y|1,|,b", "y", "", 4)]
    [InlineData("x,y|1e308,a|-1e308,b", "y", "", 0)]
    [InlineData("x,y|1,|2,b", "y", "", 0)]
    [InlineData("x,y|red,a|blue,b|green,a|1,b", "y", "", 0)]
    [InlineData("x,y|1,a|2,b|3,a|red,b", "y", "", 0)]
    [InlineData("x,y|,a|,b", "y", "", 1)]
    [InlineData("x,y|1,a|2,a", "y", "", 0)]
    [InlineData("x,y|1,0.5|2,1e999", "y", "", 0)]
    [InlineData("x,y|1,a|2,b", "z", "", 0)]
    public void Tables(string cells, string target, string ignored, int missing)
    {
        string[] lines = cells.Split('|');
        var table = Table.FromRows("t.csv", lines[0].Split(','), lines.Skip(1).Select((line, i) => (i + 2, (IReadOnlyList<string>)line.Split(','))));
        Refused(() => TableEncoding.Split(table, new TableOptions { Target = target, Ignored = ignored.Length > 0 ? [ignored] : [], Missing = (MissingValues)missing }));
    }

    [Fact]
    public void Tables_of_many_words()
    {
        var words = Table.FromRows("t.csv", ["x", "y"], Enumerable.Range(0, 1200).Select(i => (i + 2, (IReadOnlyList<string>)[$"w{i}", $"v{i}"])));
        Refused(() => TableEncoding.Split(words, new TableOptions { Target = "x", Task = TableTask.Classification }));
        var few = Table.FromRows("t.csv", ["x", "y"], Enumerable.Range(0, 1200).Select(i => (i + 2, (IReadOnlyList<string>)[$"w{i}", $"v{i % 2}"])));
        Refused(() => TableEncoding.Split(few, new TableOptions { Target = "y" }));
    }

    [Fact]
    public void Tables_that_are_not_those_learned_from()
    {
        var encoding = TableEncoding.Split(Of("x,z,y|1,red,a|2,blue,b"), new TableOptions { Target = "y" }).Encoding;
        Refused(() => encoding.Encode(Of("x,y|1,a|2,b")));
        Refused(() => encoding.Encode(Of("x,z,y|1,red,|2,blue,b")));
        Refused(() => encoding.Encode(Of("x,z,y|1,red,c|2,blue,b")));
        Refused(() => encoding.Encode(Of("x,z,y|1,green,a")));
        Refused(() => encoding.Encode(Of("x,z,y|1e300,red,a")));

        static Table Of(string cells)
        {
            string[] lines = cells.Split('|');
            return Table.FromRows("t.csv", lines[0].Split(','), lines.Skip(1).Select((line, i) => (i + 2, (IReadOnlyList<string>)line.Split(','))));
        }
    }

    [Theory]
    [InlineData("89504E470D0A1A0A")]
    [InlineData("00000E0100000001" + "0000000000000000")]
    public void Images_that_are_none(string bytes)
    {
        string path = _folder["train-images-idx3-ubyte"];
        File.WriteAllBytes(path, Convert.FromHexString(bytes));
        File.WriteAllBytes(_folder["train-labels-idx1-ubyte"], Convert.FromHexString("000008010000000100"));
        Refused(() => Idx.Load(path, _folder["train-labels-idx1-ubyte"]));
    }

    [Fact]
    public void What_the_page_is_asked()
    {
        var laboratory = LaboratoryFixture.Started();
        var test = new ExampleRef(ExampleSet.Test, 0);
        Refused(() => laboratory.EquationTerm(test, 1, "BP9", 0));
        Refused(() => laboratory.EquationTerm(test, 1, "BP4", 9));
        Refused(() => laboratory.Averaging([], 10, [], 0));
        Refused(() => laboratory.Averaging([0], 1001, [], 0));
        Refused(() => laboratory.Start("nabla:1/data=digits/train-examples=200/test-examples=100/hidden=60000-60000/seed=1"));
        Refused(() => laboratory.Start("nabla:1/data=wine.csv/seed=1"));
        byte[] images = Bytes.Idx([1, 2, 2], [1, 2, 3, 4]), labels = Bytes.Idx([1], [0]);
        Chinese.Refused("The files hold images of 2×2 pixels", () => laboratory.SetImages("mnist", images, labels, images, labels));
        Chinese.Refused("what stands at $ is of another kind", () => new Dispatcher(laboratory).Call("makeDigits", "[\"ten\", 1, 1]"));
        Chinese.Refused("it is no JSON (at line 2, byte 3)", () => NetworkJson.Load(new MemoryStream("{\n  layers: []}"u8.ToArray()), "x.json"));
        Chinese.Refused("The answer of 'describe' is no array", () => new Dispatcher(laboratory).Fetch("describe", "[]"));
        Chinese.Refused("there are 2 weights and 1 biases", () => Laboratory.OneNeuronChain(new OneNeuronNetwork(1, 1, "quadratic", "sigmoid", [1, 2], [3])));
        LaboratoryFixture.Finish(() => laboratory.Review(ExampleSet.Test, 1000));
        Chinese.Refused("A page begins at 0 or later", () => laboratory.Costliest(ExampleSet.Test, -1, 10));
    }

    [Fact]
    public void Runs()
    {
        Chinese.Refused("holds no run", () => SavedRun.Open(_folder.Path));
        Chinese.Refused("There is no JSON object with settings in the configuration", () => JsonSerializer.Deserialize<RunConfiguration>("[]"));
        Chinese.Refused("it is not UTF-8 text", () => RunConfiguration.Load(_folder.Write("run.json", [0xFF])));
    }

    [Fact]
    public void Work_of_which_a_thread_fails() => Chinese.Refused("A thread of the crew failed", Assert.ThrowsAny<Exception>(() => new Crew(2).Run(
        (part, _) => ArgumentOutOfRangeException.ThrowIfEqual(part, 1))));

    [Fact]
    public void Options_of_a_training()
    {
        var numbers = Dataset.FromValues([1f, 2f, 3f, 4f], [0.5f, 3f], 2, 1);
        var network = Network.Create(2, 1, new Dense(1, Activation.Sigmoid));
        var options = new TrainingOptions { Cost = Cost.BinaryCrossEntropy, ClassWeights = [1] };
        Chinese.Refused("targets from 0 to 1, but", () => new Trainer(network, numbers, options));
        Chinese.Refused("There are class weights, but", () => new Trainer(network, numbers, options));
        var classes = TestNetworks.Make("tanh", "sigmoid", 2);
        var steep = new TrainingOptions { Optimizer = new AdamW(1) { WeightDecay = 2 } };
        Chinese.Refused("The weight decay of AdamW is 2", () => new Trainer(classes, TestNetworks.Data(5), steep));
        Chinese.Refused("The learning rate times L2 is", () => new Trainer(classes, TestNetworks.Data(5), new TrainingOptions { L2 = 1e6 }));
        Chinese.Refused("There are 3 class weights", () => new Trainer(classes, TestNetworks.Data(5), new TrainingOptions { ClassWeights = [1, 2, 3] }));
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject parent => parent.Where(member => member.Value is not null).SelectMany(member => Nodes(member.Value!).Prepend(member.Value!)),
        JsonArray parent => parent.Where(item => item is not null).SelectMany(item => Nodes(item!).Prepend(item!)),
        _ => [],
    };

    private static void Refused(Func<object?> call)
    {
        var said = Said.Of(Assert.ThrowsAny<Exception>(call));
        Chinese.Check(said);
        Assert.NotEqual("{0}", said.Key);
    }
}
