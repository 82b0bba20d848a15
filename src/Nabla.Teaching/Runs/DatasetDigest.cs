using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Nabla.Runs;

/// <summary>Tells data from other data.</summary>
public static class DatasetDigest
{
    /// <summary>
    /// The SHA-256 of the examples, as <c>sha256:</c> and 64 hexadecimal digits: of the inputs of one example and the number of classes (0 for
    /// regression), the pixels or 32-bit floats in order, and the labels or target numbers, all numbers little-endian. Names do not count.
    /// </summary>
    /// <param name="data">The data.</param>
    public static string Digest(this Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("Digests of data are made on little-endian machines alone.");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes<int>([data.Inputs, data.Classes, data.Count]));
        for (int i = 0; data.IsImages && i < data.Count; i++) hash.AppendData(data.Image(i));
        hash.AppendData(MemoryMarshal.AsBytes(data.Values));
        hash.AppendData(MemoryMarshal.AsBytes(data.Labels));
        hash.AppendData(MemoryMarshal.AsBytes(data.Targets));
        GC.KeepAlive(data);
        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
