using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Nabla;

/// <summary>Parameters as bytes: little-endian 32-bit floats, layer by layer the weights row by row, then the biases.</summary>
internal static class ParameterBytes
{
    public static void Write(Network network, Stream stream)
    {
        foreach (var layer in network.Layers)
        {
            stream.Write(ToLittleEndian(layer.Weights));
            stream.Write(ToLittleEndian(layer.Biases));
        }
    }

    public static void Read(Stream stream, Span<float> values)
    {
        stream.ReadExactly(MemoryMarshal.AsBytes(values));
        if (!BitConverter.IsLittleEndian) Reverse(values);
    }

    public static string Digest(Network network)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(network, hash);
        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static void Append(Network network, IncrementalHash hash)
    {
        foreach (var layer in network.Layers)
        {
            hash.AppendData(ToLittleEndian(layer.Weights));
            hash.AppendData(ToLittleEndian(layer.Biases));
        }
    }

    public static ReadOnlySpan<byte> ToLittleEndian(Span<float> values)
    {
        if (BitConverter.IsLittleEndian) return MemoryMarshal.AsBytes(values);
        float[] copy = values.ToArray();
        Reverse(copy);
        return MemoryMarshal.AsBytes(copy.AsSpan());
    }

    private static void Reverse(Span<float> values)
    {
        var words = MemoryMarshal.Cast<float, uint>(values);
        BinaryPrimitives.ReverseEndianness(words, words);
    }
}
