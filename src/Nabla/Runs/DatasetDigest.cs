using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Nabla;

/// <summary>Tells data from other data.</summary>
public static class DatasetDigest
{
    /// <summary>
    /// The SHA-256 of the examples, as <c>sha256:</c> and 64 hexadecimal digits: of the inputs of one example and the number of classes, the pixels
    /// or 32-bit floats in order, and the labels, all numbers little-endian. The name does not count.
    /// </summary>
    /// <param name="data">The data.</param>
    public static string Digest(this Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("Digests of data are made on little-endian machines alone.");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes<int>([data.Inputs, data.Classes, data.Count]));
        hash.AppendData(data.Pixels);
        hash.AppendData(MemoryMarshal.AsBytes(data.Values));
        hash.AppendData(MemoryMarshal.AsBytes(data.Labels));
        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
