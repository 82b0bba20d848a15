namespace Nabla;

/// <summary>
/// Networks in ONNX files (https://onnx.ai), which other programs run. The input is <c>input</c> of shape [batch, inputs], the output
/// <c>output</c> of shape [batch, outputs], 32-bit floats; batch is any number of examples. Each layer is a Gemm with the
/// weights as they are here, and its activation function. A network that was trained on a table takes the numbers as the table has them and
/// categories one-hot: it standardises them itself, and its answer is in the unit of the target.
/// </summary>
internal static class OnnxFile
{
    private const string InputKey = "input";

    /// <summary>The format of these files.</summary>
    public static ModelFormat Format { get; } = new("ONNX", ".onnx", "for ONNX Runtime and whatever else reads ONNX",
        start => start is [0x08, > 0 and < 0x80, not 0, ..], (stream, name, _) => Load(stream, name), Save)
    {
        TakesPixels = true,
    };

    // A protobuf message holds at most 2 GiB; what is not parameters needs little room.
    private const long Most = 0x7FF0_0000;

    /// <summary>Writes a network; where it takes pixels, its input is named <c>pixels</c>.</summary>
    public static void Save(Network network, string path, ModelInfo? info, bool takesPixels)
    {
        info = ModelMetadata.ToBeSaved(network, info);
        if (network.ParameterCount * (long)sizeof(float) > Most)
            throw Refusal.File($"'{Printable.Path(path)}' was not written: an ONNX file holds at most 2 GiB, and the network is larger.");
        if (takesPixels && info.Table is not null) throw Refusal.Argument($"A network that was trained on a table takes no pixels.", nameof(takesPixels));
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        ModelMetadata.Write(info, metadata);
        var model = OnnxWriter.Write(network, takesPixels, info.Table, metadata);
        AtomicFile.Write(path, stream => stream.Write(model.Written));
    }

    /// <summary>
    /// Reads a network of dense layers: Gemm, or MatMul and Add, with an activation function that Nabla has. Before the first
    /// layer there may be a Flatten or Reshape, and a division of the input: one by 255 is left out, since Nabla itself does so
    /// with images, and the provenance then says <c>input: x/255</c>; any other becomes part of the weights.
    /// </summary>
    public static Model Load(Stream stream, string name)
    {
        if (stream.Length > Most) throw Bad(name, $"it is larger than the 2 GiB that the format allows");
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        try
        {
            var graph = OnnxParser.Parse(content);
            var (network, takesPixels) = OnnxImport.Read(graph);
            var info = ModelMetadata.Read(graph.Metadata, network);
            if (!takesPixels) return new Model(network, info);
            var provenance = new Dictionary<string, string>(info.Provenance, StringComparer.Ordinal) { [InputKey] = "x/255" };
            return new Model(network, info with { Provenance = provenance });
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException)
        {
            throw Bad(name, Said.Of(error), error);
        }
    }

    private static InvalidDataException Bad(string path, Said reason, Exception? cause = null) =>
        Refusal.Data($"'{Printable.Path(path)}' is not an ONNX model that can be read: {reason}.", cause);
}
