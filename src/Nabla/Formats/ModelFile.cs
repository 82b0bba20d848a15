namespace Nabla;

/// <summary>
/// Networks in safetensors files: <c>layers.0.weight</c> of shape [neurons, inputs], <c>layers.0.bias</c> of shape [neurons], and
/// so on, 32-bit floats; activations, cost and provenance in the metadata. What is written is read back bit for bit. A
/// <c>state_dict</c> of such layers that PyTorch saved is read too, once it is known which activations they have.
/// </summary>
internal static class ModelFile
{
    private const string ActivationsKey = "nabla.activations";

    /// <summary>The format of these files: Nabla's own.</summary>
    public static ModelFormat Format { get; } = new("safetensors", ".safetensors", "for PyTorch: layers.0.weight, layers.0.bias, …",
        start => start is [_, _, _, _, 0, 0, 0, 0, (byte)'{', ..], Load, (network, path, info, _) => Save(network, path, info))
    {
        NeedsOptions = true,
    };

    public static void Save(Network network, string path, ModelInfo? info) =>
        SafetensorsFile.Write(path, Describe(network, ModelMetadata.ToBeSaved(network, info)), [network]);

    /// <summary>
    /// Reads a network. Layers may have any names that end in <c>.weight</c> and <c>.bias</c>, and numbers of 16, 32 or 64 bits; a layer
    /// without biases has zeros.
    /// </summary>
    public static Model Load(Stream stream, string name, StateDictOptions? options = null)
    {
        try
        {
            var file = new SafetensorsFile(stream);
            var found = StateDict.Find(file);
            var activations = Activations(found.Count, file.Header.Metadata, options ?? new StateDictOptions());
            var network = new Network(found.Zip(activations, (layer, activation) => new DenseLayer(layer.Inputs, layer.Outputs, activation)));
            if (options?.Sizes is { } sizes && !sizes.SequenceEqual(network.Sizes))
                throw Refusal.Data($"its layers are {Printable.Path(string.Join('-', network.Sizes))}, not {Printable.Path(string.Join('-', sizes))}");
            foreach (var (layer, (weight, bias, _, _)) in network.Layers.Zip(found))
            {
                file.Read(weight, layer.Weights);
                if (bias is not null) file.Read(bias, layer.Biases);
            }

            return new Model(network, ModelMetadata.Read(file.Header.Metadata, network));
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException)
        {
            throw Refusal.Data($"'{Printable.Path(name)}' is not a model that can be read: {Said.Of(error)}. "
                + $"A model is the .safetensors file that training saves.", error);
        }
    }

    private static SafetensorsHeader Describe(Network network, ModelInfo info)
    {
        var header = new SafetensorsHeader();
        header.Metadata["format"] = "nabla";
        header.Metadata[ActivationsKey] = string.Join(',', network.Layers.Select(layer => layer.Activation.Name));
        ModelMetadata.Write(info, header.Metadata);
        for (int l = 0; l < network.Layers.Count; l++)
        {
            var layer = network.Layers[l];
            header.Add($"layers.{l}.weight", layer.Outputs, layer.Inputs);
            header.Add($"layers.{l}.bias", layer.Outputs);
        }

        return header;
    }

    private static Activation[] Activations(int layers, Dictionary<string, string> metadata, StateDictOptions options)
    {
        var named = metadata.TryGetValue(ActivationsKey, out string? names) ? names.Split(',').Select(Activation.Parse).ToArray() : null;
        if (named is not null && named.Length != layers)
            throw Refusal.Data($"its metadata name {named.Length} activations, but it has {layers} layers");
        return
        [
            .. Enumerable.Range(0, layers).Select(l => (l < layers - 1 ? options.Hidden : options.Output) ?? named?[l]
                ?? throw Refusal.Data($"its metadata do not name the activations ('{ActivationsKey}'); "
                    + $"import it with the activation of its hidden layers and of its last one")),
        ];
    }
}
