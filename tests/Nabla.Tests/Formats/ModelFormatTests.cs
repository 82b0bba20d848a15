namespace Nabla.Tests;

/// <summary>One table of formats: what a file's ending says is written and read, and nothing else.</summary>
public sealed class ModelFormatTests : IDisposable
{
    private static readonly Network Some = TestNetworks.Make("relu", "softmax", 3);

    private static readonly ModelInfo Info = new() { Cost = Cost.CrossEntropy, ClassNames = ["a", "b", "c", "d", "e"] };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Endings => [.. ModelFormat.All.Select(format => format.Ending)];

    [Theory]
    [MemberData(nameof(Endings))]
    public void What_an_ending_says_is_written_and_read(string ending)
    {
        var format = ModelFormat.Of("x" + ending.ToUpperInvariant());
        new Model(Some, Info).Save(_folder["m" + ending]);
        Some.Save(_folder["f" + ending], Info);

        Assert.Equal(ending, format.Ending);
        Assert.Equal(File.ReadAllBytes(_folder["f" + ending]), File.ReadAllBytes(_folder["m" + ending]));
        AssertIsSome(Model.Load(_folder["m" + ending]));
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public void Where_the_ending_says_nothing_the_content_does(string ending)
    {
        Some.Save(_folder["m" + ending], Info);
        foreach (string name in (string[])["model", "model.bin", "model.pt"])
        {
            File.Copy(_folder["m" + ending], _folder[name]);
            using (var stream = File.OpenRead(_folder[name])) Assert.Equal(ending, ModelFormat.Of(stream, _folder[name]).Ending);
            AssertIsSome(Model.Load(_folder[name]));
        }

        // Only the one whose it is knows it: it is told from the first bytes, in whatever order the formats are asked.
        byte[] start = File.ReadAllBytes(_folder["m" + ending])[..16];
        Assert.Equal([ending], ModelFormat.All.Where(format => format.Recognizes(start)).Select(format => format.Ending));
    }

    [Theory]
    [InlineData("m.tflite")]
    [InlineData("m")]
    [InlineData("onnx")]
    [InlineData("m.onnx.gz")]
    public void An_ending_that_says_no_format_is_refused_and_nothing_written(string name)
    {
        string message = Assert.Throws<ArgumentException>(() => Some.Save(_folder[name])).Message;

        Assert.Equal($"'{_folder[name]}' cannot be written: its ending says no format that there is. Give a name that ends in .onnx, .json or .safetensors.", message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => new Model(Some, Info).Save(_folder[name])).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => ModelFormat.Of(_folder[name])).Message);
        Assert.Empty(_folder.FileNames());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("hello, this is no model at all")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    public void What_is_no_model_by_name_nor_content_is_refused(string content)
    {
        File.WriteAllText(_folder["m.bin"], content);

        Assert.StartsWith($"'{_folder["m.bin"]}' is not a ", Assert.Throws<InvalidDataException>(() => Model.Load(_folder["m.bin"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_a_format_has_no_use_for_are_refused()
    {
        foreach (var format in ModelFormat.All)
        {
            string path = _folder["m" + format.Ending], pixels = _folder["p" + format.Ending];
            Some.Save(path, Info);
            var options = new StateDictOptions { Hidden = Activation.Tanh };
            if (format.NeedsOptions) Assert.Equal(Activation.Tanh, Model.Load(path, options).Network.Layers[0].Activation);
            else Assert.Contains("says these itself", Assert.Throws<InvalidDataException>(() => Model.Load(path, options)).Message, StringComparison.Ordinal);
            AssertIsSome(Model.Load(path, new StateDictOptions()));
            if (format.TakesPixels) Some.Save(pixels, takesPixels: true);
            else Assert.Throws<ArgumentException>(() => Some.Save(pixels, takesPixels: true));
            Assert.Equal(format.TakesPixels, File.Exists(pixels));
        }
    }

    [Fact]
    public void Formats_differ_in_name_and_ending()
    {
        Assert.Equal(ModelFormat.All.Count, ModelFormat.All.DistinctBy(format => format.Ending).Count());
        Assert.Equal(ModelFormat.All.Count, ModelFormat.All.DistinctBy(format => format.Name).Count());
        Assert.All(ModelFormat.All, format => Assert.Matches(@"^\.[a-z]+$", format.Ending));
    }

    private static void AssertIsSome(Model model)
    {
        Assert.Equal(Some.Digest(), model.Network.Digest());
        Assert.Equal(Some.ToString(), model.Network.ToString());
        Assert.Equal((Info.Cost, Info.ClassNames![4]), (model.Info.Cost, model.Info.ClassNames![4]));
    }
}
