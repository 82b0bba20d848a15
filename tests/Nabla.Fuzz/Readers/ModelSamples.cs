namespace Nabla.Fuzz;

/// <summary>Small models with all that a model file can say.</summary>
internal static class ModelSamples
{
    public static IReadOnlyList<TableEncoding> Encodings { get; } =
    [
        .. from target in new[] { "kind", "height" }
           from missing in new[] { MissingValues.Refuse, MissingValues.Median }
           select TableEncoding.Split(Flowers(), new TableOptions { Target = target, Missing = missing }).Encoding,
    ];

    public static IReadOnlyList<Model> All { get; } = [.. Plain(), .. OnTables()];

    /// <summary>What a saver writes.</summary>
    public static byte[] Saved(Model model, string ending) => Saved(path => model.Save(path), ending);

    public static byte[] Saved(Action<string> save, string ending = "")
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ending);
        save(path);
        byte[] bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private static IEnumerable<Model> Plain() =>
    [
        new(Make(3, [Activation.Sigmoid, Activation.Sigmoid], [4, 2]), new ModelInfo { Cost = Cost.Quadratic }),
        new(Make(4, [Activation.Relu, Activation.Gelu, Activation.Softmax], [5, 3, 3]), new ModelInfo
        {
            Cost = Cost.CrossEntropy, ClassNames = ["zero", "one", "zwei \"2\""],
            Provenance = new Dictionary<string, string>(StringComparer.Ordinal) { ["seed"] = "7", ["data"] = "手写数字" },
        }),
        new(Make(1, [Activation.Identity], [1]), new ModelInfo()),
        new(Make(2, [Activation.Swish, Activation.Elu, Activation.LeakyRelu, Activation.Softplus, Activation.Tanh], [2, 3, 1, 2, 2]), new ModelInfo { Cost = Cost.HalfQuadratic }),
    ];

    private static IEnumerable<Model> OnTables() => Encodings.Select(encoding => new Model(
        Make(encoding.Inputs, [Activation.Relu, encoding.Outputs > 1 ? Activation.Softmax : Activation.Identity], [3, encoding.Outputs]),
        new ModelInfo { Table = encoding, ClassNames = encoding.Target.Classes, Cost = encoding.Outputs > 1 ? Cost.CrossEntropy : Cost.Quadratic }));

    private static Network Make(int inputs, Activation[] activations, int[] neurons) =>
        Network.Create(inputs, seed: 5, [.. neurons.Zip(activations, (count, activation) => new Dense(count, activation))]);

    private static Table Flowers() => Table.FromRows("flowers", ["height", "colour", "kind"], Enumerable.Range(0, 8).Select(i =>
        (i + 2, (IReadOnlyList<string>)[$"{100 + i * 7 % 13 + 0.5}", i % 3 == 0 ? "red" : "blue", i % 2 == 0 ? "aster" : "broom"])));
}
