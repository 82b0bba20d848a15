namespace Nabla;

/// <summary>
/// The contents of an IDX file, the format MNIST is published in: bytes arranged along one or more dimensions.
/// Labels have one dimension (count), images three (count, height, width).
/// </summary>
/// <remarks>Format: http://yann.lecun.com/exdb/mnist, "The IDX file format". Of its types only unsigned bytes (0x08) are read.</remarks>
public sealed class IdxFile
{
    private readonly int[] _dimensions;

    /// <summary>Bytes along dimensions.</summary>
    /// <param name="dimensions">The size along each dimension, 1 to 255 of them, each at least 1.</param>
    /// <param name="values">The bytes, the last dimension running fastest. The array is used, not copied.</param>
    /// <exception cref="ArgumentException">The number of bytes is not the product of the dimensions.</exception>
    public IdxFile(ReadOnlySpan<int> dimensions, byte[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfZero(dimensions.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions.Length, 255);
        Int128 size = 1;
        foreach (int dimension in dimensions)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
            size = Int128.Min(size * dimension, long.MaxValue);
        }

        if (size != values.Length)
            throw Refusal.Argument($"Dimensions of {string.Join('×', dimensions.ToArray())} need {size} bytes; {values.Length} were given.");
        _dimensions = dimensions.ToArray();
        Values = values;
    }

    /// <summary>The size along each dimension; the first is the number of examples.</summary>
    public ReadOnlySpan<int> Dimensions => _dimensions;

    /// <summary>All bytes, the last dimension running fastest.</summary>
    public byte[] Values { get; }

    /// <summary>Reads a file, plain or gzipped; which of the two is told by its content, not by its name.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is no IDX file of unsigned bytes, or it is damaged; the message says how, in one line.</exception>
    /// <exception cref="IOException">It cannot be read, or is not there.</exception>
    public static IdxFile Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        return Read(file, path);
    }

    /// <summary>Reads from where a stream stands to its end. A stream that cannot seek is copied into memory first.</summary>
    /// <param name="stream">The stream, plain or gzipped.</param>
    /// <param name="name">What to call it in a message.</param>
    /// <exception cref="InvalidDataException">It is no IDX file of unsigned bytes, or it is damaged; the message says how, in one line.</exception>
    public static IdxFile Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.CanSeek) return IdxReader.Read(stream, name);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return IdxReader.Read(copy, name);
    }

    /// <summary>Writes the file whole or not at all; gzipped where its name ends in <c>.gz</c>.</summary>
    /// <param name="path">The file, replaced where it exists.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        AtomicFile.WriteTogether(To(path));
    }

    /// <summary>What <see cref="Save"/> does, to be done together with others.</summary>
    internal (string Path, Action<Stream> Write) To(string path) =>
        (path, stream => IdxWriter.Write(stream, this, gzip: path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Such as <c>IDX 60000×28×28</c>.</summary>
    public override string ToString() => $"IDX {string.Join('×', _dimensions)}";
}
