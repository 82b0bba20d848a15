namespace Nabla.Tests;

public class MappedIdxTests
{
    [Fact]
    public void A_mapped_file_trains_to_the_same_bits()
    {
        using var folder = new TempFolder();
        var (images, labels) = Write(folder, [30, 4, 5]);
        var read = Idx.Load(images, labels, 3, map: false);
        var mapped = Idx.Load(images, labels, 3, map: true);

        Assert.True(mapped.IsImages);
        Assert.Equal(read.Pixels.ToArray(), mapped.Pixels.ToArray());
        Assert.Equal(read.Image(7).ToArray(), mapped.Image(7).ToArray());
        Assert.Equal(Train(read), Train(mapped));
        Assert.Equal(read.Select([3, 1]).Pixels.ToArray(), mapped.Select([3, 1]).Pixels.ToArray());
    }

    [Theory]
    [InlineData(new[] { 30, 20 }, 20, 1)]
    [InlineData(new[] { 30, 4, 5 }, 5, 4)]
    [InlineData(new[] { 30, 4, 5, 3 }, 15, 4)]
    public void Files_of_any_shape_are_read(int[] shape, int width, int height)
    {
        using var folder = new TempFolder();
        var (images, labels) = Write(folder, shape);
        foreach (bool map in new[] { false, true })
        {
            var data = Idx.Load(images, labels, 3, map);
            Assert.Equal((width, height, width * height), (data.Width, data.Height, data.Inputs));
        }
    }

    [Fact]
    public void A_file_cut_short_and_a_gzipped_one_are_not_mapped()
    {
        using var folder = new TempFolder();
        var (images, labels) = Write(folder, [30, 4, 5]);
        string packed = images + ".gz";
        IdxFile.Read(images).Save(packed);
        File.WriteAllBytes(images, File.ReadAllBytes(images)[..^1]);

        Assert.Contains("cut short", Assert.Throws<InvalidDataException>(() => Idx.Load(images, labels, 3, map: true)).Message, StringComparison.Ordinal);
        Assert.Contains("gzipped", Assert.Throws<InvalidDataException>(() => Idx.Load(packed, labels, 3, map: true)).Message, StringComparison.Ordinal);
    }

    private static string Train(Dataset data)
    {
        var network = Network.Create(20, 1, new Dense(8, Activation.Sigmoid), new Dense(3, Activation.Sigmoid));
        Assert.NotEmpty(new Trainer(network, data, new TrainingOptions { Epochs = 3, Threads = 1 }).Batches());
        return network.Digest();
    }

    private static (string Images, string Labels) Write(TempFolder folder, int[] shape)
    {
        var rng = new Rng(4);
        byte[] pixels = new byte[shape.Aggregate((a, b) => a * b)];
        for (int i = 0; i < pixels.Length; i++) pixels[i] = (byte)(rng.NextInt(3) == 0 ? rng.NextInt(256) : 0);
        byte[] labels = [.. Enumerable.Range(0, shape[0]).Select(i => (byte)(i % 3))];
        string images = Path.Combine(folder.Path, "images"), names = Path.Combine(folder.Path, "labels");
        new IdxFile(shape, pixels).Save(images);
        new IdxFile([shape[0]], labels).Save(names);
        return (images, names);
    }
}
