using System.Buffers.Binary;
using System.IO.Compression;

namespace Nabla;

/// <summary>
/// Reads IDX files. Whatever the header claims is held against the length of the file before anything is allocated, and
/// the bytes are unpacked straight into the array that is handed out.
/// </summary>
internal static class IdxReader
{
    /// <summary>Deflate's densest code: 258 bytes from 2 bits.</summary>
    private const int LargestExpansion = 1032;

    /// <summary>Reads a file from where it stands.</summary>
    /// <param name="file">The file, plain or gzipped.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="areLabels">Whether these are labels: bytes, or 32-bit integers, of whose rows the first is the label, as in QMNIST.</param>
    public static IdxFile Read(Stream file, string name, bool areLabels = false)
    {
        long start = file.Position;
        Span<byte> magic = stackalloc byte[2];
        int count = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        file.Position = start;
        return count == 2 && magic[0] == 0x1F && magic[1] == 0x8B ? ReadPacked(file, start, name, areLabels) : ReadPlain(file, start, name, areLabels);
    }

    /// <summary>The header of a file that is not gzipped, held against the file's length; null where it is gzipped.</summary>
    public static IdxHeader? TryReadShape(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var stream = new IdxStream(file, path);
        if (file.ReadByte() == 0x1F && file.ReadByte() == 0x8B) return null;
        file.Position = 0;
        var header = IdxHeader.Read(stream, areLabels: false);
        CheckFileLength(stream, header, file.Length - header.Length);
        return header;
    }

    private static IdxFile ReadPlain(Stream file, long start, string name, bool areLabels)
    {
        var stream = new IdxStream(file, name);
        var header = IdxHeader.Read(stream, areLabels);
        CheckLength(stream, header, file.Length - start - header.Length);
        return ReadBody(stream, header);
    }

    private static IdxFile ReadPacked(Stream file, long start, string name, bool areLabels)
    {
        IdxHeader header;
        using (var unpacked = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true))
            header = IdxHeader.Read(new IdxStream(unpacked, name), areLabels);
        CheckPackedLength(file, start, header, name);

        // A pixel is there as it is, and where it is lit in a list of three bytes; a label becomes a number of four.
        int bytes = header.Dimensions.Length == 1 ? 5 : 4;
        long packed = file.Length - start;
        MemoryAllowance.Check(
            $"'{Printable.Name(name)}' holds {header.Shape} bytes out of {packed} compressed ones", (Int128)bytes * header.BodyLength, packed, 20, $"Unpack the file");

        file.Position = start;
        using var body = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        var stream = new IdxStream(body, name);
        stream.Fill(new byte[header.Length]);
        return ReadBody(stream, header);
    }

    private static void CheckPackedLength(Stream file, long start, IdxHeader header, string name)
    {
        var stream = new IdxStream(file, name);
        long packed = file.Length - start;
        if (header.BodyLength > packed * LargestExpansion)
        {
            throw stream.Error($"cannot be what its header says: {header.Shape} bytes do not come out of {packed} compressed ones. " +
                $"Get the file again");
        }

        // The last four bytes of a gzip file are its unpacked length modulo 2³². Where they disagree, the file may still
        // be sound (several gzip files joined into one), so the bytes are counted before the array is made.
        Span<byte> trailer = stackalloc byte[4];
        file.Position = file.Length - 4;
        file.ReadExactly(trailer);
        if (BinaryPrimitives.ReadUInt32LittleEndian(trailer) == (uint)(header.Length + header.BodyLength)) return;

        file.Position = start;
        using var unpacked = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        long length = new IdxStream(unpacked, name).Count(header.Length + header.BodyLength + 1);
        CheckLength(stream, header, length - header.Length);
    }

    private static void CheckFileLength(IdxStream stream, IdxHeader header, long length)
    {
        if (length < header.BodyLength)
            throw stream.Error($"is cut short: its header promises {header.Shape} bytes, and {length} are there. Get the file again");
        if (length > header.BodyLength) throw TooLong(stream, header);
    }

    private static void CheckLength(IdxStream stream, IdxHeader header, long length)
    {
        CheckFileLength(stream, header, length);
        if (header.BodyLength > Array.MaxLength)
            throw stream.Error($"is too large: {header.Shape} bytes are more than the {Array.MaxLength} that fit into one array");
    }

    private static IdxFile ReadBody(IdxStream stream, IdxHeader header)
    {
        if (header.BodyLength > Array.MaxLength) CheckLength(stream, header, header.BodyLength);
        byte[] values = GC.AllocateUninitializedArray<byte>((int)header.BodyLength);
        CheckLength(stream, header, stream.Fill(values));

        // Reading on to the end also makes the unpacker compare its checksum.
        if (stream.Fill(new byte[1]) > 0) throw TooLong(stream, header);
        return header.AreInts ? FirstOfRows(stream, header, values) : new IdxFile(Array.ConvertAll(header.Dimensions, size => (int)size), values);
    }

    private static IdxFile FirstOfRows(IdxStream stream, IdxHeader header, byte[] values)
    {
        byte[] labels = new byte[header.Dimensions[0]];
        int row = values.Length / labels.Length;
        for (int i = 0; i < labels.Length; i++)
        {
            int label = BinaryPrimitives.ReadInt32BigEndian(values.AsSpan(i * row));
            if (label is < 0 or > byte.MaxValue) throw stream.Error($"has label {label} at example {i}; labels are 0 to 255");
            labels[i] = (byte)label;
        }

        return new IdxFile([labels.Length], labels);
    }

    private static InvalidDataException TooLong(IdxStream stream, IdxHeader header) =>
        stream.Error($"is longer than its header says: there is more after its {header.Shape} bytes. Get the file again");
}
