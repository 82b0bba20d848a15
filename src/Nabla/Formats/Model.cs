namespace Nabla;

/// <summary>A network with what its file says about it.</summary>
/// <param name="Network">The network.</param>
/// <param name="Info">What the file says besides.</param>
public sealed record Model(Network Network, ModelInfo Info)
{
    /// <summary>Reads a network in any <see cref="ModelFormat"/>: the one that the file's ending says, or where that says none, its content.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the file does not say, where its format leaves that open.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not a model, or says itself what the options say; the message says why.</exception>
    public static Model Load(string path, StateDictOptions? options = null)
    {
        using var stream = File.OpenRead(path);
        return Load(stream, path, options);
    }

    /// <summary>Reads a network as from a file.</summary>
    /// <param name="stream">What is in the file, from its beginning; it must be able to seek.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="options">What the file does not say, where its format leaves that open.</param>
    /// <exception cref="InvalidDataException">It is not a model, or says itself what the options say; the message says why.</exception>
    public static Model Load(Stream stream, string name, StateDictOptions? options = null)
    {
        var format = ModelFormat.Of(stream, name);
        if (format.NeedsOptions || options is null || options == new StateDictOptions()) return format.Read(stream, name, options);
        throw Refusal.Data($"'{Printable.Path(name)}' is a file in {format}, which says these itself: layers and activations are told only of files that leave them open.");
    }

    /// <summary>Writes it as <see cref="NetworkFiles.Save"/> does.</summary>
    /// <param name="path">The file.</param>
    public void Save(string path) => Network.Save(path, Info);
}
