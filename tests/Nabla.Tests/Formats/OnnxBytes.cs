namespace Nabla.Tests;

/// <summary>ONNX files as other programs write them, put together by hand.</summary>
internal sealed class OnnxBytes
{
    private readonly ProtobufWriter _graph = new();

    public OnnxBytes Input(string name) => Add(11, new ProtobufWriter().Text(1, name));

    public OnnxBytes Output(string name) => Add(12, new ProtobufWriter().Text(1, name));

    /// <summary>Numbers in a list, as older programs write them, instead of as bytes.</summary>
    public OnnxBytes Floats(string name, long[] shape, params float[] values)
    {
        var tensor = Tensor(name, shape, 1);
        foreach (float value in values) tensor.Single(4, value);
        return Add(5, tensor);
    }

    public OnnxBytes Doubles(string name, long[] shape, params double[] values) =>
        Add(5, Tensor(name, shape, 11).Bytes(9, [.. values.SelectMany(BitConverter.GetBytes)]));

    public OnnxBytes Integers(string name, params long[] values)
    {
        var tensor = Tensor(name, [values.Length], 7);
        foreach (long value in values) tensor.Integer(7, value);
        return Add(5, tensor);
    }

    /// <summary>So many whole numbers, as bytes.</summary>
    public OnnxBytes PackedIntegers(string name, int count) => Add(5, Tensor(name, [count], 7).Bytes(9, new byte[count * sizeof(long)]));

    public OnnxBytes External(string name) => Add(5, Tensor(name, [1], 1).Integer(14, 1));

    /// <summary>A node: its operator, its inputs, its output; whole numbers as attributes.</summary>
    public OnnxBytes Node(string line, params (string Name, object Value)[] attributes)
    {
        // "Gemm x w b -> y"
        string[] words = line.Split(' ');
        var node = new ProtobufWriter();
        foreach (string input in words[1..^2]) node.Text(1, input);
        node.Text(2, words[^1]).Text(3, $"the-{words[0]}").Text(4, words[0]);
        foreach (var (name, value) in attributes)
        {
            var attribute = new ProtobufWriter().Text(1, name);
            node.Message(5, value switch
            {
                int number => attribute.Integer(3, number),
                float number => attribute.Single(2, number),
                _ => attribute.Text(4, (string)value),
            });
        }

        return Add(1, node);
    }

    public Model Load() => OnnxFile.Load(new MemoryStream(new ProtobufWriter().Message(7, _graph).Written.ToArray()), "x.onnx");

    public string Refusal() => Assert.Throws<InvalidDataException>(Load).Message;

    private OnnxBytes Add(int field, ProtobufWriter message)
    {
        _graph.Message(field, message);
        return this;
    }

    private static ProtobufWriter Tensor(string name, long[] shape, int type)
    {
        var tensor = new ProtobufWriter().Integer(2, type).Text(8, name);
        foreach (long size in shape) tensor.Integer(1, size);
        return tensor;
    }
}
