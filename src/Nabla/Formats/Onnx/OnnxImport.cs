namespace Nabla;

/// <summary>Finds the dense layers in a graph, node by node. What is not part of such a network is refused by its node's name.</summary>
internal sealed class OnnxImport
{
    private readonly OnnxGraph _graph;
    private readonly Dictionary<string, OnnxValue> _values = new(StringComparer.Ordinal);
    // So many may be made of any file, 16 MiB of them: a matrix that two layers share, or one number as the bias of all neurons.
    private const long FewNumbers = 1 << 22;

    private OnnxNode _node = new();
    private int _index;

    private readonly TableEncoding? _table;

    // Numbers that the file holds, and that nodes made of them.
    private long _held, _made;

    private OnnxImport(OnnxGraph graph)
    {
        (_graph, _table) = (graph, ModelMetadata.TableOf(graph.Metadata));
        foreach (var constant in graph.Constants.Values) _held += constant.Count;
    }

    /// <summary>The network, and whether it divides its inputs by 255, as Nabla does with every image before a network sees it.</summary>
    public static (Network Network, bool TakesPixels) Read(OnnxGraph graph) => new OnnxImport(graph).Read();

    private (Network Network, bool TakesPixels) Read()
    {
        // Files of older versions list what they hold among the inputs as well.
        string[] inputs = [.. _graph.Inputs.Where(name => !_graph.Constants.ContainsKey(name))];
        if (inputs.Length != 1 || _graph.Outputs.Count != 1)
            throw Refusal.Data($"it has {inputs.Length} inputs and {_graph.Outputs.Count} outputs; one of each is read");
        _values[inputs[0]] = new OnnxValue($"", null);
        foreach (var node in _graph.Nodes)
        {
            _node = node;
            Follow();
            _index++;
        }

        return _values.TryGetValue(_graph.Outputs[0], out var output) ? Collect(output)
            : throw Refusal.Data($"nothing makes its output '{Printable.Name(_graph.Outputs[0])}'");
    }

    private void Follow()
    {
        if (_node.Domain is not ("" or "ai.onnx") || _node.Inputs.Count == 0 && _node.Operator != "Constant") throw NotOurs();
        if (StandardisesAsTheTable())
        {
            Define(Value(0));
            return;
        }

        switch (_node.Operator)
        {
            case "Constant": Define(Held()); break;
            case "Identity" when TryConstant(0) is { } constant: Define(constant); break;
            case "Identity" or "Dropout": Define(Value(0)); break;
            case "Flatten": Define(Integer("axis", 1) == 1 ? Value(0) : throw Bad($"it flattens along another axis than 1")); break;
            case "Reshape": Define(Reshape()); break;
            case "Gemm": Define(Gemm()); break;
            case "MatMul": Define(Layer(Value(0), Constant(1), isTurned: false, 1)); break;
            case "Add": Define(Add()); break;
            case "Mul": Define(Multiply()); break;
            case "Div": Define(Scale(Value(0), 1 / Number(Constant(1)))); break;
            case "Erf": Define(Value(0).ApplyErf() ?? throw Bad($"it is not the erf(z/√2) of a GELU")); break;
            case "Gelu" when Text("approximate", "none") != "none": throw Bad($"it is the GELU by tanh; only the exact one is read");
            case "Softmax" when Integer("axis", -1) is not (1 or -1): throw Bad($"it is not along the last axis");
            default: Define(Function()); break;
        }
    }

    // What Nabla does itself with the rows of the table that the file describes.
    private bool StandardisesAsTheTable()
    {
        if (_table is null || _node.Inputs.Count != 2 || OnnxTableScaling.Numbers(_table, _node.Inputs[1]) is not { } numbers) return false;
        bool isSame = _node.Operator == (_node.Inputs[1] switch
        {
            OnnxTableScaling.Mean => "Sub",
            OnnxTableScaling.Deviation => "Div",
            OnnxTableScaling.TargetDeviation => "Mul",
            _ => "Add",
        }) && Charged(Constant(1)).AsSpan().SequenceEqual(numbers);
        return isSame ? true : throw Bad($"it does not standardise as the table that the file describes");
    }

    private OnnxValue Function()
    {
        var activation = Activation.All.FirstOrDefault(known => known.Onnx.Operator == _node.Operator) ?? throw NotOurs();
        foreach (var (name, value, usual) in activation.Onnx.Parameters)
        {
            if (Number(name, usual) != value) throw Bad($"its {name} is not {value}");
        }

        return Value(0).Apply(activation) ?? throw Bad($"it follows another function, and a layer has one activation");
    }

    // Gemm is alpha·A·B + beta·C.
    private OnnxValue Gemm()
    {
        if (Integer("transA", 0) != 0) throw Bad($"it turns its inputs (transA)");
        var value = Layer(Value(0), Constant(1), isTurned: Integer("transB", 0) != 0, Number("alpha", 1));
        return _node.Inputs.Count < 3 || _node.Inputs[2].Length == 0 ? value : AddBiases(value, Constant(2), Number("beta", 1));
    }

    // Our weights are a row a neuron; those of MatMul, and of Gemm unless B is turned (transB), a column.
    private OnnxValue Layer(OnnxValue source, OnnxTensor matrix, bool isTurned, float factor)
    {
        if (matrix.Shape is not [var rows, var columns] || matrix.Count == 0) throw Bad($"its weights are no matrix");
        var (outputs, inputs) = isTurned ? ((int)rows, (int)columns) : ((int)columns, (int)rows);
        if (source.Layer is { } before && before.Outputs != inputs)
            throw Bad($"it takes {inputs} inputs, but the layer before has {before.Outputs} neurons");
        Charge(matrix.Count);
        return new OnnxValue(NodeName, new OnnxLayer(source, inputs, outputs, matrix, isTurned, factor));
    }

