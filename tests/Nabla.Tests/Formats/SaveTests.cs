namespace Nabla.Tests;

/// <summary>What is saved can be loaded, and says the same; what could not be loaded is not saved.</summary>
public sealed class SaveTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Formats() => ["safetensors", "json", "onnx"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Class_names_of_another_number_are_refused(string format)
    {
        var network = TestNetworks.Make("tanh", "softmax", 2);
        Assert.Contains("classes", Refused(format, network, new ModelInfo { ClassNames = ["only one"] }), StringComparison.Ordinal);
        Assert.Contains("classes", Refused(format, network, new ModelInfo { ClassNames = ["a", "b", "c", "d", "e", "f"] }), StringComparison.Ordinal);
        Refused(format, network, new ModelInfo { ClassNames = ["a", "b", "c", "d", null!] });
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Table_of_another_network_is_refused(string format)
    {
        var (_, _, encoding) = TableEncoding.Split(TestTables.Flowers(), new TableOptions { Target = "kind" });
        Assert.Contains("table", Refused(format, TestNetworks.Make("tanh", "softmax", 2), new ModelInfo { Table = encoding }), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Whatever_a_model_says_is_read_back_or_refused(string format)
    {
        var (_, _, kinds) = TableEncoding.Split(TestTables.Flowers(), new TableOptions { Target = "kind" });
        var (_, _, lengths) = TableEncoding.Split(TestTables.Flowers(), new TableOptions { Target = "length" });
        string[] texts = ["", "a", "a", " ", "\n", "\u001b[2J", "手写", "😀", "\ud800", "\udc00x", "\"", "\\", "nabla.cost", "format", "\ufffd", "\0", null!];
        double[] numbers = [0, 1, -1, 1e-320, 1e300, double.MaxValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity];
        var rng = new Rng(6);
        int saved = 0;
        for (int trial = 0; trial < 400; trial++)
        {
            var table = rng.NextInt(3) switch { 0 => kinds, 1 => lengths, _ => null };
            if (table is not null && rng.NextInt(2) == 0)
                table = table with
                {
                    Columns = [.. table.Columns.Select(c => rng.NextInt(2) == 0 ? c : c with { Mean = Pick(numbers), Deviation = Pick(numbers), Name = Pick(texts) })],
                };
            if (table is not null && rng.NextInt(3) == 0)
                table = table with { Target = table.Target with { Mean = Pick(numbers), Deviation = Pick(numbers), Place = rng.NextInt(9) - 2 } };
            if (table is not null && rng.NextInt(5) == 0) table = table with { TableColumns = rng.NextInt(9) - 2, Columns = rng.NextInt(2) == 0 ? [] : table.Columns };
            int inputs = rng.NextInt(4) == 0 ? 3 : table?.Columns.Sum(c => c.Inputs) is > 0 and var some ? some : 3, outputs = rng.NextInt(4) == 0 ? 2 : table?.Outputs ?? 2;
            var network = Network.Create(inputs, 1, new Dense(2, Activation.Tanh), new Dense(outputs, Activation.Identity));
            if (rng.NextInt(3) == 0) network.Layers[0].Weights[0] = Pick([float.NaN, float.PositiveInfinity, -0f, float.Epsilon]);
            var info = new ModelInfo
            {
                Cost = rng.NextInt(2) == 0 ? Cost.Quadratic : null,
                Table = table,
                ClassNames = rng.NextInt(2) == 0 ? null : [.. Enumerable.Range(0, outputs + (rng.NextInt(4) == 0 ? 1 : 0)).Select(_ => Pick(texts))],
                Provenance = Enumerable.Range(0, rng.NextInt(3)).Select(_ => (Key: Pick(texts) ?? "", Value: Pick(texts)))
                    .DistinctBy(e => e.Key).ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal),
            };
            string path = _folder[$"model.{format}"];
            File.Delete(path);
            try
            {
                network.Save(path, info);
            }
            catch (ArgumentException error)
            {
                Assert.False(File.Exists(path));
                Assert.DoesNotContain('\n', error.Message);
                continue;
            }

            saved++;
            var model = Model.Load(path);
            Assert.Equal(network.Digest(), model.Network.Digest());
            Assert.Equal(info.Cost, model.Info.Cost);
            Assert.Equal(info.ClassNames, model.Info.ClassNames);
            Assert.Equal(info.Table?.ToJson(), model.Info.Table?.ToJson());
            Assert.Equal(info.Provenance.OrderBy(e => e.Key, StringComparer.Ordinal), model.Info.Provenance.OrderBy(e => e.Key, StringComparer.Ordinal));
        }

        Assert.InRange(saved, 40, 360);

        T Pick<T>(T[] of) => of[rng.NextInt(of.Length)];
    }

    private string Refused(string format, Network network, ModelInfo info)
    {
        string path = _folder[$"refused.{format}"], message = Assert.Throws<ArgumentException>(() => network.Save(path, info)).Message;
        Assert.False(File.Exists(path));
        return message;
    }
}
