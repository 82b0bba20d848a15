namespace Nabla.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_kill_left_of_the_same_file_is_swept_and_nothing_else()
    {
        string[] others =
        [
            ".other.onnx.k3v0aqz1.x2c.part", ".model.onnx.notes.part", ".model.onnx.K3V0AQZ1.X2C.part", ".model.onnx.k3v0aqz1.x2c.part.txt",
            "model.onnx.k3v0aqz1.x2c.part", ".model.onnx..part", ".k3v0aqz1.x2c.part",
        ];
        foreach (string name in others.Append(".model.onnx.k3v0aqz1.x2c.part").Append("victim")) _folder.Write(name, [1]);
        Directory.CreateDirectory(_folder[".model.onnx.aaaaaaaa.aaa.part"]);
        Directory.CreateDirectory(_folder["inner"]);
        _folder.Write("inner/.model.onnx.k3v0aqz1.x2c.part", [1]);
        if (!OperatingSystem.IsWindows()) File.CreateSymbolicLink(_folder[".model.onnx.bbbbbbbb.bbb.part"], _folder["victim"]);
        var before = Tree.Of(_folder.Path);

        AtomicFile.Write(_folder["model.onnx"], stream => stream.WriteByte(7));

        Assert.Equal(
            before.Where(line => !line.StartsWith(".model.onnx.k3v0aqz1.x2c.part ", StringComparison.Ordinal)).Append("model.onnx 07").Order(StringComparer.Ordinal),
            Tree.Of(_folder.Path));
    }

    [Fact]
    public void What_another_writes_at_this_moment_is_not_swept()
    {
        AtomicFile.Write(_folder["a"], outer =>
        {
            AtomicFile.Write(_folder["a"], inner => inner.WriteByte(1));
            outer.WriteByte(2);
        });

        Assert.Equal([2], File.ReadAllBytes(_folder["a"]));
        Assert.Equal(["a"], _folder.FileNames());
    }

    [Fact]
    public void A_link_is_replaced_and_where_it_leads_stays()
    {
        if (OperatingSystem.IsWindows()) return;
        _folder.Write("victim", [1]);
        File.CreateSymbolicLink(_folder["a"], _folder["victim"]);

        AtomicFile.Write(_folder["a"], stream => stream.WriteByte(2));

        Assert.Equal(["a 02", "victim 01"], Tree.Of(_folder.Path));
    }

    [Fact]
    public void Files_that_belong_together_are_replaced_together_or_not_at_all()
    {
        _folder.Write("a", [1]);
        _folder.Write("b", [1]);

        Assert.Throws<IOException>(() => AtomicFile.WriteTogether(
            (_folder["a"], stream => stream.WriteByte(2)), (_folder["b"], _ => throw new IOException("full"))));
        Assert.Equal(["a 01", "b 01"], Tree.Of(_folder.Path));

        AtomicFile.WriteTogether((_folder["a"], stream => stream.WriteByte(2)), (_folder["b"], stream => stream.WriteByte(3)));
        Assert.Equal(["a 02", "b 03"], Tree.Of(_folder.Path));
    }
}
