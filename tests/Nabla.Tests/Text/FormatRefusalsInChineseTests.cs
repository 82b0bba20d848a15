using System.IO.Compression;

namespace Nabla.Tests.Text;

/// <summary>What is refused of models' files, and seldom.</summary>
public sealed class FormatRefusalsInChineseTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_that_hold_no_model()
    {
        using var pipe = new DeflateStream(new MemoryStream(), CompressionMode.Decompress);
        Chinese.Refused("is a pipe", () => Model.Load(pipe, "model"));
        Chinese.Refused("longer than 1 GiB", () => Model.Load(Sparse("a.json", (1 << 30) + 1)));
        Chinese.Refused("larger than the 2 GiB", () => Model.Load(Sparse("a.onnx", 1L << 31)));
    }

    [Fact]
    public void Safetensors()
    {
        byte[] prefix = [2, 0, 0, 0, 0, 0, 0, 0];
        Chinese.Refused("it is no JSON object", () => Model.Load(_folder.Write("a.safetensors", [.. prefix, .. "[]"u8])));
        string empty = _folder.Write("b.safetensors", [.. prefix, .. "{}"u8]);
        Chinese.Refused("it has no layer", () => Model.Load(empty));
        Chinese.Refused("it is none", () => CheckpointFile.Load(empty, TestNetworks.Make("tanh", "sigmoid", 2)));
        Chinese.Refused("its metadata name 2 activations, but it has 1 layers", () => Model.Load(Of("nabla.activations", "tanh,relu")));
        Chinese.Refused("the names of its classes cannot be read", () => Model.Load(Of("nabla.classes", "{}")));
        Chinese.Refused("give it fewer names, or shorter ones", () => Of("nabla.activations", new string('x', 1 << 24)));
    }

    [Fact]
    public void Graphs()
    {
        Refused("it scales by no usual number", Graph().Node("Div x zero -> s").Node("Gemm s w -> y"));
        Refused("it joins or divides examples", Graph().Node("Gemm x w -> z").Node("Reshape z four -> y"));
        Refused("its numbers are of a kind that is not read", Graph().Node("Constant -> c", ("value_int", 1)).Node("Gemm x w c -> y"));
        Refused("'many' is 1001 whole numbers", Graph().PackedIntegers("many", 1001).Node("Gemm x w -> y"));

        static OnnxBytes Graph() => new OnnxBytes().Input("x").Output("y")
            .Floats("w", [2, 3], 0, 10, 20, 1, 11, 21).Floats("zero", [], 0).Integers("four", -1, 4);

        static void Refused(string words, OnnxBytes graph) => Chinese.Refused(words, graph.Load);
    }

    [Fact]
    public void Networks_that_are_too_large_for_a_format()
    {
        var network = new Network(new DenseLayer(23_168, 23_168, Activation.Identity));
        Chinese.Refused("an ONNX file holds at most 2 GiB", Assert.ThrowsAny<Exception>(() => network.Save(_folder["a.onnx"])));
    }

    // One layer, and what the file says of it.
    private string Of(string key, string value)
    {
        var header = new SafetensorsHeader();
        header.Metadata["nabla.activations"] = "tanh";
        header.Metadata[key] = value;
        header.Add("layers.0.weight", 1, 2);
        header.Add("layers.0.bias", 1);
        SafetensorsFile.Write(_folder["c.safetensors"], header, [new Network(new DenseLayer(2, 1, Activation.Tanh))]);
        return _folder["c.safetensors"];
    }

    // Of such a length, and without room on the disk.
    private string Sparse(string name, long length)
    {
        using var file = File.Create(_folder[name]);
        file.SetLength(length);
        return file.Name;
    }
}
