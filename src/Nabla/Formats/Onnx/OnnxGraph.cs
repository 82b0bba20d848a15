namespace Nabla;

/// <summary>What an ONNX file says, as far as dense networks need it.</summary>
internal sealed class OnnxGraph
{
    public List<OnnxNode> Nodes { get; } = [];

    /// <summary>Numbers that the file holds, by name.</summary>
    public Dictionary<string, OnnxTensor> Constants { get; } = new(StringComparer.Ordinal);

    public List<string> Inputs { get; } = [];

    public List<string> Outputs { get; } = [];

    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);
}

/// <summary>One operation.</summary>
internal sealed class OnnxNode
{
    public string Name { get; set; } = "";

    public string Operator { get; set; } = "";

    public string Domain { get; set; } = "";

    public List<string> Inputs { get; } = [];

    public List<string> Outputs { get; } = [];

    public Dictionary<string, OnnxAttribute> Attributes { get; } = new(StringComparer.Ordinal);
}

/// <summary>What an operation is told besides its inputs; one of these, as the operation expects.</summary>
internal sealed record OnnxAttribute(float Number, long Integer, string Text, OnnxTensor? Tensor);
