namespace Nabla.Fuzz;

/// <summary>The JSON files that <c>network2.py</c> of Nielsen's book saves.</summary>
internal sealed class NielsenModels() : Reader("nielsen", 30_000)
{
    public override IReadOnlyList<byte[][]> Samples { get; } =
    [
        [[.. """{"sizes": [2, 3, 1], "weights": [[[0.1, -2.5], [1e-3, 4], [5, 6]], [[1, 2, 3]]], "biases": [[[0.5], [1], [2]], [[-1]]], "cost": "CrossEntropyCost"}"""u8]],
        [[.. """{"sizes":[1,1],"weights":[[[1]]],"biases":[[[0]]],"cost":"QuadraticCost"}"""u8]],
    ];

    public override IReadOnlyList<string> Words { get; } = ["\"sizes\":", "\"weights\":", "\"biases\":", "\"cost\":", "QuadraticCost", "[[1]]", "[]", "[1, 2]", "]]", ",", "1e400"];

    public override Action Read(byte[][] parts, string folder)
    {
        var model = Model.Load(Write(folder, "x.json", parts[0]));
        return () => ModelUse.Of(model, folder);
    }
}
