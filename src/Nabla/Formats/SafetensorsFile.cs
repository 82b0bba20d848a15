using System.Buffers.Binary;
using System.Text.Json;

namespace Nabla;

/// <summary>What is in a safetensors file: its header, and its tensors as 32-bit floats.</summary>
internal sealed class SafetensorsFile
{
    private readonly Stream _stream;
    private readonly long _dataStart;

    /// <exception cref="InvalidDataException">It is no such file; the message is a reason without the file's name.</exception>
    public SafetensorsFile(Stream stream)
    {
        _stream = stream;
        Header = ReadHeader(stream);
        _dataStart = stream.Position;
        Header.CheckLayout(stream.Length - _dataStart);
    }

    public SafetensorsHeader Header { get; }

    /// <summary>Writes a header and the parameters of the networks whose tensors it names, whole or not at all.</summary>
    public static void Write(string path, SafetensorsHeader header, IReadOnlyList<Network> networks, string? previous = null, bool durable = true)
    {
        byte[] bytes = header.ToBytes();
        AtomicFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
            stream.Write(length);
            stream.Write(bytes);
            foreach (var network in networks) ParameterBytes.Write(network, stream);
        }, previous, durable);
    }

    /// <summary>Looks whether the numbers of a tensor can be read and are as many as its shape says: before anything of that size is made.</summary>
    /// <param name="name">Its name; its shape has at most two sizes.</param>
    public void Check(string name)
    {
        var tensor = Header.Tensors[name];
        int size = TypeOf(name).Size();
        if (tensor.End - (decimal)tensor.Start != tensor.Shape.Aggregate((decimal)size, (product, length) => product * length))
            throw Bad($"a tensor's place does not fit its shape");
    }

    /// <summary>Reads a tensor of as many numbers as there is room for.</summary>
    public void Read(string name, Span<float> values)
    {
        _stream.Position = _dataStart + Header.Tensors[name].Start;
        var type = TypeOf(name);
        try
        {
            if (type == NumberType.Single)
            {
                ParameterBytes.Read(_stream, values);
                return;
            }

            byte[] bytes = new byte[values.Length * (long)type.Size()];
            _stream.ReadExactly(bytes);
            type.Read(bytes, values);
        }
        catch (EndOfStreamException)
        {
            throw Bad($"it is cut short");
        }
    }

    private NumberType TypeOf(string name) => Header.Tensors[name].Type switch
    {
        "F32" => NumberType.Single,
        "F64" => NumberType.Double,
        "F16" => NumberType.Half,
        "BF16" => NumberType.BFloat16,
        var other => throw Bad($"its numbers are {Printable.Name(other)}, not F32, F64, F16 or BF16"),
    };

    private static SafetensorsHeader ReadHeader(Stream stream)
    {
        Span<byte> prefix = stackalloc byte[8];
        if (stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length) throw Bad($"it is too short");
        long length = BinaryPrimitives.ReadInt64LittleEndian(prefix);
        if (length < 2 || length > stream.Length - prefix.Length) throw Bad($"it does not begin like one, or is cut short");
        if (length > SafetensorsHeader.MaxLength) throw Bad($"its header has {length} bytes; at most {SafetensorsHeader.MaxLength} are read");

        byte[] bytes = new byte[length];
        stream.ReadExactly(bytes);
        try
        {
            return SafetensorsHeader.Parse(bytes);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw Bad($"its header cannot be read ({JsonText.Reason(error)})");
        }
    }

    private static InvalidDataException Bad(Said reason) => Refusal.Data(reason);
}
