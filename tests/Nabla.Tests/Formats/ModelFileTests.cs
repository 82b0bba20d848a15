using System.Buffers.Binary;
using System.Text;

namespace Nabla.Tests;

public sealed class ModelFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nabla-test-").FullName;

    private string ModelPath => Path.Combine(_folder, "model.safetensors");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(TestNetworks.All), MemberType = typeof(TestNetworks))]
    public void What_is_saved_is_read_back_bit_for_bit(string hidden, string output, string cost, int depth)
    {
        var network = TestNetworks.Make(hidden, output, depth);
        network.Save(ModelPath, new ModelInfo
        {
            Cost = Cost.Parse(cost), Provenance = new Dictionary<string, string>(StringComparer.Ordinal) { ["seed"] = "7", ["data"] = "手写数字 \"x\"" },
        });
        var model = Model.Load(ModelPath);

        Assert.Equal(TestNetworks.Parameters(network), TestNetworks.Parameters(model.Network));
        Assert.Equal(network.Layers.Select(layer => layer.Activation), model.Network.Layers.Select(layer => layer.Activation));
        Assert.Equal(network.Digest(), model.Network.Digest());
        Assert.Equal(Cost.Parse(cost), model.Info.Cost);
        Assert.Equal("手写数字 \"x\"", model.Info.Provenance["data"]);
        Assert.Equal([ModelPath], Directory.GetFiles(_folder));
    }

    [Fact]
    public void File_is_laid_out_as_the_format_says()
    {
        var network = new Network(new DenseLayer(2, 1, Activation.Sigmoid));
        network.Layers[0][0, 1] = 1.5f;
        network.Layers[0].Biases[0] = -2;
        network.Save(ModelPath);

        byte[] bytes = File.ReadAllBytes(ModelPath);
        int header = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        string json = Encoding.UTF8.GetString(bytes, 8, header);
        Assert.Contains("\"layers.0.weight\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}", json, StringComparison.Ordinal);
        Assert.Contains("\"layers.0.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}", json, StringComparison.Ordinal);
        Assert.Equal([0f, 1.5f, -2f], Enumerable.Range(0, 3).Select(i => BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(8 + header + 4 * i))));
        Assert.Equal(8 + header + 12, bytes.Length);
        Assert.Equal(0, (8 + header) % 8);
    }

    [Fact]
    public void Digest_is_of_little_endian_floats_in_file_order()
    {
        var network = new Network(new DenseLayer(1, 1, Activation.Sigmoid));
        network.Layers[0][0, 0] = 1;

        // printf '\x00\x00\x80\x3f\x00\x00\x00\x00' | sha256sum
        Assert.Equal("sha256:434b26042aff3fb844a4c4c6be0d81a079b0ce84cfb8190679024404e5dc4822", network.Digest());
    }

    [Fact]
    public void Any_damage_is_one_clear_line()
    {
        TestNetworks.Make("relu", "softmax", 3).Save(ModelPath, new ModelInfo { Cost = Cost.CrossEntropy });
        byte[] whole = File.ReadAllBytes(ModelPath);
        var rng = new Rng(1);
        for (int trial = 0; trial < 400; trial++)
        {
            byte[] bytes = [.. whole];
            if (trial % 2 == 0) bytes = bytes[..rng.NextInt(bytes.Length)];
            else for (int i = 0; i < 3; i++) bytes[rng.NextInt(600)] = (byte)rng.NextInt(256);
            File.WriteAllBytes(ModelPath, bytes);
            try
            {
                Model.Load(ModelPath);
            }
            catch (InvalidDataException error)
            {
                Assert.StartsWith($"'{ModelPath}' is not a model that can be read: ", error.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', error.Message);
            }
        }
    }

    [Fact]
    public void File_that_is_no_model_is_refused()
    {
        File.WriteAllText(ModelPath, "hello, this is not a model at all");
        Assert.Throws<InvalidDataException>(() => Model.Load(ModelPath));
        File.WriteAllText(ModelPath, "");
        Assert.Throws<InvalidDataException>(() => Model.Load(ModelPath));
        Assert.Throws<FileNotFoundException>(() => Model.Load(Path.Combine(_folder, "none")));
    }

    [Fact]
    public void Failed_save_leaves_what_was_there()
    {
        Directory.CreateDirectory(ModelPath);
        Assert.ThrowsAny<Exception>(() => TestNetworks.Make("relu", "softmax", 1).Save(ModelPath));
        Assert.Empty(Directory.GetFiles(_folder));
    }
}
