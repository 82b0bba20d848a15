namespace Nabla;

/// <summary>
/// Reads the messages of ONNX; the numbers of their fields are those of onnx.proto. Numbers are left in the file's own bytes, and what is
/// neither number nor text is counted: two bytes of the file can make an object of two hundred.
/// </summary>
internal sealed class OnnxParser
{
    /// <summary>Nodes, names, attributes and tensors that are read; a network of ten thousand layers has fewer.</summary>
    private const int MostItems = 500_000;

    /// <summary>Sizes of a tensor, or whole numbers in it, which are a shape.</summary>
    private const int LongestShape = 1000;

    private int _items;

    public static OnnxGraph Parse(ReadOnlyMemory<byte> file) => new OnnxParser().ReadModel(file);

    private OnnxGraph ReadModel(ReadOnlyMemory<byte> file)
    {
        var graph = new OnnxGraph();
        bool found = false;
        var model = new ProtobufReader(file);
        while (model.Next())
        {
            CountItem();
            switch (model.Field)
            {
                case 7:
                    ReadGraph(model.Bytes(), graph);
                    found = true;
                    break;
                case 14:
                    var (key, value) = ReadEntry(model.Bytes());
                    graph.Metadata[key] = value;
                    break;
                default: model.Skip(); break;
            }
        }

        return found ? graph : throw Refusal.Data($"it holds no graph");
    }

    private void ReadGraph(ReadOnlyMemory<byte> message, OnnxGraph graph)
    {
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            CountItem();
            switch (reader.Field)
            {
                case 1: graph.Nodes.Add(ReadNode(reader.Bytes())); break;
                case 5:
                    var (name, tensor) = ReadTensor(reader.Bytes());
                    graph.Constants[name] = tensor;
                    break;
                case 11: graph.Inputs.Add(ReadName(reader.Bytes())); break;
                case 12: graph.Outputs.Add(ReadName(reader.Bytes())); break;
                case 15: throw Refusal.Data($"it holds sparse numbers");
                default: reader.Skip(); break;
            }
        }
    }

    private OnnxNode ReadNode(ReadOnlyMemory<byte> message)
    {
        var node = new OnnxNode();
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            CountItem();
            switch (reader.Field)
            {
                case 1: node.Inputs.Add(reader.Text()); break;
                case 2: node.Outputs.Add(reader.Text()); break;
                case 3: node.Name = reader.Text(); break;
                case 4: node.Operator = reader.Text(); break;
                case 5:
                    var (name, attribute) = ReadAttribute(reader.Bytes());
                    node.Attributes[name] = attribute;
                    break;
                case 7: node.Domain = reader.Text(); break;
                default: reader.Skip(); break;
            }
        }

        return node;
    }

    private static (string Name, OnnxAttribute Attribute) ReadAttribute(ReadOnlyMemory<byte> message)
    {
        string name = "";
        var attribute = new OnnxAttribute(0, 0, "", null);
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: name = reader.Text(); break;
                case 2: attribute = attribute with { Number = reader.Single() }; break;
                case 3: attribute = attribute with { Integer = reader.Integer() }; break;
                case 4: attribute = attribute with { Text = reader.Text() }; break;
                case 5: attribute = attribute with { Tensor = ReadTensor(reader.Bytes()).Tensor }; break;
                default: reader.Skip(); break;
            }
        }

        return (name, attribute);
    }

    private static (string Name, OnnxTensor Tensor) ReadTensor(ReadOnlyMemory<byte> message)
    {
        string name = "";
        long type = 0;
        bool isExternal = false;
        List<long> shape = [], integers = [];
        ReadOnlyMemory<byte> raw = default;
        using var listed = new MemoryStream();
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: reader.Integers(shape, LongestShape); break;
                case 2: type = reader.Integer(); break;
                case 4 or 10: listed.Write(reader.Fixed().Span); break;
                case 7: reader.Integers(integers, LongestShape); break;
                case 8: name = reader.Text(); break;
                case 9: raw = reader.Bytes(); break;
                case 14: isExternal = reader.Integer() != 0; break;
                default: reader.Skip(); break;
            }
        }

        Said label = $"'{Printable.Name(name)}'";
        if (isExternal) throw Refusal.Data($"the numbers of {label} are in another file; save the model as one file");
        if (raw.IsEmpty) raw = listed.ToArray();
        return (name, Numbers(label, type, raw, integers, shape));
    }

    private static OnnxTensor Numbers(Said label, long type, ReadOnlyMemory<byte> bytes, List<long> integers, List<long> shape)
    {
        // A list of whole numbers is a shape, and no shape is so large that a float does not hold it well enough.
        const int Int64 = 7;
        long count = Count(shape, label);
        if (type == Int64)
        {
            if (bytes.Length > LongestShape * sizeof(long)) throw Refusal.Data($"{label} is {bytes.Length / sizeof(long)} whole numbers; a shape has at most {LongestShape}");
            for (int at = 0; at + sizeof(long) <= bytes.Length; at += sizeof(long))
                integers.Add(System.Buffers.Binary.BinaryPrimitives.ReadInt64LittleEndian(bytes.Span[at..]));
            return integers.Count == count ? new OnnxTensor(shape, [.. integers.Select(number => (float)number)]) : throw Misfit(label);
        }

        var numbers = type switch
        {
            1 => NumberType.Single,
            10 => NumberType.Half,
            11 => NumberType.Double,
            16 => NumberType.BFloat16,
            _ => throw Refusal.Data($"the numbers of {label} are of type {type}; 16-, 32- and 64-bit floats are read"),
        };
        return bytes.Length == count * (decimal)numbers.Size() ? new OnnxTensor(shape, numbers, bytes) : throw Misfit(label);
    }

    private static long Count(List<long> shape, Said label)
    {
        try
        {
            long count = 1;
            foreach (long size in shape) count = checked(count * (size >= 0 ? size : throw Misfit(label)));
            return count;
        }
        catch (OverflowException)
        {
            throw Misfit(label);
        }
    }

    private static string ReadName(ReadOnlyMemory<byte> message)
    {
        string name = "";
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            if (reader.Field == 1) name = reader.Text();
            else reader.Skip();
        }

        return name;
    }

    private static (string Key, string Value) ReadEntry(ReadOnlyMemory<byte> message)
    {
        string key = "", value = "";
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: key = reader.Text(); break;
                case 2: value = reader.Text(); break;
                default: reader.Skip(); break;
            }
        }

        return (key, value);
    }

    private void CountItem()
    {
        if (++_items > MostItems) throw Refusal.Data($"it has more than {MostItems} nodes, names and tensors, which no dense network needs");
    }

    private static InvalidDataException Misfit(Said label) => Refusal.Data($"the numbers of {label} do not fit its shape");
}
