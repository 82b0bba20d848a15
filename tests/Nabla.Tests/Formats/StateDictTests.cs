using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Nabla.Tests;

/// <summary>What PyTorch saves of a multi-layer perceptron.</summary>
public sealed class StateDictTests : IDisposable
{
    private static readonly StateDictOptions Options = new() { Hidden = Activation.Relu, Output = Activation.Softmax };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // safetensors.torch.save_file sorts by name, so "10" comes before "2".
    [Theory]
    [InlineData("0", "2", "4")]
    [InlineData("8", "9", "10")]
    [InlineData("fc1", "fc2", "fc3")]
    [InlineData("layers.0", "layers.1", "layers.2")]
    [InlineData("module.net.0.linear", "module.net.1.linear", "module.net.2.linear")]
    public void Layers_follow_their_numbers(params string[] names)
    {
        Write("F32", [.. names.Reverse().Select(name => (name, 4, 4, (float)Array.IndexOf(names, name)))]);

        var network = Model.Load(_folder["s"], Options).Network;

        Assert.Equal([0f, 1f, 2f], network.Layers.Select(layer => layer[0, 0]));
        Assert.Equal([Activation.Relu, Activation.Relu, Activation.Softmax], network.Layers.Select(layer => layer.Activation));
    }

    [Fact]
    public void Names_without_numbers_follow_each_other_by_their_sizes()
    {
        Write("F32", ("classifier", 3, 2, 2f), ("encoder", 5, 4, 0f), ("middle", 4, 3, 1f));

        Assert.Equal([5, 4, 3, 2], Model.Load(_folder["s"], Options).Network.Sizes);
    }

    [Fact]
    public void Numbers_decide_where_sizes_leave_a_choice()
    {
        Write("F32", ("fc1", 5, 4, 0f), ("fc3", 4, 4, 2f), ("fc2", 4, 4, 1f), ("out", 4, 3, 3f));

        Assert.Equal([0f, 1f, 2f, 3f], Model.Load(_folder["s"], Options).Network.Layers.Select(layer => layer[0, 0]));
    }