    private OnnxValue AddBiases(OnnxValue sums, OnnxTensor constant, float factor)
    {
        if (!sums.IsPlain || sums.Layer is not { } layer) throw Bad($"what it adds is no bias of a layer");
        if (constant.Count != 1 && (constant.Count != layer.Outputs || constant.Shape[^1] != layer.Outputs))
            throw Bad($"it adds {constant.Count} numbers to the sums of {layer.Outputs} neurons");
        Charge(layer.Outputs);
        return new OnnxValue(NodeName, layer with { Biases = new OnnxBiases(layer.Biases, constant, factor) });
    }

    // A small file could use one matrix or one bias a thousand times.
    private void Charge(long numbers)
    {
        _made += numbers;
        if (_made <= 2 * _held + FewNumbers) return;
        throw Bad($"with it the nodes make {_made} numbers of the {_held} that the file holds, and at most {2 * _held + FewNumbers} are made; "
            + $"save the model with numbers of its own for every layer");
    }

    private float[] Charged(OnnxTensor constant)
    {
        Charge(constant.Count);
        return constant.ToArray();
    }

    private OnnxValue Add()
    {
        var (value, constant) = ValueAndConstant();
        return constant.Single == 1 && value.AddOne() is { } erf ? erf : AddBiases(value, constant, 1);
    }

    private OnnxValue Multiply()
    {
        if (TryConstant(0) is null && TryConstant(1) is null)
            return Value(0).Times(Value(1)) ?? throw Bad($"it multiplies what no activation function does");
        var (value, constant) = ValueAndConstant();
        return Scale(value, Number(constant));
    }

    private OnnxValue Scale(OnnxValue value, double factor) =>
        double.IsNormal(value.Scale * factor) ? value with { Scale = value.Scale * factor } : throw Bad($"it scales by no usual number");

    // A network has no use for the rows and columns of a picture: they are taken one after the other.
    private OnnxValue Reshape()
    {
        var value = Value(0);
        var shape = Constant(1);
        if (shape.Count != 2) throw Bad($"it does not make rows of numbers");
        float width = shape.ToArray()[1];
        return value.Layer is null || width < 0 || width == value.Layer.Outputs ? value : throw Bad($"it joins or divides examples");
    }

    private static (Network Network, bool TakesPixels) Collect(OnnxValue output)
    {
        var layers = new List<DenseLayer>();
        for (; output.Layer is { } found; output = found.Source)
        {
            var activation = output.Activation
                ?? throw Refusal.Data($"what comes from {output.Node} is no activation function that Nabla has");
            layers.Add(found.Make(activation));
        }

        layers.Reverse();
        if (output.Factors != OnnxValue.Sums) throw Refusal.Data($"there is a function before its first layer");
        bool takesPixels = OnnxValue.IsNear(output.Scale, 1 / 255.0);
        if (!takesPixels && output.Scale != 1 && layers.Count > 0)
        {
            // W·(c·x) = (c·W)·x.
            foreach (ref float w in layers[0].Weights) w = (float)(w * output.Scale);
        }

        return (new Network(layers), takesPixels);
    }

    private void Define(OnnxValue value) => _values[Output()] = value with { Node = NodeName };

    private void Define(OnnxTensor constant) => _graph.Constants[Output()] = constant;

    private string Output() => _node.Outputs.Count > 0 ? _node.Outputs[0] : throw Bad($"it has no output");

    private OnnxValue Value(int input)
    {
        string name = Input(input);
        if (_values.TryGetValue(name, out var value)) return value;
        throw Bad(_graph.Constants.ContainsKey(name) ? (Said)$"its input {input} is a constant"
            : $"its input '{Printable.Name(name)}' is made by no node before it");
    }

    private OnnxTensor Constant(int input) => TryConstant(input) ?? throw Bad($"its input {input} is no constant");

    private OnnxTensor? TryConstant(int input) => _graph.Constants.GetValueOrDefault(Input(input));

    private string Input(int input) => input < _node.Inputs.Count ? _node.Inputs[input] : throw Bad($"it has no input {input}");

    private (OnnxValue Value, OnnxTensor Constant) ValueAndConstant() =>
        TryConstant(0) is { } first ? (Value(1), first) : (Value(0), TryConstant(1) ?? throw Bad($"it joins two branches"));

    private double Number(OnnxTensor constant) =>
        constant.Single ?? throw Bad($"it scales by {constant.Count} numbers; one is read");

    private OnnxTensor Held()
    {
        var constant = _node.Attributes.GetValueOrDefault("value")?.Tensor ?? Scalar();
        _held += constant.Count;
        return constant;
    }

    private OnnxTensor Scalar() => _node.Attributes.TryGetValue("value_float", out var number) ? new OnnxTensor([], [number.Number])
        : throw Bad($"its numbers are of a kind that is not read");

    private float Number(string attribute, float usual) => _node.Attributes.TryGetValue(attribute, out var given) ? given.Number : usual;

    private long Integer(string attribute, long usual) => _node.Attributes.TryGetValue(attribute, out var given) ? given.Integer : usual;

    private string Text(string attribute, string usual) => _node.Attributes.TryGetValue(attribute, out var given) ? given.Text : usual;

    private Said NodeName => _node.Name.Length > 0
        ? (Said)$"node '{Printable.Name(_node.Name)}' ({Printable.Name(_node.Operator)})"
        : $"node number {_index} ({Printable.Name(_node.Operator)})";

    private InvalidDataException Bad(Said reason) => Refusal.Data($"{NodeName}: {reason}");

    private InvalidDataException NotOurs() => Bad($"that operation is not part of the networks that Nabla has: "
        + $"Gemm, MatMul and Add with an activation function after them");
}
