namespace Nabla.Cli;

/// <summary>A kind of file that networks are kept in, known by its ending.</summary>
/// <param name="Ending">The ending, with its dot.</param>
/// <param name="Name">What to call it.</param>
internal sealed record ModelFormat(string Ending, string Name)
{
    public static ModelFormat Safetensors { get; } = new(".safetensors", "safetensors");

    public static ModelFormat Onnx { get; } = new(".onnx", "ONNX");

    public static ModelFormat Json { get; } = new(".json", "JSON");

    public static IReadOnlyList<ModelFormat> All { get; } = [Safetensors, Onnx, Json];

    /// <summary>The format that a file's name says.</summary>
    public static ModelFormat Of(string path) =>
        All.FirstOrDefault(format => path.EndsWith(format.Ending, StringComparison.OrdinalIgnoreCase))
        ?? throw CliException.Wrong($"FILE is '{path}', and its ending says no format that Nabla has; "
            + $"give a name that ends in {string.Join(", ", All.Select(format => format.Ending))}.");
}
