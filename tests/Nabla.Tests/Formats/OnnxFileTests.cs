using FsCheck;
using FsCheck.Fluent;

namespace Nabla.Tests;

public sealed class OnnxFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(TestNetworks.All), MemberType = typeof(TestNetworks))]
    public void What_is_exported_is_imported_bit_for_bit(string hidden, string output, string cost, int depth)
    {
        var network = TestNetworks.Make(hidden, output, depth);
        var info = new ModelInfo { Cost = Cost.Parse(cost), Provenance = new Dictionary<string, string>(StringComparer.Ordinal) { ["data"] = "手写" } };
        foreach (bool takesPixels in (bool[])[false, true])
        {
            network.Save(_folder["a.onnx"], info, takesPixels);
            var model = Model.Load(_folder["a.onnx"]);

            Assert.Equal(network.Digest(), model.Network.Digest());
            Assert.Equal(network.Layers.Select(layer => layer.Activation), model.Network.Layers.Select(layer => layer.Activation));
            Assert.Equal(Cost.Parse(cost), model.Info.Cost);
            Assert.Equal("手写", model.Info.Provenance["data"]);
            Assert.Equal(takesPixels, model.Info.Provenance.ContainsKey("input"));
        }
    }

    [Theory]
    [InlineData("kind")]
    [InlineData("length")]
    public void A_table_comes_along_and_must_be_the_one_that_the_file_standardises_by(string target)
    {
        var (data, _, encoding) = TableEncoding.Split(TestTables.Flowers(), new TableOptions { Target = target });
        var network = Network.Create(data.Inputs, 3, new Dense(6, Activation.Tanh), new Dense(data.Outputs, Activation.Identity));
        network.Save(_folder["t.onnx"], new ModelInfo { Table = encoding });
        var model = Model.Load(_folder["t.onnx"]);
        Assert.Equal(network.Digest(), model.Network.Digest());
        Assert.Equal(encoding.ToJson(), model.Info.Table!.ToJson());

        var other = encoding with { Columns = [.. encoding.Columns.Select(column => column with { Mean = column.Mean + 1 })] };
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        ModelMetadata.Write(new ModelInfo { Table = other }, metadata);
        File.WriteAllBytes(_folder["t.onnx"], OnnxWriter.Write(network, false, encoding, metadata).Written.ToArray());

        var error = Assert.Throws<InvalidDataException>(() => Model.Load(_folder["t.onnx"]));
        Assert.Contains("node 'table.centred/Sub' (Sub): it does not standardise as the table", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => network.Save(_folder["p.onnx"], new ModelInfo { Table = encoding }, takesPixels: true));
    }

    [Fact]
    public void Damage_is_refused_whatever_it_is()
    {
        byte[] whole = Bytes(TestNetworks.Make("gelu", "softmax", 3));
        Prop.ForAll<int, int, byte>((a, b, value) =>
        {
            byte[] damaged = [.. whole];
            damaged[(int)((uint)a % whole.Length)] = value;
            damaged[(int)((uint)b % Math.Min(whole.Length, 300))] ^= (byte)(value | 1);
            MustBeReadOrRefused(damaged);
            MustBeReadOrRefused(whole[..(int)((uint)a % whole.Length)]);
        }).Check(Repeatable.Config);
    }

    [Fact]
    public void Every_flipped_bit_and_every_cut_of_a_small_file_is_read_or_refused()
    {
        byte[] whole = Bytes(new Network(new DenseLayer(2, 1, Activation.Gelu)));
        for (int i = 0; i < whole.Length; i++)
        {
            MustBeReadOrRefused(whole[..i]);
            for (int bit = 0; bit < 8; bit++)
            {
                byte[] damaged = [.. whole];
                damaged[i] ^= (byte)(1 << bit);
                MustBeReadOrRefused(damaged);
            }
        }
    }

    [Fact]
    public void Bytes_at_random_are_refused() =>
        Prop.ForAll<byte[]>(bytes => Assert.Throws<InvalidDataException>(() => OnnxFile.Load(new MemoryStream(bytes), "x"))).Check(Repeatable.Config);

    [Theory]
    [InlineData("0F", "is cut short")] // A field without an end.
    [InlineData("3AFFFFFFFFFFFFFFFFFF01", "is cut short")] // A graph of 2⁶⁴ − 1 bytes.
    [InlineData("08FFFFFFFFFFFFFFFFFFFF01", "more than 64 bits")]
    [InlineData("0001", "without a number")]
    [InlineData("3B", "not of the kind")] // A group, which nobody writes any more.
    [InlineData("", "holds no graph")]
    public void Wrong_bytes_are_refused_with_a_reason(string hex, string reason)
    {
        var error = Assert.Throws<InvalidDataException>(() => OnnxFile.Load(new MemoryStream(Convert.FromHexString(hex)), "x.onnx"));
        if (hex == "0F") reason = "not of the kind";
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("'x.onnx' is not an ONNX model that can be read: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_file() => Assert.Throws<FileNotFoundException>(() => Model.Load(_folder["none.onnx"]));

    private byte[] Bytes(Network network)
    {
        network.Save(_folder["whole.onnx"]);
        return File.ReadAllBytes(_folder["whole.onnx"]);
    }

    private static void MustBeReadOrRefused(byte[] bytes)
    {
        try
        {
            OnnxFile.Load(new MemoryStream(bytes), "x.onnx");
        }
        catch (InvalidDataException error)
        {
            Assert.DoesNotContain('\n', error.Message);
        }
    }
}