    [Fact]
    public void Nothing_is_guessed()
    {
        Write("F32", ("a", 4, 4, 0f), ("b", 4, 4, 1f));
        Assert.Contains("in several orders", Refusal(Options), StringComparison.Ordinal);
        Write("F32", ("a", 4, 5, 0f), ("b", 4, 5, 1f));
        Assert.Contains("do not follow each other", Refusal(Options), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_layers_in_no_order_are_refused_at_once()
    {
        Write("F32", [.. Enumerable.Range('a', 24).Select(c => ($"{(char)c}", 4, 4, 0f)), ("other", 3, 7, 0f)]);
        Assert.Contains("order", Refusal(Options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("F32", 0.1f)]
    [InlineData("F64", 0.1f)]
    [InlineData("F16", 0.0999755859375f)] // 0x2E66
    [InlineData("BF16", 0.0996093750f)] // 0x3DCC
    public void Numbers_of_every_width_are_read(string type, float expected)
    {
        Write(type, ("0", 2, 1, 0.1f));

        var layer = Model.Load(_folder["s"], Options).Network.Layers[0];
        Assert.Equal([expected, expected], layer.Weights.ToArray());
        Assert.Equal([expected], layer.Biases.ToArray());
    }

    [Fact]
    public void Other_numbers_are_refused()
    {
        Write("I32", ("0", 2, 1, 1f));
        Assert.Contains("its numbers are I32", Refusal(Options), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_file_does_not_say_must_be_given()
    {
        Write("F32", ("0", 3, 2, 0f), ("2", 2, 2, 0f));
        Assert.Contains("do not name the activations", Refusal(null), StringComparison.Ordinal);
        Assert.Contains("are 3-2-2, not 3-2-4", Refusal(Options with { Sizes = [3, 2, 4] }), StringComparison.Ordinal);
        Assert.Equal([3, 2, 2], Model.Load(_folder["s"], Options with { Sizes = [3, 2, 2] }).Network.Sizes);
    }

    [Fact]
    public void Metadata_may_name_the_activations()
    {
        WriteTensors("""{"nabla.activations":"tanh,softmax"}""", "F32", [("0.weight", [2, 3], 6), ("2.weight", [2, 2], 4)], 0);

        var network = Model.Load(_folder["s"]).Network;
        Assert.Equal([Activation.Tanh, Activation.Softmax], network.Layers.Select(layer => layer.Activation));
        Assert.Equal([0, 0], network.Layers[0].Biases.ToArray());
    }

    [Theory]
    [InlineData("1.running_mean", "'1.running_mean' is no part of a dense layer")]
    [InlineData("3.bias", "'3.bias' is no part of a dense layer")]
    [InlineData("conv.weight", "'conv.weight' is no matrix")]
    public void Tensors_of_other_layers_are_refused_by_name(string name, string reason)
    {
        WriteTensors("{}", "F32", [("0.weight", [2, 3], 6), (name, [2], 2)], 0);
        Assert.Contains(reason, Refusal(Options), StringComparison.Ordinal);
    }

    [Fact]
    public void Our_own_files_may_hold_more_but_not_less()
    {
        const string Ours = """{"format":"nabla","nabla.activations":"tanh"}""";
        WriteTensors(Ours, "F32", [("layers.0.weight", [2, 3], 6), ("layers.0.bias", [2], 2), ("optimizer.steps", [1], 1)], 0);
        Assert.Equal([3, 2], Model.Load(_folder["s"]).Network.Sizes);
        WriteTensors(Ours, "F32", [("layers.0.weight", [2, 3], 6)], 0);
        Assert.Contains("no vector 'layers.0.bias' of 2 numbers", Refusal(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_beyond_everything_are_refused()
    {
        WriteTensors("{}", "F64", [("0.weight", [int.MaxValue, int.MaxValue], 6)], 0);
        Assert.Contains("does not fit its shape", Refusal(Options), StringComparison.Ordinal);
        WriteTensors("{}", "F32", [("0.weight", [long.MaxValue, long.MaxValue], 6)], 0);
        Assert.Contains("is no matrix", Refusal(Options), StringComparison.Ordinal);
    }

    private string Refusal(StateDictOptions? options) => Assert.Throws<InvalidDataException>(() => Model.Load(_folder["s"], options)).Message;

    /// <summary>Layers whose every number is the same.</summary>
    private void Write(string type, params (string Name, int Inputs, int Outputs, float Value)[] layers)
    {
        var tensors = layers.SelectMany(layer => new (string, long[], int)[]
        {
            ($"{layer.Name}.bias", [layer.Outputs], layer.Outputs), ($"{layer.Name}.weight", [layer.Outputs, layer.Inputs], layer.Outputs * layer.Inputs),
        });
        WriteTensors("{}", type, [.. tensors], [.. layers.SelectMany(layer => Enumerable.Repeat(layer.Value, layer.Outputs * (layer.Inputs + 1)))]);
    }

    private void WriteTensors(string metadata, string type, (string Name, long[] Shape, int Count)[] tensors, params float[] values)
    {
        int size = type is "F64" ? 8 : type.EndsWith("16", StringComparison.Ordinal) ? 2 : 4;
        int offset = 0;
        var entries = new List<string>();
        foreach (var (name, shape, count) in tensors)
        {
            entries.Add(
                $$"""{{JsonSerializer.Serialize(name)}}:{"dtype":"{{type}}","shape":{{JsonSerializer.Serialize(shape)}},"data_offsets":[{{offset}},{{offset + size * count}}]}""");
            offset += size * count;
        }

        byte[] header = Encoding.UTF8.GetBytes($$"""{"__metadata__":{{metadata}},{{string.Join(',', entries)}}}""");
        byte[] prefix = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, header.Length);
        var numbers = Enumerable.Range(0, offset / size).SelectMany(i => Number(type, i < values.Length ? values[i] : 0));
        File.WriteAllBytes(_folder["s"], [.. prefix, .. header, .. numbers]);
    }

    private static byte[] Number(string type, float value) => type switch
    {
        "F64" => BitConverter.GetBytes((double)value),
        "F16" => BitConverter.GetBytes((Half)value),
        "BF16" => BitConverter.GetBytes(value)[2..],
        _ => BitConverter.GetBytes(value),
    };
}
