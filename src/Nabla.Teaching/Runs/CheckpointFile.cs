using System.Security.Cryptography;
using System.Text.Json;

namespace Nabla.Runs;

/// <summary>
/// A <see cref="TrainerState"/> as a safetensors file: <c>layers.0.weight</c> and so on, as in a model; the other networks under names of their own;
/// the position in the metadata, with the SHA-256 of everything, so that a torn file is known from a whole one.
/// </summary>
public static class CheckpointFile
{
    private const string PositionKey = "nabla.checkpoint", DigestKey = "nabla.checkpoint.digest";

    /// <summary>Writes a checkpoint, whole or not at all.</summary>
    /// <param name="state">The state.</param>
    /// <param name="path">The file; what was there is replaced.</param>
    /// <param name="previous">Where the file that was there is moved instead, if anywhere.</param>
    /// <param name="durable">Whether it shall outlive a power cut, which takes longer.</param>
    /// <exception cref="IOException">It could not be written; what was there before is there still.</exception>
    public static void Save(TrainerState state, string path, string? previous = null, bool durable = true)
    {
        ArgumentNullException.ThrowIfNull(state);
        var networks = Networks(state);
        var position = new CheckpointPosition(state);
        var header = new SafetensorsHeader();
        header.Metadata["format"] = "nabla";
        header.Metadata["nabla.activations"] = string.Join(',', state.Network.Layers.Select(layer => layer.Activation.Name));
        header.Metadata[PositionKey] = JsonSerializer.Serialize(position, RunJson.Default.CheckpointPosition);
        header.Metadata[DigestKey] = Digest(header.Metadata[PositionKey], networks);
        for (int n = 0; n < networks.Count; n++)
        {
            for (int l = 0; l < networks[n].Layers.Count; l++)
            {
                // A model reader takes the names that end in weight and bias for its own.
                var layer = networks[n].Layers[l];
                string name = n == 0 ? $"layers.{l}" : $"state.{n}.{l}";
                header.Add(n == 0 ? $"{name}.weight" : $"{name}.w", layer.Outputs, layer.Inputs);
                header.Add(n == 0 ? $"{name}.bias" : $"{name}.b", layer.Outputs);
            }
        }

        SafetensorsFile.Write(path, header, networks, previous, durable);
    }

    /// <summary>Reads a checkpoint.</summary>
    /// <param name="path">The file.</param>
    /// <param name="like">A network with the layers of the run's.</param>
    /// <exception cref="InvalidDataException">It is none of this network, is cut short or was changed.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static TrainerState Load(string path, Network like)
    {
        ArgumentNullException.ThrowIfNull(like);
        using var stream = PlainFile.OpenRead(path);
        try
        {
            var metadata = new SafetensorsFile(stream).Header.Metadata;
            string json = metadata.GetValueOrDefault(PositionKey) ?? throw Bad($"it is none");
            var position = RunJson.Read(System.Text.Encoding.UTF8.GetBytes(json), RunJson.Default.CheckpointPosition);
            int count = 2 + (position.HasBest ? 1 : 0) + position.OptimizerStates;
            if (position.OptimizerStates is < 0 or > 2
                || stream.Length - stream.Position != (long)count * like.ParameterCount * sizeof(float))
                throw Bad($"it is cut short, or of another network");
            var networks = new List<Network>();
            for (int n = 0; n < count; n++)
            {
                var network = like.Clone();
                foreach (var layer in network.Layers)
                {
                    ParameterBytes.Read(stream, layer.Weights);
                    ParameterBytes.Read(stream, layer.Biases);
                }

                networks.Add(network);
            }

            if (Digest(json, networks) != metadata.GetValueOrDefault(DigestKey)) throw Bad($"it was changed or is torn");
            var state = position.ToState(networks);
            return state.IsPossible ? state : throw Bad($"its position is none that training comes to");
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or InvalidOperationException or ArgumentException or EndOfStreamException)
        {
            var why = error is InvalidDataException ? Said.Of(error) : $"it cannot be read";
            throw Refusal.Data($"'{Printable.Path(path)}' is not a checkpoint of this run: {why}.", error);
        }

        static InvalidDataException Bad(Said why) => Refusal.Data(why);
    }

    private static List<Network> Networks(TrainerState state) =>
        [state.Network, state.LastGood, .. state.Best is null ? (Network[])[] : [state.Best], .. state.OptimizerStates];

    private static string Digest(string position, IEnumerable<Network> networks)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(position));
        foreach (var network in networks) ParameterBytes.Append(network, hash);
        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
