namespace Nabla.Fuzz;

/// <summary>A reader under attack: what it is given, and what it promises of whatever it is given.</summary>
/// <param name="name">What it is called on the command line.</param>
/// <param name="inputs">How many inputs the tests try: so many that each reader takes a few seconds.</param>
internal abstract class Reader(string name, int inputs)
{
    public string Name { get; } = name;

    public int Inputs { get; } = inputs;

    /// <summary>Small inputs that it accepts, each of one part or several, such as the files of a folder.</summary>
    public abstract IReadOnlyList<byte[][]> Samples { get; }

    /// <summary>Words of its format, which chance would not find.</summary>
    public virtual IReadOnlyList<string> Words => [];

    /// <summary>Whether an exception is how it says that it will not have an input: as it is documented.</summary>
    public virtual bool IsRefusal(Exception error) => error is InvalidDataException;

    /// <summary>Changes a sample; where a format has checksums or lengths, mostly so that they are right again.</summary>
    public virtual byte[][] Mutate(byte[][] sample, Mutator mutator)
    {
        byte[][] parts = [.. sample];
        int which = mutator.Next(parts.Length);
        parts[which] = mutator.Mutate(parts[which]);
        return parts;
    }

    /// <summary>Reads an input.</summary>
    /// <param name="parts">The input.</param>
    /// <param name="folder">A folder for files, which nobody else uses meanwhile.</param>
    /// <returns>What is done with the input that was accepted; it must not fail, and may complain by <see cref="Promise"/>.</returns>
    public abstract Action Read(byte[][] parts, string folder);

    protected static string Write(string folder, string name, byte[] bytes)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
