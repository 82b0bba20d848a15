using System.Buffers.Binary;
using System.Text.Json;

namespace Nabla;

/// <summary>
/// Networks in safetensors files: <c>layers.0.weight</c> of shape [neurons, inputs], <c>layers.0.bias</c> of shape [neurons], and
/// so on, 32-bit floats; activations, cost and provenance in the metadata. What is written is read back bit for bit.
/// </summary>
public static class ModelFile
{
    private const string ActivationsKey = "nabla.activations";
    private const string CostKey = "nabla.cost";
    private const string TableKey = "nabla.table";
    private const string ClassesKey = "nabla.classes";
    private const string ProvenancePrefix = "nabla.provenance.";

    /// <summary>Writes a network, whole or not at all; a file of that name is replaced.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="info">What else the file shall say.</param>
    /// <exception cref="IOException">It could not be written; what was there before is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written there.</exception>
    public static void Save(Network network, string path, ModelInfo? info = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        var header = Describe(network, info ?? new ModelInfo()).ToBytes();
        AtomicFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            stream.Write(length);
            stream.Write(header);
            ParameterBytes.Write(network, stream);
        });
    }

    /// <summary>Reads a network.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not a model; the message says why.</exception>
    public static Model Load(string path)
    {
        using var stream = File.OpenRead(path);
        var header = ReadHeader(stream, path);
        var network = MakeNetwork(header, path);
        long dataStart = stream.Position;
        for (int l = 0; l < network.Layers.Count; l++)
        {
            ReadTensor(stream, dataStart, header.Tensors[$"layers.{l}.weight"], network.Layers[l].Weights, path);
            ReadTensor(stream, dataStart, header.Tensors[$"layers.{l}.bias"], network.Layers[l].Biases, path);
        }

        return new Model(network, ReadInfo(header, network, path));
    }

    private static SafetensorsHeader Describe(Network network, ModelInfo info)
    {
        var header = new SafetensorsHeader();
        header.Metadata["format"] = "nabla";
        header.Metadata[ActivationsKey] = string.Join(',', network.Layers.Select(layer => layer.Activation.Name));
        if (info.Cost is not null) header.Metadata[CostKey] = info.Cost.Name;
        if (info.Table is not null) header.Metadata[TableKey] = info.Table.ToJson();
        if (info.ClassNames is not null) header.Metadata[ClassesKey] = NameList.Write(info.ClassNames);
        foreach (var (key, value) in info.Provenance) header.Metadata[ProvenancePrefix + key] = value;

        long offset = 0;
        for (int l = 0; l < network.Layers.Count; l++)
        {
            var layer = network.Layers[l];
            Add($"layers.{l}.weight", layer.Outputs, layer.Inputs);
            Add($"layers.{l}.bias", layer.Outputs);
        }

        return header;

        void Add(string name, params long[] shape)
        {
            long end = offset + sizeof(float) * shape.Aggregate((x, y) => x * y);
            header.Tensors[name] = new SafetensorsHeader.TensorEntry("F32", shape, offset, end);
            offset = end;
        }
    }

    private static SafetensorsHeader ReadHeader(FileStream stream, string path)
    {
        Span<byte> prefix = stackalloc byte[8];
        if (stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length)
            throw Bad(path, "it is too short");
        long length = BinaryPrimitives.ReadInt64LittleEndian(prefix);
        if (length < 2 || length > Math.Min(SafetensorsHeader.MaxLength, stream.Length - prefix.Length))
            throw Bad(path, "it does not begin like one, or is cut short");

        byte[] bytes = new byte[length];
        stream.ReadExactly(bytes);
        try
        {
            return SafetensorsHeader.Parse(bytes);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw Bad(path, $"its header cannot be read ({error.Message.Split('.', 2)[0]})");
        }
    }

    private static Network MakeNetwork(SafetensorsHeader header, string path)
    {
        if (!header.Metadata.TryGetValue(ActivationsKey, out string? activations))
            throw Bad(path, $"its metadata does not name the activations ('{ActivationsKey}')");
        string[] names = activations.Split(',');
        var layers = new List<DenseLayer>();
        try
        {
            for (int l = 0; l < names.Length; l++)
            {
                if (!header.Tensors.TryGetValue($"layers.{l}.weight", out var weight) || weight.Shape is not [var outputs, var inputs])
                    throw Bad(path, $"it has no matrix 'layers.{l}.weight'");
                if (!header.Tensors.TryGetValue($"layers.{l}.bias", out var bias) || bias.Shape is not [var biases] || biases != outputs)
                    throw Bad(path, $"it has no vector 'layers.{l}.bias' of {outputs} numbers");

                // Before anything of that size is made: the numbers must be there.
                CheckExtent(weight, inputs * (decimal)outputs, path);
                CheckExtent(bias, outputs, path);
                layers.Add(new DenseLayer(checked((int)inputs), checked((int)outputs), Activation.Parse(names[l])));
            }

            return new Network(layers);
        }
        catch (Exception error) when (error is ArgumentException or OverflowException)
        {
            throw Bad(path, error.Message);
        }

        void CheckExtent(SafetensorsHeader.TensorEntry tensor, decimal count, string file)
        {
            if (tensor.Type != "F32") throw Bad(file, $"its numbers are {tensor.Type}, not F32");
            if (tensor.End - (decimal)tensor.Start != count * sizeof(float)) throw Bad(file, "a tensor's place does not fit its shape");
            if (tensor.End > new FileInfo(file).Length) throw Bad(file, "it is cut short");
        }
    }

    private static void ReadTensor(FileStream stream, long dataStart, SafetensorsHeader.TensorEntry tensor, Span<float> values, string path)
    {
        stream.Position = dataStart + tensor.Start;
        try
        {
            ParameterBytes.Read(stream, values);
        }
        catch (EndOfStreamException)
        {
            throw Bad(path, "it is cut short");
        }
    }

    private static ModelInfo ReadInfo(SafetensorsHeader header, Network network, string path)
    {
        try
        {
            var table = header.Metadata.TryGetValue(TableKey, out string? json) ? TableEncoding.Parse(json) : null;
            if (table is not null && (table.Inputs != network.Inputs || table.Outputs != network.Outputs))
                throw new InvalidDataException("the table that it was trained on does not fit its layers");
            var names = header.Metadata.TryGetValue(ClassesKey, out string? list) ? NameList.Read(list) : null;
            if (names is not null && names.Count != network.Outputs) throw new InvalidDataException("it does not name as many classes as it has outputs");
            return new ModelInfo
            {
                Table = table,
                ClassNames = names,
                Cost = header.Metadata.TryGetValue(CostKey, out string? cost) ? Cost.Parse(cost) : null,
                Provenance = header.Metadata
                    .Where(entry => entry.Key.StartsWith(ProvenancePrefix, StringComparison.Ordinal))
                    .ToDictionary(entry => entry.Key[ProvenancePrefix.Length..], entry => entry.Value, StringComparer.Ordinal),
            };
        }
        catch (Exception error) when (error is ArgumentException or InvalidDataException)
        {
            throw Bad(path, error.Message);
        }
    }

    private static InvalidDataException Bad(string path, string reason) =>
        new($"'{path}' is not a model that can be read: {reason}. A model is the .safetensors file that training saves.");
}
