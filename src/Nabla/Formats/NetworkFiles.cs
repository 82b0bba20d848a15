namespace Nabla;

/// <summary>Saving, as a network's own.</summary>
public static class NetworkFiles
{
    /// <summary>Writes the network in the <see cref="ModelFormat"/> that the file's ending says, whole or not at all; a file of that name is replaced.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="info">What else the file shall say.</param>
    /// <param name="takesPixels">
    /// Whether the file's network takes pixels from 0 to 255 and divides them itself, <c>x/255</c>, where the format
    /// <see cref="ModelFormat.TakesPixels"/>. Otherwise whoever runs it divides, as Nabla does with every image.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The ending says no format, or one without pixels; or it takes pixels, but was trained on a table; or the file would say what cannot be
    /// read again: it does not fit the network.
    /// </exception>
    /// <exception cref="IOException">It could not be written; what was there before is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written there.</exception>
    public static void Save(this Network network, string path, ModelInfo? info = null, bool takesPixels = false)
    {
        var format = ModelFormat.Of(path);
        if (takesPixels && !format.TakesPixels) throw Refusal.Argument($"{format} has no networks that take pixels from 0 to 255.", nameof(takesPixels));
        format.Write(network, path, info, takesPixels);
    }

    /// <summary>
    /// The SHA-256 of the parameters, as <c>sha256:</c> and 64 hexadecimal digits: of little-endian 32-bit floats in file
    /// order. Two runs with the same digest ended with the same bits.
    /// </summary>
    /// <param name="network">The network.</param>
    public static string Digest(this Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return ParameterBytes.Digest(network);
    }
}
