using System.Buffers.Binary;
using System.Text;

namespace Nabla.Tests;

/// <summary>A small file costs little: what a model file takes in memory stays under a multiple of its size.</summary>
public sealed class SmallModelFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_bias_added_over_and_over_is_refused()
    {
        const int Neurons = 200_000;
        var graph = new OnnxBytes().Input("x").Output("y20000").Floats("w", [1, Neurons], new float[Neurons]).Floats("b", [Neurons], new float[Neurons]);
        graph.Node("MatMul x w -> y0");
        for (int i = 0; i < 20_000; i++) graph.Node($"Add y{i} b -> y{i + 1}");

        Allocated.MustStayModest(0, () => Assert.Contains("of the 400000 that the file holds, and at most", graph.Refusal(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1000, 400)]
    [InlineData(100, 50_000)]
    public void One_matrix_used_over_and_over_is_refused(int size, int layers)
    {
        var graph = new OnnxBytes().Input("y0").Output($"y{layers}").Floats("w", [size, size], new float[size * size]);
        for (int i = 0; i < layers; i++) graph.Node($"MatMul y{i} w -> y{i + 1}");

        Allocated.MustStayModest(0, () => Assert.Contains($"of the {size * size} that the file holds, and at most", graph.Refusal(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_matrix_that_two_layers_share_is_read()
    {
        var graph = new OnnxBytes().Input("x").Output("y").Floats("w", [2, 2], 1, 2, 3, 4).Node("MatMul x w -> z").Node("Gemm z w -> y", ("transB", 1));
        Assert.Equal([1, 3, 2, 4], graph.Load().Network.Layers[0].Weights.ToArray());
        Assert.Equal([1, 2, 3, 4], graph.Load().Network.Layers[1].Weights.ToArray());
    }

    [Fact]
    public void Biases_of_several_nodes_are_summed() => Assert.Equal([12, 15], new OnnxBytes().Input("x").Output("y")
        .Floats("w", [1, 2], 1, 2).Floats("a", [2], 1, 2).Floats("b", [2], 4, 6).Floats("c", [], 7)
        .Node("MatMul x w -> z").Node("Add z a -> p").Node("Add p b -> q").Node("Add q c -> y").Load().Network.Layers[0].Biases.ToArray());

    [Fact]
    public void Layers_of_a_deep_network_keep_their_order()
    {
        const int Layers = 20_000;
        var graph = new OnnxBytes().Input("y0").Output($"y{Layers}");
        for (int i = 0; i < Layers; i++) graph.Floats($"w{i}", [1, 1], i).Node($"MatMul y{i} w{i} -> y{i + 1}");

        Allocated.MustStayModest(0, () =>
            Assert.Equal(Enumerable.Range(0, Layers).Select(i => (float)i), graph.Load().Network.Layers.Select(layer => layer[0, 0])));
    }

    [Fact]
    public void Nodes_of_two_bytes_are_counted()
    {
        byte[] nodes = new byte[4_000_000];
        for (int i = 0; i < nodes.Length; i += 2) nodes[i] = 1 << 3 | 2;
        byte[] file = new ProtobufWriter().Bytes(7, nodes).Written.ToArray();

        Allocated.MustStayModest(file.Length, () => Assert.Contains(
            "more than 500000 nodes", Assert.Throws<InvalidDataException>(() => OnnxFile.Load(new MemoryStream(file), "x.onnx")).Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Whole_numbers_of_a_byte_are_a_shape_or_refused(int field)
    {
        var tensor = new ProtobufWriter().Integer(2, 7).Bytes(field, new byte[30_000_000]);
        byte[] file = new ProtobufWriter().Message(7, new ProtobufWriter().Message(5, tensor)).Written.ToArray();

        Allocated.MustStayModest(file.Length, () => Assert.Contains(
            "more than 1000 whole numbers", Assert.Throws<InvalidDataException>(() => OnnxFile.Load(new MemoryStream(file), "x.onnx")).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_large_honest_file_takes_a_few_times_its_size()
    {
        var network = new Network(new DenseLayer(2000, 2000, Activation.Relu), new DenseLayer(2000, 2000, Activation.Sigmoid));
        network.Save(_folder["a.onnx"]);
        network.Save(_folder["a.safetensors"]);
        long length = new FileInfo(_folder["a.onnx"]).Length;
        foreach (var load in new Func<Model>[] { () => Model.Load(_folder["a.onnx"]), () => Model.Load(_folder["a.safetensors"]) })
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(network.Digest(), load().Network.Digest());
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, length, 3 * length);
        }
    }

    [Fact]
    public void Tensors_that_share_their_bytes_are_refused()
    {
        string layers = string.Join(',', Enumerable.Range(0, 300).Select(l => $$"""
            "layers.{{l}}.weight":{"dtype":"F32","shape":[1000,1000],"data_offsets":[0,4000000]},"layers.{{l}}.bias":{"dtype":"F32","shape":[1000],"data_offsets":[0,4000]}
            """));
        Allocated.MustStayModest(4_000_000, () => Assert.Contains("overlaps another", Refusal($"{{{layers}}}", 4_000_000), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"0.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[4,8]},"0.bias":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""",
        12, "4 bytes before its tensor '0.weight' belong to no tensor")]
    [InlineData("""{"0.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]},"0.bias":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""",
        12, "4 bytes before its tensor '0.bias' belong to no tensor")]
    [InlineData("""{"0.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]},"0.bias":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""",
        11, "3 bytes after its last tensor belong to none")]
    [InlineData("""{"0.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]},"0.bias":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 7, "it is cut short")]
    [InlineData("""{"0.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]},"0.bias":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}""",
        6, "overlaps another: it begins at byte 2, before byte 4")]
    [InlineData("""{"0.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]},"0.bias":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 4, "ends before it begins")]
    [InlineData("""{"0.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]},"0.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]}}""",
        4, "'0.weight' is there twice")]
    [InlineData("""{"__metadata__":{"a":"b","a":"c"},"0.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]}}""", 4, "'a' is there twice")]
    [InlineData("""{"__metadata__":{},"__metadata__":{},"0.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]}}""", 4, "'__metadata__' is there twice")]
    [InlineData("""{"__metadata__":{"epochs":3},"0.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]}}""", 4, "its metadata 'epochs' are no text")]
    [InlineData("""{"0.weight":{"dtype":32,"shape":[1,1],"data_offsets":[0,4]}}""", 4, "has no dtype, shape and data_offsets")]
    public void What_the_format_forbids_is_refused(string header, int data, string reason) =>
        Assert.Contains(reason, Refusal(header, data), StringComparison.Ordinal);

    [Fact]
    public void Long_headers_are_refused() => Allocated.MustStayModest(0, () =>
        Assert.Contains("its header has 16777217 bytes; at most 16777216 are read", Refusal("{}".PadRight((1 << 24) + 1), 0), StringComparison.Ordinal));

    [Theory]
    [InlineData("{", "\"{0}\":{{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}},", "}")]
    [InlineData("{\"__metadata__\":{", "\"{0}\":\"\",", "}}")]
    public void Headers_of_many_names_are_refused(string beginning, string entry, string end)
    {
        var header = new StringBuilder(beginning);
        for (int i = 0; header.Length < 16_000_000; i++) header.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, entry, i);
        header.Length--;
        header.Append(end);
        Allocated.MustStayModest(header.Length, () => Assert.Contains("more than 100000", Refusal(header.ToString(), 0), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"deviation\":1e999")]
    [InlineData("\"deviation\":1,\"fill\":1e999")]
    public void A_table_with_infinite_numbers_is_refused(string numbers)
    {
        string table = $$"""{"columns":[{"name":"a","place":0,{{numbers}}}],"target":{"name":"b","place":1,"deviation":1},"tableColumns":2,"hasNames":true}""";
        Assert.Throws<InvalidDataException>(() => TableEncoding.Parse(table));
        Assert.Equal(1, TableEncoding.Parse(table.Replace("1e999", "2", StringComparison.Ordinal)).Inputs);
    }

    [Fact]
    public void A_table_of_more_columns_than_are_read_is_refused() => Assert.Throws<InvalidDataException>(() => TableEncoding.Parse(
        """{"columns":[{"name":"a","place":0}],"target":{"name":"b","place":1,"deviation":1},"tableColumns":2147483647,"hasNames":true}"""));

    [Fact]
    public void Names_are_counted_before_they_are_made()
    {
        string names = "[" + string.Join(',', Enumerable.Repeat("\"\"", 5_000_000)) + "]";
        Allocated.MustStayModest(0, () =>
        {
            Assert.Throws<InvalidDataException>(() => NameList.Read(names, 10));
            Assert.Throws<InvalidDataException>(() => TableEncoding.Parse(
                $$"""{"columns":[{"name":"a","place":0,"categories":{{names}}}],"target":{"name":"b","place":1,"deviation":1},"tableColumns":2,"hasNames":true}"""));
        });
    }

    [Fact]
    public void Every_NaN_goes_through_JSON_bit_for_bit()
    {
        uint[] bits = [0xFFFFFFFF, 0x7FC00000, 0xFFC00000, 0x7F800001, 0x7FABCDEF];
        var network = new Network(new DenseLayer(bits.Length, 1, Activation.Identity));
        for (int i = 0; i < bits.Length; i++) network.Layers[0].Weights[i] = BitConverter.UInt32BitsToSingle(bits[i]);
        network.Save(_folder["a.json"]);

        Assert.Equal(network.Digest(), Model.Load(_folder["a.json"]).Network.Digest());
        Assert.Contains("\"NaN\"", File.ReadAllText(_folder["a.json"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NaN:7f800000")] // infinity
    [InlineData("NaN:ffffffff0")]
    [InlineData("NaN:-1234567")]
    [InlineData("nan")]
    public void Other_words_are_no_numbers(string word)
    {
        File.WriteAllText(_folder["a.json"], $$"""{"format":"nabla","inputs":1,"layers":[{"activation":"relu","biases":[0],"weights":[["{{word}}"]]}]}""");
        Assert.Contains("no 32-bit number", Assert.Throws<InvalidDataException>(() => Model.Load(_folder["a.json"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_of_brackets_is_refused()
    {
        File.WriteAllText(_folder["a.json"], "{\"layers\":[" + string.Concat(Enumerable.Repeat("[1],", 5_000_000)) + "[1]]}");
        long length = new FileInfo(_folder["a.json"]).Length;
        string message = "";
        Allocated.MustStayModest(length, () => message = Assert.Throws<InvalidDataException>(() => Model.Load(_folder["a.json"])).Message);
        Assert.Contains("numbers and brackets, which take ", message, StringComparison.Ordinal);
        Assert.Contains("MiB are allowed", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000, "it is no JSON")]
    [InlineData(60, "neither layers")]
    public void Json_that_is_deep_is_refused(int depth, string reason)
    {
        File.WriteAllText(_folder["a.json"], new string('[', depth) + new string(']', depth));
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => Model.Load(_folder["a.json"])).Message, StringComparison.Ordinal);
    }

    private string Refusal(string header, int data)
    {
        byte[] text = Encoding.UTF8.GetBytes(header), prefix = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, text.Length);
        string path = _folder.Write("a.safetensors", [.. prefix, .. text, .. new byte[data]]);
        return Assert.Throws<InvalidDataException>(() => Model.Load(path, new StateDictOptions { Hidden = Activation.Relu, Output = Activation.Relu })).Message;
    }
}
