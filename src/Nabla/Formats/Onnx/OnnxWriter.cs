namespace Nabla;

/// <summary>Writes the messages of ONNX; the numbers of their fields are those of onnx.proto.</summary>
internal sealed class OnnxWriter
{
    // Version 13 of the operators has all that we need, in every runtime since 2020; version 7 of the file came with it.
    private const int OperatorVersion = 13, FileVersion = 7;
    private const int FloatType = 1;
    private const int FloatAttribute = 1, IntegerAttribute = 2;

    private readonly ProtobufWriter _graph = new();
    private string _last = "";

    public static ProtobufWriter Write(
        Network network, bool takesPixels, TableEncoding? table, IReadOnlyDictionary<string, string> metadata)
    {
        var model = new ProtobufWriter().Integer(1, FileVersion).Text(2, "nabla")
            .Message(7, new OnnxWriter().WriteGraph(network, takesPixels, table))
            .Message(8, new ProtobufWriter().Text(1, "").Integer(2, OperatorVersion));
        foreach (var (key, value) in metadata) model.Message(14, new ProtobufWriter().Text(1, key).Text(2, value));
        return model;
    }

    private ProtobufWriter WriteGraph(Network network, bool takesPixels, TableEncoding? table)
    {
        _graph.Text(2, "nabla");
        string input = _last = takesPixels ? "pixels" : "input";
        if (takesPixels) Node("Div", "scaled", Number("scale", 255));
        if (table is not null)
        {
            Node("Sub", "table.centred", TableNumbers(table, OnnxTableScaling.Mean));
            Node("Div", "table.scaled", TableNumbers(table, OnnxTableScaling.Deviation));
        }

        bool standardisesTarget = table is { Target.Classes: null };
        for (int l = 0; l < network.Layers.Count; l++)
        {
            var layer = network.Layers[l];
            string name = $"layers.{l}";
            Tensor($"{name}.weight", layer.Weights, layer.Outputs, layer.Inputs);
            Tensor($"{name}.bias", layer.Biases, layer.Outputs);
            _last = Gemm(name);
            Activate(layer.Activation, name, l == network.Layers.Count - 1 && !standardisesTarget ? "output" : $"{name}.activation");
        }

        if (standardisesTarget)
        {
            Node("Mul", "table.spread", TableNumbers(table!, OnnxTableScaling.TargetDeviation));
            Node("Add", "output", TableNumbers(table!, OnnxTableScaling.TargetMean));
        }

        return _graph.Message(11, Place(input, network.Inputs)).Message(12, Place("output", network.Outputs));
    }

    private void Activate(Activation activation, string name, string output)
    {
        var spelling = activation.Onnx;
        if (spelling.Steps.Count == 0)
        {
            Node(spelling.Operator, output, parameters: spelling.Parameters);
            return;
        }

        string z = _last;
        foreach (var step in spelling.Steps)
        {
            string? second = step.Operand is null or OnnxStep.Sums ? step.Operand : Number($"{name}.{step.Operand}", step.Number);
            Node(step.Operator, step == spelling.Steps[^1] ? output : $"{name}.{step.Output}", second == OnnxStep.Sums ? z : second);
        }
    }

    private string Gemm(string name)
    {
        string output = $"{name}.sums";
        _graph.Message(1, Begin("Gemm", output, _last, $"{name}.weight", $"{name}.bias")
            .Message(5, new ProtobufWriter().Text(1, "transB").Integer(3, 1).Integer(20, IntegerAttribute)));
        return output;
    }

    private void Node(string operation, string output, string? second = null, params IReadOnlyList<OnnxParameter> parameters)
    {
        var node = Begin(operation, output, second is null ? [_last] : [_last, second]);
        foreach (var (parameter, value, _) in parameters)
            node.Message(5, new ProtobufWriter().Text(1, parameter).Single(2, value).Integer(20, FloatAttribute));
        _graph.Message(1, node);
        _last = output;
    }

    private static ProtobufWriter Begin(string operation, string output, params ReadOnlySpan<string> inputs)
    {
        var node = new ProtobufWriter();
        foreach (string input in inputs) node.Text(1, input);
        return node.Text(2, output).Text(3, $"{output}/{operation}").Text(4, operation);
    }

    private string Number(string name, float value)
    {
        Tensor(name, [value]);
        return name;
    }

    private string TableNumbers(TableEncoding table, string name)
    {
        float[] numbers = OnnxTableScaling.Numbers(table, name)!;
        Tensor(name, numbers, numbers.Length);
        return name;
    }

    private void Tensor(string name, Span<float> values, params ReadOnlySpan<int> shape)
    {
        var tensor = new ProtobufWriter();
        foreach (int size in shape) tensor.Integer(1, size);
        _graph.Message(5, tensor.Integer(2, FloatType).Text(8, name).Bytes(9, ParameterBytes.ToLittleEndian(values)));
    }

    // Examples by the row, as many as the caller likes.
    private static ProtobufWriter Place(string name, int width) => new ProtobufWriter().Text(1, name).Message(2, new ProtobufWriter()
        .Message(1, new ProtobufWriter().Integer(1, FloatType).Message(2, new ProtobufWriter()
            .Message(1, new ProtobufWriter().Text(2, "batch")).Message(1, new ProtobufWriter().Integer(1, width)))));
}
