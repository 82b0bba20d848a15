namespace Nabla.Fuzz;

/// <summary>Models as JSON files.</summary>
internal sealed class JsonModels() : Reader("json", 30_000)
{
    public override IReadOnlyList<byte[][]> Samples { get; } = [.. ModelSamples.All.Select(model => new[] { ModelSamples.Saved(model, ".json") })];

    public override IReadOnlyList<string> Words { get; } =
        ["\"inputs\":", "\"layers\":[", "\"activation\":\"softmax\"", "\"weights\":[[1]]", "\"biases\":[]", "\"cost\":\"cross-entropy\"",
            "\"classes\":[\"a\"]", "\"provenance\":{\"a\":1}", "\"table\":{}", "\"sizes\":[1,1]", "\"NaN\"", "\"-Infinity\"", ","];

    public override Action Read(byte[][] parts, string folder)
    {
        var model = Model.Load(Write(folder, "x.json", parts[0]));
        return () => ModelUse.Of(model, folder);
    }
}
