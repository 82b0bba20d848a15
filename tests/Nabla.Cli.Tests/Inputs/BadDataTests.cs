using System.Buffers.Binary;
using System.IO.Compression;

namespace Nabla.Cli.Tests;

/// <summary>Data that are not what they should be: exit code 2, one line, nothing written.</summary>
public sealed class BadDataTests : IDisposable
{
    private const string TrainImages = "train-images-idx3-ubyte";
    private const string TrainLabels = "train-labels-idx1-ubyte";

    private readonly TestFolder _folder = new();
    private readonly string _data;

    public BadDataTests() => _data = TinyData.Write(_folder["tiny"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_with_a_file_missing()
    {
        File.Delete(Path.Combine(_data, TrainLabels));

        Assert.Contains(TrainLabels, Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder()
    {
        foreach (string file in Directory.GetFiles(_data)) File.Delete(file);

        Refused();
    }

    [Fact]
    public void Images_cut_short()
    {
        Change(TrainImages, bytes => bytes[..^100]);

        Refused();
    }

    [Fact]
    public void An_empty_file()
    {
        Change(TrainImages, _ => []);

        Refused();
    }

    [Fact]
    public void Labels_and_images_mixed_up()
    {
        File.Copy(Path.Combine(_data, TrainLabels), Path.Combine(_data, TrainImages), overwrite: true);

        Refused();
    }

    [Fact]
    public void Fewer_labels_than_images()
    {
        Change(TrainLabels, bytes =>
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4), TinyData.Train - 1);
            return bytes[..^1];
        });

        Refused();
    }

    [Fact]
    public void A_header_that_claims_four_billion_images()
    {
        Change(TrainImages, bytes =>
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), uint.MaxValue);
            return bytes;
        });

        Refused();
    }

    [Fact]
    public void A_gzip_file_cut_short()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(File.ReadAllBytes(Path.Combine(_data, TrainImages)));
        File.Delete(Path.Combine(_data, TrainImages));
        File.WriteAllBytes(Path.Combine(_data, TrainImages + ".gz"), packed.ToArray()[..^40]);

        Refused();
    }

    [Fact]
    public void Something_else_altogether()
    {
        Change(TrainImages, _ => "<html>login</html>"u8.ToArray());

        Refused();
    }

    [Fact]
    public void A_file_where_a_folder_is_meant()
    {
        string line = CommandRun.Of("train", "--data", Path.Combine(_data, TrainImages), "--out", _folder["out"]).MustBeRefused();

        Assert.Contains("is a file", line, StringComparison.Ordinal);
    }

    private void Change(string name, Func<byte[], byte[]> change)
    {
        string path = Path.Combine(_data, name);
        File.WriteAllBytes(path, change(File.ReadAllBytes(path)));
    }

    private string Refused()
    {
        string[] before = [.. _folder.Files()];
        string line = CommandRun.Of("train", "--data", _data, "--hidden", "5", "--out", _folder["out"]).MustBeRefused();
        Assert.Equal(before, _folder.Files());
        Assert.False(Directory.Exists(_folder["out"]));
        return line;
    }
}
