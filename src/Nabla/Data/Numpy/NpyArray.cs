using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Nabla;

/// <summary>
/// An array of whole numbers from 0 to 255, as NumPy keeps one: a header that says type and shape, then the numbers. What the header claims is held
/// against the archive before room is made for it.
/// </summary>
/// <param name="Name">What to call it in a message.</param>
/// <param name="Shape">The sizes, the first being the number of examples.</param>
/// <param name="Values">The numbers, the last dimension running fastest.</param>
/// <remarks>Format: numpy.org/doc/stable/reference/generated/numpy.lib.format.html, versions 1 to 3.</remarks>
internal sealed record NpyArray(string Name, int[] Shape, byte[] Values)
{
    /// <summary>Deflate's densest code: 258 bytes from 2 bits.</summary>
    private const int LargestExpansion = 1032;

    private const int LongestHeader = 1 << 14;
    private const int MostDimensions = 32;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads an array of an archive.</summary>
    /// <param name="entry">Its file.</param>
    /// <param name="archiveLength">The length of the archive: no file in it takes more.</param>
    /// <param name="archive">What the archive is called.</param>
    /// <exception cref="InvalidDataException">It is no such array, or damaged.</exception>
    public static NpyArray Read(ZipArchiveEntry entry, long archiveLength, string archive)
    {
        string name = $"{Printable.Path(archive)}: {Printable.Name(entry.FullName)}";
        using var stream = entry.Open();
        var (type, size, shape) = ReadHeader(stream, name);
        Int128 count = 1;
        foreach (long along in shape) count = Int128.Min(count * along, long.MaxValue);
        if (count == 0) throw Refusal.Data($"'{name}' holds no data.");

        long packed = Math.Min(entry.CompressedLength, archiveLength);
        if (count * size > (Int128)packed * LargestExpansion) throw CutShort(name, shape);
        if (count > Array.MaxLength) throw Refusal.Data($"'{name}' is too large: {Shown(shape)} numbers are more than the {Array.MaxLength} that fit into one array.");
        int bytes = shape.Length == 1 ? 5 : 4;
        MemoryAllowance.Check($"'{name}' holds {Shown(shape)} numbers in {packed} bytes", bytes * count, packed, 20, $"Take fewer of them");
        byte[] values = ReadValues(stream, (int)count, type, size, name, shape);
        return new NpyArray(name, Array.ConvertAll(shape, along => (int)along), values);
    }

    private static (string Type, int Size, long[] Shape) ReadHeader(Stream stream, string name)
    {
        byte[] start = new byte[12];
        bool isNpy = Fill(stream, start.AsSpan(0, 10)) == 10 && start.AsSpan(0, 6).SequenceEqual(Magic) && start[6] is >= 1 and <= 3;
        if (isNpy && start[6] > 1) isNpy = Fill(stream, start.AsSpan(10)) == 2;
        uint length = !isNpy ? 0 : start[6] == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(8)) : BinaryPrimitives.ReadUInt32LittleEndian(start.AsSpan(8));
        if (length is 0 or > LongestHeader) throw Refusal.Data($"'{name}' is not an array of NumPy's.");

        // {'descr': '|u1', 'fortran_order': False, 'shape': (60000, 28, 28), }
        byte[] header = new byte[length];
        string[] parts = Fill(stream, header) == header.Length ? Encoding.Latin1.GetString(header).TrimEnd().Split('\'') : [];
        if (parts is not ["{", "descr", ": ", var type, ", ", "fortran_order", (": False, " or ": True, ") and var order, "shape", var tuple]
            || !tuple.StartsWith(": (", StringComparison.Ordinal) || !tuple.Contains(')') || tuple[tuple.LastIndexOf(')')..] is not ("), }" or ")}"))
        {
            throw Refusal.Data($"'{name}' has a header that cannot be read; save the array with numpy.savez.");
        }

        if (type is not ['<' or '>' or '|' or '=', 'i' or 'u', '1' or '2' or '4' or '8'])
            throw Refusal.Data($"'{name}' holds numbers of the type '{Printable.Name(type)}'; "
                + $"pixels and labels are whole numbers from 0 to 255, such as astype('uint8') makes them.");
        string[] sizes = tuple[3..tuple.LastIndexOf(')')].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (order == ": True, " && sizes.Length > 1)
            throw Refusal.Data($"'{name}' is kept column by column; save numpy.ascontiguousarray of it.");
        long[] shape = [.. sizes.Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long along) ? along : 0)];
        return shape.Length is 0 or > MostDimensions ? throw Refusal.Data($"'{name}' holds no data.") : (type, type[^1] - '0', shape);
    }

    private static byte[] ReadValues(Stream stream, int count, string type, int size, string name, long[] shape)
    {
        byte[] values = GC.AllocateUninitializedArray<byte>(count);
        if (size == 1 && type[1] == 'u')
        {
            if (Fill(stream, values) < count) throw CutShort(name, shape);
        }
        else
        {
            byte[] numbers = new byte[size << 12];
            for (int done = 0; done < count;)
            {
                int read = Fill(stream, numbers.AsSpan(0, (int)Math.Min(numbers.Length, (long)(count - done) * size)));
                if (read < size) throw CutShort(name, shape);
                for (int at = 0; at + size <= read; at += size) values[done++] = Number(numbers.AsSpan(at, size), type, name);
            }
        }

        return stream.ReadByte() < 0 ? values : throw Refusal.Data($"'{name}' is longer than its header says: there is more after its {Shown(shape)} numbers. Get the file again.");
    }

    private static byte Number(Span<byte> bytes, string type, string name)
    {
        if (type[0] == '>') bytes.Reverse();
        if (bytes[1..].ContainsAnyExcept((byte)0) || (type[1] == 'i' && bytes.Length == 1 && bytes[0] > sbyte.MaxValue))
            throw Refusal.Data($"'{name}' has a number that is not from 0 to 255, as pixels and labels are.");
        return bytes[0];
    }

    private static int Fill(Stream stream, Span<byte> destination) => stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);

    private static string Shown(long[] shape) => string.Join('×', shape);

    private static InvalidDataException CutShort(string name, long[] shape) =>
        Refusal.Data($"'{name}' is cut short: its header promises {Shown(shape)} numbers. Get the file again.");
}
