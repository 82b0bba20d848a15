using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Nabla.Tests;

public sealed class NetworkJsonTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(TestNetworks.All), MemberType = typeof(TestNetworks))]
    public void What_is_saved_is_read_back_bit_for_bit(string hidden, string output, string cost, int depth)
    {
        var network = TestNetworks.Make(hidden, output, depth);
        network.Save(_folder["a.json"], new ModelInfo
        {
            Cost = Cost.Parse(cost),
            Provenance = new Dictionary<string, string>(StringComparer.Ordinal) { ["data"] = "\"x\"" },
        });
        var model = Model.Load(_folder["a.json"]);

        Assert.Equal(network.Digest(), model.Network.Digest());
        Assert.Equal(network.Layers.Select(layer => layer.Activation), model.Network.Layers.Select(layer => layer.Activation));
        Assert.Equal(Cost.Parse(cost), model.Info.Cost);
        Assert.Equal("\"x\"", model.Info.Provenance["data"]);
    }

    [Fact]
    public void Numbers_at_the_edges_are_read_back_bit_for_bit()
    {
        float[] edges = [float.MinValue, float.MaxValue, float.Epsilon, -0f, 1e-10f, 0.1f, float.PositiveInfinity, float.NegativeInfinity, float.NaN];
        var network = new Network(new DenseLayer(edges.Length, 1, Activation.Identity));
        edges.CopyTo(network.Layers[0].Weights);
        network.Save(_folder["a.json"]);

        Assert.Equal(edges.Select(BitConverter.SingleToInt32Bits), Model.Load(_folder["a.json"]).Network.Layers[0].Weights.ToArray().Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void A_neuron_is_a_line()
    {
        new Network(new DenseLayer(3, 2, Activation.Tanh)).Save(_folder["a.json"]);

        string[] lines = File.ReadAllLines(_folder["a.json"]);
        Assert.Equal(2, lines.Count(line => line.Trim().TrimEnd(',') == "[0, 0, 0]"));
        var layer = JsonDocument.Parse(File.ReadAllText(_folder["a.json"])).RootElement.GetProperty("layers")[0];
        Assert.Equal("tanh", layer.GetProperty("activation").GetString());
    }

    // json.dump of Network([2, 3, 1], cost=CrossEntropyCost).save of network2.py, with numbers that can be told apart.
    [Theory]
    [InlineData("CrossEntropyCost", "binary-cross-entropy")]
    [InlineData("QuadraticCost", "half-quadratic")]
    public void Network_of_Nielsens_book(string theirs, string ours)
    {
        _folder.Write("n.json", Encoding.UTF8.GetBytes($$"""
            {"sizes": [2, 3, 1], "weights": [[[0.1, 1.1], [2.1, 3.1], [4.1, 5.1]], [[6.1, 7.1, 8.1]]],
             "biases": [[[-0.1], [-0.2], [-0.3]], [[0.30000000000000004]]], "cost": "{{theirs}}"}
            """));

        var (network, info) = Model.Load(_folder["n.json"]);

        Assert.Equal([2, 3, 1], network.Sizes);
        Assert.Equal([0.1f, 1.1f, 2.1f, 3.1f, 4.1f, 5.1f, -0.1f, -0.2f, -0.3f, 6.1f, 7.1f, 8.1f, 0.3f], TestNetworks.Parameters(network));
        Assert.All(network.Layers, layer => Assert.Equal(Activation.Sigmoid, layer.Activation));
        Assert.Equal(Cost.Parse(ours), info.Cost);
    }

    [Theory]
    [InlineData("", "is no JSON")]
    [InlineData("[]", "neither layers")]
    [InlineData("{}", "neither layers")]
    [InlineData("""{"layers": []}""", "no 'inputs'")]
    [InlineData("""{"inputs": 1, "layers": []}""", "at least one layer")]
    [InlineData("""{"inputs": 1, "layers": [{"weights": [[1]], "biases": [1]}]}""", "layer 0 has no 'activation'")]
    [InlineData("""{"inputs": 1, "layers": [{"activation": "step", "weights": [[1]], "biases": [1]}]}""", "no activation 'step'")]
    [InlineData("""{"inputs": 2, "layers": [{"activation": "relu", "weights": [[1]], "biases": [1]}]}""", "rows of 2 numbers")]
    [InlineData("""{"inputs": 1, "layers": [{"activation": "relu", "weights": [[1]], "biases": [1, 2]}]}""", "list of 1 numbers")]
    [InlineData("""{"inputs": 1, "layers": [{"activation": "relu", "weights": [["x"]], "biases": [1]}]}""", "no 32-bit number")]
    [InlineData("""{"inputs": 1, "layers": [{"activation": "relu", "weights": [[1e999]], "biases": [1]}]}""", "no 32-bit number")]
    [InlineData("""{"sizes": [2, 1], "weights": [], "biases": []}""", "do not fit")]
    [InlineData("""{"sizes": [2, "x"], "weights": [], "biases": []}""", "not all numbers")]
    [InlineData("""{"sizes": [1, 1], "weights": [[[1]]], "biases": [[[1]]], "cost": "Other"}""", "its cost is 'Other'")]
    public void What_is_no_network_is_refused(string json, string reason)
    {
        string message = Assert.Throws<InvalidDataException>(() => NetworkJson.Load(new MemoryStream(Encoding.UTF8.GetBytes(json)), "x.json")).Message;
        Assert.StartsWith("'x.json' is not a network that can be read: ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_is_refused_whatever_it_is()
    {
        TestNetworks.Make("relu", "softmax", 2).Save(_folder["a.json"]);
        byte[] whole = File.ReadAllBytes(_folder["a.json"]);
        Prop.ForAll<int, byte>((a, value) =>
        {
            byte[] damaged = [.. whole];
            damaged[(int)((uint)a % whole.Length)] = value;
            MustBeReadOrRefused(damaged);
            MustBeReadOrRefused(whole[..(int)((uint)a % whole.Length)]);
            damaged = [.. whole];
            damaged[(int)((uint)a % 60)] = (byte)"{}[],:\"0a"[value % 9];
            MustBeReadOrRefused(damaged);
        }).Check(Repeatable.Config);
    }

    private static void MustBeReadOrRefused(byte[] bytes)
    {
        try
        {
            NetworkJson.Load(new MemoryStream(bytes), "x.json");
        }
        catch (InvalidDataException error)
        {
            Assert.DoesNotContain('\n', error.Message);
        }
    }
}
