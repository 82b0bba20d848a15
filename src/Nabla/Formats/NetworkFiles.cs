namespace Nabla;

/// <summary>Saving and loading, as a network's own.</summary>
public static class NetworkFiles
{
    /// <summary>Writes the network to a safetensors file, whole or not at all; a file of that name is replaced.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="info">What else the file shall say.</param>
    /// <exception cref="ArgumentException">The file would say what cannot be read again: it does not fit the network.</exception>
    /// <exception cref="IOException">It could not be written; what was there before is untouched.</exception>
    public static void Save(this Network network, string path, ModelInfo? info = null) => ModelFile.Save(network, path, info);

    /// <summary>
    /// The SHA-256 of the parameters, as <c>sha256:</c> and 64 hexadecimal digits: of little-endian 32-bit floats in file
    /// order. Two runs with the same digest ended with the same bits.
    /// </summary>
    /// <param name="network">The network.</param>
    public static string Digest(this Network network) => ParameterBytes.Digest(network);
}
