namespace Nabla;

/// <summary>
/// Networks in ONNX files (https://onnx.ai), which other programs run. The input is <c>input</c> of shape [batch, inputs], the output
/// <c>output</c> of shape [batch, outputs], 32-bit floats; batch is any number of examples. Each layer is a Gemm with the
/// weights as they are here, and its activation function. A network that was trained on a table takes the numbers as the table has them and
/// categories one-hot: it standardises them itself, and its answer is in the unit of the target.
/// </summary>
public static class OnnxFile
{
    private const string InputKey = "input";

    // A protobuf message holds at most 2 GiB; what is not parameters needs little room.
    private const long Most = 0x7FF0_0000;

    /// <summary>Writes a network, whole or not at all; a file of that name is replaced.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="info">What else the file shall say.</param>
    /// <param name="takesPixels">
    /// Whether the file's network takes pixels from 0 to 255 and divides them itself, <c>x/255</c>; its input is then named <c>pixels</c>.
    /// Otherwise whoever runs it divides, as Nabla does with every image.
    /// </param>
    /// <exception cref="ArgumentException">
    /// It takes pixels, but was trained on a table; or the file would say what cannot be read again: it does not fit the network.
    /// </exception>
    /// <exception cref="IOException">It could not be written; what was there before is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written there.</exception>
    public static void Save(Network network, string path, ModelInfo? info = null, bool takesPixels = false)
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
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not such a network; the message names the node in the way.</exception>
    public static Model Load(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > Most }) throw Bad(path, $"it is larger than the 2 GiB that the format allows");
        return Parse(File.ReadAllBytes(path), path);
    }

    /// <summary>Reads a network from the bytes of a file.</summary>
    internal static Model Parse(ReadOnlyMemory<byte> file, string path)
    {
        try
        {
            var graph = OnnxParser.Parse(file);
            var (network, takesPixels) = OnnxImport.Read(graph);
            var info = ModelMetadata.Read(graph.Metadata, network);
            if (!takesPixels) return new Model(network, info);
            var provenance = new Dictionary<string, string>(info.Provenance, StringComparer.Ordinal) { [InputKey] = "x/255" };
            return new Model(network, info with { Provenance = provenance });
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException)
        {
            throw Bad(path, Said.Of(error), error);
        }
    }

    private static InvalidDataException Bad(string path, Said reason, Exception? cause = null) =>
        Refusal.Data($"'{Printable.Path(path)}' is not an ONNX model that can be read: {reason}.", cause);
}
