using System.Buffers.Binary;
using System.Text;

namespace Nabla.Tests;

public sealed class SafetensorsLayoutTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nabla-test-").FullName;

    private string ModelPath => Path.Combine(_folder, "model.safetensors");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Numbers_begin_at_a_multiple_of_eight_however_long_the_header_is()
    {
        var network = new Network(new DenseLayer(2, 1, Activation.Sigmoid));
        network.Layers[0].Biases[0] = -2;
        for (int letters = 0; letters < 8; letters++)
        {
            network.Save(ModelPath, new ModelInfo { Provenance = new Dictionary<string, string>(StringComparer.Ordinal) { ["data"] = new('x', letters) } });
            byte[] bytes = File.ReadAllBytes(ModelPath);
            Assert.Equal(0, BinaryPrimitives.ReadInt64LittleEndian(bytes) % 8);
            Assert.Equal(-2, Model.Load(ModelPath).Network.Layers[0].Biases[0]);
        }
    }

    [Theory]
    [InlineData("F32", 4)]
    [InlineData("F16", 2)]
    [InlineData("F64", 8)]
    public void Nothing_is_made_for_numbers_that_are_not_there(string type, int size)
    {
        // 4,000 × 4,000 numbers are claimed, which would take 64 MB; a hundred bytes of them are there.
        long weights = 16_000_000L * size, all = weights + 4000 * size;
        byte[] header = Encoding.UTF8.GetBytes($$"""
            {"__metadata__":{"nabla.activations":"sigmoid"},
            "layers.0.weight":{"dtype":"{{type}}","shape":[4000,4000],"data_offsets":[0,{{weights}}] },
            "layers.0.bias":{"dtype":"{{type}}","shape":[4000],"data_offsets":[{{weights}},{{all}}] } }
            """);
        byte[] prefix = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, header.Length);
        using var stream = new MemoryStream([.. prefix, .. header, .. new byte[100]]);

        long before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<InvalidDataException>(() => Model.Load(stream, "m.safetensors"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.StartsWith("'m.safetensors' is not a model that can be read: ", error.Message, StringComparison.Ordinal);
    }
}
