namespace Nabla.Fuzz;

/// <summary>Models as safetensors files: the header and the numbers are changed each by itself, and mostly put together rightly.</summary>
internal sealed class SafetensorsModels() : Reader("safetensors", 15_000)
{
    public override IReadOnlyList<byte[][]> Samples { get; } = [.. ModelSamples.All.Select(model => Parts(ModelSamples.Saved(model, ".safetensors")))];

    public override IReadOnlyList<string> Words { get; } =
    [
        "\"dtype\":\"F16\"", "\"F32\"", "\"F64\"", "\"BF16\"", "\"I8\"", "\"shape\":[2,2]",
        "\"data_offsets\":[0,16]", "\"__metadata__\":{\"format\":\"nabla\"}", "layers.0.weight", "layers.0.bias",
        "\"nabla.activations\":\"sigmoid\"", "softmax", "\"nabla.cost\":\"cross-entropy\"",
        "\"nabla.classes\":\"[]\"", "\"nabla.table\":\"{}\"", "\"nabla.provenance.x\":\"y\"", ",",
    ];

    public override byte[][] Mutate(byte[][] sample, Mutator mutator)
    {
        if (mutator.OneIn(8)) return [mutator.Mutate(Whole(sample))];
        return mutator.OneIn(3) ? [sample[0], mutator.Mutate(sample[1])] : [mutator.Mutate(sample[0]), sample[1]];
    }

    public override Action Read(byte[][] parts, string folder)
    {
        var model = Model.Load(new MemoryStream(parts.Length == 1 ? parts[0] : Whole(parts)), "x.safetensors");
        return () => ModelUse.Of(model, folder);
    }

    /// <summary>A file's header and numbers.</summary>
    internal static byte[][] Parts(byte[] file)
    {
        int end = 8 + (int)BitConverter.ToInt64(file);
        return [file[8..end], file[end..]];
    }

    /// <summary>A file of a header and numbers.</summary>
    internal static byte[] Whole(byte[][] parts) => [.. BitConverter.GetBytes((long)parts[0].Length), .. parts[0], .. parts[1]];
}
