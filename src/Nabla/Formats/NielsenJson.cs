using System.Text.Json;

namespace Nabla;

/// <summary>
/// What <c>network2.py</c> of Nielsen's book saves: sizes, a matrix of weights and a column of biases for each layer, all of them sigmoid,
/// and the name of the cost (http://neuralnetworksanddeeplearning.com, chapter 3). Its 64-bit numbers become 32-bit ones.
/// </summary>
internal static class NielsenJson
{
    public static Model Read(JsonElement root, JsonElement sizesElement)
    {
        int[] sizes = [.. NetworkJson.List(sizesElement, $"its 'sizes'").Select(size =>
            size.ValueKind == JsonValueKind.Number && size.TryGetInt32(out int number) && number > 0 ? number
                : throw Refusal.Data($"its 'sizes' are not all numbers of neurons"))];
        var weights = NetworkJson.List(NetworkJson.Member(root, "weights", $"it"), $"its 'weights'");
        var biases = NetworkJson.List(NetworkJson.Member(root, "biases", $"it"), $"its 'biases'");
        if (sizes.Length < 2 || weights.Length != sizes.Length - 1 || biases.Length != sizes.Length - 1)
            throw Refusal.Data($"it has {sizes.Length} sizes, "
                + $"{weights.Length} matrices of weights and {biases.Length} lists of biases, which do not fit");

        var layers = new List<DenseLayer>();
        for (int l = 0; l < weights.Length; l++)
        {
            var rows = NetworkJson.List(weights[l], $"matrix {l} of its 'weights'");
            var column = NetworkJson.List(biases[l], $"list {l} of its 'biases'");
            if (rows.Length != sizes[l + 1] || column.Length != sizes[l + 1])
                throw Refusal.Data($"its weights and biases number {l} are not those of {sizes[l + 1]} neurons");
            NetworkJson.CheckRows(rows, sizes[l], $"its 'weights' number {l}");
            var layer = new DenseLayer(sizes[l], sizes[l + 1], Activation.Sigmoid);
            for (int j = 0; j < rows.Length; j++)
            {
                NetworkJson.Numbers(rows[j], layer.Row(j), $"row {j} of matrix {l} of its 'weights'");
                NetworkJson.Numbers(column[j], layer.Biases.Slice(j, 1), $"bias {j} of list {l} of its 'biases'");
            }

            layers.Add(layer);
        }

        return new Model(new Network(layers), new ModelInfo { Cost = ReadCost(root) });
    }

    private static Cost? ReadCost(JsonElement root)
    {
        if (!root.TryGetProperty("cost", out var cost)) return null;
        return cost.ToString() switch
        {
            "QuadraticCost" => Cost.HalfQuadratic,
            "CrossEntropyCost" => Cost.BinaryCrossEntropy,
            var other => throw Refusal.Data(
                $"its cost is '{Printable.Name(other)}', neither QuadraticCost nor CrossEntropyCost"),
        };
    }
}
