namespace Nabla.Cli;

/// <summary>What <c>export --json</c> and <c>import --json</c> print.</summary>
/// <param name="Path">What was written.</param>
/// <param name="From">What was read.</param>
/// <param name="Format">The format of the file that is not our own model.</param>
/// <param name="Layers">Number of inputs, then of neurons layer by layer.</param>
/// <param name="Activations">The activation of each layer.</param>
/// <param name="Parameters">Number of weights and biases.</param>
/// <param name="Digest">The digest of the network.</param>
internal sealed record ModelFileResult(
    string Path, string From, string Format, IReadOnlyList<int> Layers, IReadOnlyList<string> Activations, int Parameters, string Digest)
{
    /// <summary>Tells what was written where.</summary>
    public static void Write(Host host, bool json, string path, string from, ModelFormat format, Network network)
    {
        if (!json) host.Out.WriteLine($"{network}, is in {path}");
        else host.WriteJson(
            new ModelFileResult(
                path, from, format.Name.ToLowerInvariant(), network.Sizes, [.. network.Layers.Select(layer => layer.Activation.Name)],
                network.ParameterCount, network.Digest()),
            CliJson.Default.ModelFileResult);
    }
}
