using System.Text;

namespace Nabla.Fuzz;

/// <summary>Files of PyTorch's <c>state_dict</c>: no activations, any names, numbers of 16, 32 and 64 bits.</summary>
internal sealed class StateDicts() : Reader("state-dict", 20_000)
{
    public override IReadOnlyList<byte[][]> Samples { get; } =
    [
        File("F32", 4, ("fc1.weight", [3, 2]), ("fc1.bias", [3]), ("fc2.weight", [2, 3]), ("fc2.bias", [2])),
        File("F16", 2, ("0.weight", [2, 3]), ("0.bias", [2])),
        File("F64", 8, ("net.10.weight", [1, 2]), ("net.2.weight", [2, 4])),
        File("BF16", 2, ("weight", [2, 2]), ("bias", [2])),
        File("F32", 4, ("b.weight", [2, 2]), ("a.weight", [2, 3])),
    ];

    public override IReadOnlyList<string> Words { get; } =
        ["F16", "F32", "F64", "BF16", "I64", "weight", "bias", ".weight", ".bias", "fc2.", "\"shape\":[3,2]", "\"data_offsets\":[0,24]", "\"x.weight\":{", "},", "running_mean"];

    public override byte[][] Mutate(byte[][] sample, Mutator mutator) =>
        mutator.OneIn(3) ? [sample[0], mutator.Mutate(sample[1])] : [mutator.Mutate(sample[0]), sample[1]];

    public override Action Read(byte[][] parts, string folder)
    {
        var options = new StateDictOptions { Hidden = Activation.Relu, Output = Activation.Identity };
        var model = Model.Load(new MemoryStream(SafetensorsModels.Whole(parts)), "x.safetensors", options);
        return () => ModelUse.Of(model, folder);
    }

    private static byte[][] File(string type, int size, params (string Name, int[] Shape)[] tensors)
    {
        var header = new StringBuilder("{");
        int at = 0;
        foreach (var (name, shape) in tensors)
        {
            int end = at + size * shape.Aggregate((x, y) => x * y);
            header.Append($"{(at > 0 ? "," : "")}\"{name}\":{{\"dtype\":\"{type}\",\"shape\":[{string.Join(',', shape)}],\"data_offsets\":[{at},{end}]}}");
            at = end;
        }

        return [Encoding.UTF8.GetBytes(header.Append('}').ToString()), [.. Enumerable.Range(0, at).Select(i => (byte)(i * 37))]];
    }
}
