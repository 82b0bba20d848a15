using System.Buffers.Binary;
using System.Numerics;
using System.Text.Json;

namespace Nabla.Browser;

/// <summary>
/// A <see cref="RunMemory"/> as bytes, all of them little-endian: 16 that say what this is, a digest of all that follows, the length of a
/// header, the header as JSON, the costs as 64-bit floats, and each keyframe's networks as 32-bit floats: the parameters, those of the best epoch
/// where they are kept, and what the optimizer remembers. The header says how many of each there are, and that is the file's length.
/// </summary>
internal static class RunMemoryFile
{
    private const int DigestAt = 16, LengthAt = 24, HeaderAt = 28;

    private static ReadOnlySpan<byte> Magic => "nabla memory 1\n\n"u8;

    /// <summary>The bytes of a memory. Keyframes of numbers that a file must not have stay out.</summary>
    public static byte[] Write(RunMemory memory)
    {
        var keyframes = memory.Keyframes.Where(state => Networks(state).All(IsFinite)).ToList();
        byte[] header = JsonSerializer.SerializeToUtf8Bytes(new RunMemoryHeader
        {
            Run = memory.Run,
            Sizes = [.. keyframes.Take(1).SelectMany(state => state.Network.Sizes)],
            Reached = memory.Reached,
            End = memory.End,
            HasDiverged = memory.HasDiverged,
            Epochs = memory.Epochs,
            Costs = memory.Costs.Count,
            StepsPerPoint = memory.StepsPerPoint,
            CostsReached = memory.CostsReached,
            CostsRest = memory.CostsRest,
            Keyframes = [.. keyframes.Select(state => new CheckpointPosition(state))],
        }, RunMemoryJson.Default.RunMemoryHeader);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(0UL);
        writer.Write(header.Length);
        writer.Write(header);
        foreach (double cost in memory.Costs) writer.Write(cost);
        foreach (var network in keyframes.SelectMany(Networks)) ParameterBytes.Write(network, stream);
        byte[] bytes = stream.ToArray();
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(DigestAt), Digest(bytes.AsSpan(LengthAt)));
        return bytes;
    }

    /// <summary>The memory that bytes hold. Whether the run could have come to know it is asked by <see cref="RunMemory.IsOf"/>.</summary>
    /// <param name="bytes">What <see cref="Write"/> gave, or anything else.</param>
    /// <param name="like">A network with the layers of the run's.</param>
    /// <exception cref="InvalidDataException">It is none of such a network, is cut short or was changed.</exception>
    public static RunMemory Read(byte[] bytes, Network like)
    {
        try
        {
            var all = bytes.AsSpan();
            if (all.Length < HeaderAt || !all[..DigestAt].SequenceEqual(Magic) || BinaryPrimitives.ReadUInt64LittleEndian(all[DigestAt..]) != Digest(all[LengthAt..])) throw Bad();
            int length = BinaryPrimitives.ReadInt32LittleEndian(all[LengthAt..]);
            if (length < 0 || length > all.Length - HeaderAt) throw Bad();
            var header = JsonSerializer.Deserialize(all.Slice(HeaderAt, length), RunMemoryJson.Default.RunMemoryHeader) ?? throw Bad();
            if (!header.Sizes.SequenceEqual(like.Sizes) || header.Costs < 0
                || header.Epochs.Any(line => line is null) || header.Keyframes.Any(position => position is not { OptimizerStates: >= 0 and <= 2 })) throw Bad();
            long floats = header.Keyframes.Sum(Networks) * (long)like.ParameterCount;
            if (HeaderAt + (long)length + header.Costs * (long)sizeof(double) + floats * sizeof(float) != all.Length) throw Bad();

            using var reader = new BinaryReader(new MemoryStream(bytes, HeaderAt + length, bytes.Length - HeaderAt - length));
            double[] costs = [.. Enumerable.Range(0, header.Costs).Select(_ => reader.ReadDouble())];
            return new RunMemory
            {
                Run = header.Run,
                Reached = header.Reached,
                End = header.End,
                HasDiverged = header.HasDiverged,
                Epochs = header.Epochs,
                Costs = costs,
                StepsPerPoint = header.StepsPerPoint,
                CostsReached = header.CostsReached,
                CostsRest = header.CostsRest,
                Keyframes = [.. header.Keyframes.Select(position =>
                    State(position, [.. Enumerable.Range(0, Networks(position)).Select(_ => ReadNetwork(reader.BaseStream, like))]))],
            };
        }
        catch (Exception error) when (error is JsonException or FormatException or NotSupportedException)
        {
            throw Bad(error);
        }
    }

    private static InvalidDataException Bad(Exception? inner = null) => Refusal.Data($"What was remembered of the run is cut short, was changed, or is of another network.", inner);

    // Where the epoch began matters only to a trainer that diverges by itself; here time goes back to the last keyframe.
    private static TrainerState State(CheckpointPosition position, Network[] networks) =>
        position.ToState([networks[0], networks[0], .. networks.AsSpan(1)]);

    private static int Networks(CheckpointPosition position) => 1 + (position.HasBest ? 1 : 0) + position.OptimizerStates;

    private static IEnumerable<Network> Networks(TrainerState state) =>
        [state.Network, .. state.Best is null ? (Network[])[] : [state.Best], .. state.OptimizerStates];

    private static Network ReadNetwork(Stream stream, Network like)
    {
        var network = like.Clone();
        foreach (var layer in network.Layers)
        {
            ParameterBytes.Read(stream, layer.Weights);
            ParameterBytes.Read(stream, layer.Biases);
        }

        return IsFinite(network) ? network : throw Bad();
    }

    private static bool IsFinite(Network network) => network.Layers.All(layer => IsFinite(layer.Weights) && IsFinite(layer.Biases));

    private static bool IsFinite(Span<float> values)
    {
        foreach (float value in values)
        {
            if (!float.IsFinite(value)) return false;
        }

        return true;
    }

    // Against what was torn or rubbed off, not against malice; a word at a time, for the page's engine is slow at cryptography.
    internal static ulong Digest(ReadOnlySpan<byte> bytes)
    {
        ulong digest = (ulong)bytes.Length;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte last in bytes) Add(last);
        return digest;

        void Add(ulong word) => digest = BitOperations.RotateLeft(digest ^ word, 29) * 0x9E3779B97F4A7C15;
    }
}
