using static Nabla.Fuzz.ProtobufField;

namespace Nabla.Fuzz;

/// <summary>ONNX files, our own and as other programs write them; mostly changed field by field, with the lengths around it mended.</summary>
internal sealed class OnnxModels() : Reader("onnx", 15_000)
{
    public override IReadOnlyList<byte[][]> Samples { get; } =
    [
        .. ModelSamples.All.Select(model => new[] { ModelSamples.Saved(model, ".onnx") }),
        [Graph(Node("MatMul", "x", "w", "z"), Node("Add", "z", "b", "h"), Node("Relu", "h", "r"), Node("Gemm", "r", "v", "b", "y"))],
        [Graph(Node("Div", "x", "pixel", "s"), Node("Flatten", "s", "f"), Node("Gemm", "f", "w", "b", "z"), Node("Sigmoid", "z", "y"))],
        [Graph(Node("Reshape", "x", "flat", "f"), Node("MatMul", "f", "w", "z"), Node("Add", "b", "z", "h"), Node("Sigmoid", "h", "s"), Node("Mul", "h", "s", "y"))],
        [Graph(Node("Gemm", "x", "w", "b", "z"), Node("Div", "z", "two", "e"), Node("Erf", "e", "f"),
            Node("Add", "f", "one", "g"), Node("Mul", "z", "g", "h"), Node("Mul", "h", "half", "y"))],
    ];

    public override IReadOnlyList<string> Words { get; } =
    [
        "Gemm", "MatMul", "Add", "Mul", "Div", "Sub", "Flatten", "Reshape", "Identity", "Dropout", "Erf",
        "Relu", "Sigmoid", "Tanh", "Softmax", "LeakyRelu", "Elu", "Softplus", "Gelu", "Concat", "Split",
        "Transpose", "Cast", "Constant", "x", "y", "z", "w", "b", "alpha", "beta", "transB", "transA",
        "axis", "input", "output", "nabla.table", "nabla.cost", "nabla.classes", "cross-entropy",
    ];

    public override byte[][] Mutate(byte[][] sample, Mutator mutator)
    {
        if (mutator.OneIn(8) || Parse(sample[0]) is not { } fields) return base.Mutate(sample, mutator);
        for (int times = mutator.Times(); times > 0; times--) fields = ProtobufField.Mutate(fields, mutator);
        return [ProtobufField.Write(fields)];
    }

    public override Action Read(byte[][] parts, string folder)
    {
        var model = Model.Load(Write(folder, "x.onnx", parts[0]));
        return () => ModelUse.Of(model, folder);
    }

    // Two inputs, two neurons a layer; see onnx.proto for the numbers of the fields.
    private static byte[] Graph(params ProtobufField[] nodes) => ProtobufField.Write(
    [
        Of(7,
        [
            .. nodes, Of(11, Of(1, "x")), Of(12, Of(1, "y")),
            Tensor("w", [2, 2], 0.5f, 1, -1, 2), Tensor("v", [2, 2], 1, 2, 3, 4), Tensor("b", [2], 1, 2),
            Tensor("two", [], 1.4142135f), Tensor("one", [], 1), Tensor("half", [], 0.5f), Tensor("pixel", [], 255),
            Of(5, Of(1, 2), Of(2, 7), Of(7, ulong.MaxValue), Of(7, 2), Of(8, "flat")),
        ]),
    ]);

    // Operator, inputs, output.
    private static ProtobufField Node(string operation, params string[] names) =>
        Of(1, [.. names[..^1].Select(name => Of(1, name)), Of(2, names[^1]), Of(4, operation)]);

    private static ProtobufField Tensor(string name, int[] shape, params float[] values) =>
        Of(5, [.. shape.Select(size => Of(1, (ulong)size)), Of(2, 1), .. values.Select(value => Of(4, value)), Of(8, name)]);
}
