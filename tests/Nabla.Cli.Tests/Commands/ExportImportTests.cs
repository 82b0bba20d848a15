using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary>Models that travel.</summary>
public sealed class ExportImportTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("m.onnx")]
    [InlineData("m.onnx", "--pixels")]
    [InlineData("m.json")]
    [InlineData("m.safetensors")]
    public void What_travels_there_and_back_predicts_bit_for_bit_the_same(string file, params string[] options)
    {
        var there = CommandRun.Of(["export", trained.Run, _folder[file], .. options]);
        var back = CommandRun.Of("import", _folder[file], _folder["back.safetensors"], "--json");

        Assert.Equal((0, ""), (there.ExitCode, there.Error));
        Assert.EndsWith($"parameters, is in {_folder[file]}", Assert.Single(there.OutLines), StringComparison.Ordinal);
        var result = JsonDocument.Parse(Assert.Single(back.OutLines)).RootElement;
        Assert.Equal(Model.Load(trained.Model).Network.Digest(), result.GetProperty("digest").GetString());
        Assert.Equal(Path.GetExtension(file)[1..], result.GetProperty("format").GetString());
        Assert.Equal([16, 8, 3], result.GetProperty("layers").EnumerateArray().Select(size => size.GetInt32()));
        foreach (string example in (string[])["0", "1", "2"])
        {
            string[] predict = ["--example", example, "--data", trained.Data, "--json"];
            Assert.Equal(CommandRun.Of(["predict", trained.Run, .. predict]).Out, CommandRun.Of(["predict", _folder["back.safetensors"], .. predict]).Out);
        }
    }

    [Theory]
    [InlineData("kind", "m.onnx")]
    [InlineData("length", "m.onnx")]
    [InlineData("kind", "m.json")]
    [InlineData("length", "m.json")]
    [InlineData("length", "m.safetensors")]
    public void What_was_trained_on_a_table_travels_with_it(string target, string file)
    {
        File.WriteAllText(_folder["table.csv"], "height,colour,length,kind\n" + string.Concat(Enumerable.Range(0, 40).Select(i => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{100 + (i * 7 % 13)},{(i % 3 == 0 ? "red" : "blue")},{3 + (i * 5 % 11 * 0.25)},{(i % 2 == 0 ? "aster" : "broom")}\n"))));
        Assert.Equal(0, CommandRun.Of("train", "--data", _folder["table.csv"], "--target", target, "--epochs", "5", "--out", _folder["run"], "--quiet").ExitCode);

        Assert.Equal(0, CommandRun.Of("export", _folder["run"], _folder[file]).ExitCode);
        Assert.Equal(0, CommandRun.Of("import", _folder[file], _folder["back.safetensors"]).ExitCode);

        string there = CommandRun.Of("predict", _folder["run"], _folder["table.csv"], "--json").Out;
        Assert.Equal(40, there.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(there, CommandRun.Of("predict", _folder["back.safetensors"], _folder["table.csv"], "--json").Out);
        Assert.Contains("trained on a table", CommandRun.Of("export", _folder["run"], _folder["p.onnx"], "--pixels").MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_of_Nielsens_book_is_a_model()
    {
        File.WriteAllText(_folder["n.json"], """{"sizes": [1, 1], "weights": [[[2.0]]], "biases": [[[3.0]]], "cost": "QuadraticCost"}""");

        Assert.Equal(0, CommandRun.Of("import", _folder["n.json"], _folder["n.safetensors"]).ExitCode);

        var model = Model.Load(_folder["n.safetensors"]);
        Assert.Equal((2f, 3f, Cost.HalfQuadratic), (model.Network.Layers[0][0, 0], model.Network.Layers[0].Biases[0], model.Info.Cost));
    }

    [Fact]
    public void A_file_without_activations_needs_them()
    {
        Network.Create(4, 1, new Dense(3, Activation.Relu), new Dense(2, Activation.Softmax)).Save(_folder["a.safetensors"]);
        File.WriteAllText(_folder["s.safetensors"], File.ReadAllText(_folder["a.safetensors"], System.Text.Encoding.Latin1)
            .Replace("nabla.activations", "other.activations", StringComparison.Ordinal), System.Text.Encoding.Latin1);

        Assert.Contains("activation of its hidden layers", Import("s.safetensors").MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("are 4-3-2, not 4-2",
            Import("s.safetensors", "--layers", "4,2", "--activation", "relu", "--output-activation", "softmax").MustBeRefused(), StringComparison.Ordinal);
        Assert.Equal(["a.safetensors", "s.safetensors"], _folder.Files());
        Assert.Equal(0, Import("s.safetensors", "--activation", "relu", "--output-activation", "softmax").ExitCode);
        Assert.Equal(Model.Load(_folder["a.safetensors"]).Network.ToString(), Model.Load(_folder["m.safetensors"]).Network.ToString());
    }

    [Fact]
    public void What_is_there_is_kept_unless_told_otherwise()
    {
        File.WriteAllText(_folder["m.onnx"], "mine");
        Assert.Contains("which is there already", CommandRun.Of("export", trained.Run, _folder["m.onnx"]).MustBeRefused(), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder["m.onnx"]));

        Assert.Equal(0, CommandRun.Of("export", trained.Run, _folder["m.onnx"], "--overwrite").ExitCode);
        File.WriteAllText(_folder["m.safetensors"], "mine");
        Assert.Contains("MODEL is", CommandRun.Of("import", _folder["m.onnx"], _folder["m.safetensors"]).MustBeRefused(), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder["m.safetensors"]));
    }

    [Theory]
    [InlineData("x.onnx", "is not an ONNX model")]
    [InlineData("x.json", "is no JSON")]
    [InlineData("x.safetensors", "is not a model")]
    [InlineData("x.pt", "its ending says no format")]
    [InlineData("none.onnx", "there is no file")]
    public void What_is_no_network_is_refused_and_leaves_nothing(string file, string reason)
    {
        if (file[0] == 'x') File.WriteAllText(_folder[file], "no network, although it is long enough to be one");

        Assert.Contains(reason, Import(file).MustBeRefused(), StringComparison.Ordinal);
        Assert.DoesNotContain("m.safetensors", _folder.Files());
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Contains("needs a MODEL", CommandRun.Of("export").MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("needs a FILE", CommandRun.Of("export", trained.Run).MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("needs a FILE", CommandRun.Of("import").MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("needs a MODEL", CommandRun.Of("import", "a.onnx").MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("ending says no format", CommandRun.Of("export", trained.Run, _folder["m.tflite"]).MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("--pixels is for ONNX", CommandRun.Of("export", trained.Run, _folder["m.json"], "--pixels").MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("there is no folder", CommandRun.Of("export", trained.Run, _folder["no/m.json"]).MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("there is no model", CommandRun.Of("export", _folder["none"], _folder["m.json"]).MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("give a name that ends in .safetensors", CommandRun.Of("import", trained.Model, _folder["m.onnx"]).MustBeRefused(), StringComparison.Ordinal);
        File.WriteAllText(_folder["x.json"], "{}");
        Assert.Contains("says these itself", Import("x.json", "--activation", "relu").MustBeRefused(), StringComparison.Ordinal);
        Assert.Equal(["x.json"], _folder.Files());
    }

    private CommandRun Import(string file, params string[] options) => CommandRun.Of(["import", _folder[file], _folder["m.safetensors"], .. options]);
}
