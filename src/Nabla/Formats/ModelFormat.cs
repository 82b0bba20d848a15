namespace Nabla;

/// <summary>
/// A kind of file that networks are kept in. What is true of a format stands beside its reader and writer; whoever has to choose one, chooses
/// from <see cref="All"/>.
/// </summary>
public sealed class ModelFormat
{
    // As much of a file's beginning as any format asks for.
    private const int Beginning = 16;

    internal ModelFormat(
        string name, string ending, string summary, Func<ReadOnlySpan<byte>, bool> recognizes,
        Func<Stream, string, StateDictOptions?, Model> read, Action<Network, string, ModelInfo?, bool> write) =>
        (Name, Ending, Summary, Recognizes, Read, Write) = (name, ending, summary, recognizes, read, write);

    /// <summary>All formats.</summary>
    public static IReadOnlyList<ModelFormat> All { get; } = [OnnxFile.Format, NetworkJson.Format, ModelFile.Format];

    /// <summary>What their files end in.</summary>
    public static FileEndings Endings { get; } = new(All.Select(format => format.Ending));

    /// <summary>The format of the models that training saves: safetensors.</summary>
    public static ModelFormat Own => ModelFile.Format;

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>What its files end in, with the dot.</summary>
    public string Ending { get; }

    /// <summary>What it is good for, in a few words.</summary>
    public string Summary { get; }

    /// <summary>Whether its files may leave open what <see cref="StateDictOptions"/> say.</summary>
    public bool NeedsOptions { get; internal init; }

    /// <summary>Whether a network can be written that takes pixels from 0 to 255 and divides them by 255 itself.</summary>
    public bool TakesPixels { get; internal init; }

    /// <summary>Whether a file that begins so is of this format.</summary>
    internal Func<ReadOnlySpan<byte>, bool> Recognizes { get; }

    /// <summary>Reads a network from a stream that can seek, of a name; refuses by <see cref="InvalidDataException"/>.</summary>
    internal Func<Stream, string, StateDictOptions?, Model> Read { get; }

    /// <summary>Writes a network to a path, whole or not at all; the last argument is for formats that <see cref="TakesPixels"/>.</summary>
    internal Action<Network, string, ModelInfo?, bool> Write { get; }

    /// <summary>The format that the ending of a file's name says.</summary>
    /// <param name="path">The file; it need not be there.</param>
    /// <exception cref="ArgumentException">It says none.</exception>
    public static ModelFormat Of(string path) => All[Endings.Place(path)];

    /// <summary>The format of a file: the one that its ending says, or where that says none, its content.</summary>
    /// <param name="stream">What is in the file, from its beginning; it must be able to seek.</param>
    /// <param name="name">What it is called.</param>
    /// <exception cref="InvalidDataException">Neither says one.</exception>
    public static ModelFormat Of(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        if (!stream.CanSeek) throw Refusal.Data($"'{Printable.Path(name)}' is a pipe, of which a model cannot be read. Save it as a file first.");
        if (Endings.Find(name) is >= 0 and var place) return All[place];
        byte[] start = new byte[Beginning];
        int length = stream.ReadAtLeast(start, Beginning, throwOnEndOfStream: false);
        stream.Position = 0;
        return All.FirstOrDefault(format => format.Recognizes(start.AsSpan(0, length)))
            ?? throw Refusal.Data($"'{Printable.Path(name)}' is not a model that can be read: "
                + $"its ending says no format that there is, and its content none either. Models are {Endings.Listed} files.");
    }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
