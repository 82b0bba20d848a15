namespace Nabla.Cli;

/// <summary>What <c>export --json</c> and <c>import --json</c> print.</summary>
internal sealed record ModelFileResult
{
    /// <summary>What was written.</summary>
    public required string Path { get; init; }

    /// <summary>What was read.</summary>
    public required string From { get; init; }

    /// <summary>The format of the file that is not our own model.</summary>
    public required string Format { get; init; }

    public required IReadOnlyList<int> Layers { get; init; }

    public required IReadOnlyList<string> Activations { get; init; }

    public required int Parameters { get; init; }

    public required string Digest { get; init; }

    /// <summary>Tells what was written where.</summary>
    public static void Write(Host host, bool json, string path, string from, ModelFormat format, Network network)
    {
        if (json)
        {
            host.WriteJson(new ModelFileResult
            {
                Path = path,
                From = from,
                Format = format.Name.ToLowerInvariant(),
                Layers = network.Sizes,
                Activations = [.. network.Layers.Select(layer => layer.Activation.Name)],
                Parameters = network.ParameterCount,
                Digest = network.Digest(),
            }, CliJson.Default.ModelFileResult);
        }
        else
        {
            host.Out.WriteLine($"{network}, is in {path}");
        }
    }
}
