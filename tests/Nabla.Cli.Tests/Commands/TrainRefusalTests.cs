namespace Nabla.Cli.Tests;

/// <summary>Whatever is wrong with the arguments of <c>train</c>: exit code 2, one line, and nothing written.</summary>
public sealed class TrainRefusalTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _data;

    public TrainRefusalTests() => _data = TinyData.Write(_folder["tiny"]);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--layers 784,0,10", "at least 1 neuron")]
    [InlineData("--layers 784,-3,10", "at least 1 neuron")]
    [InlineData("--layers 784,sixteen,10", "'sixteen' is not a whole number")]
    [InlineData("--layers 784,16,", "'' is not a whole number")]
    [InlineData("--layers 784", "at least inputs and outputs")]
    [InlineData("--layers 16,99999999999,3", "'99999999999' is not a whole number")]
    [InlineData("--layers 16,5,4", "3 classes")]
    [InlineData("--layers 16,5,2", "3 classes")]
    [InlineData("--layers 17,5,3", "16 inputs")]
    [InlineData("--layers 16,2000000000,3", "is too wide")]
    [InlineData("--hidden 23000,23344", "takes 537")]
    [InlineData("--layers 16,5,3 --hidden 5", "Give one of them")]
    [InlineData("--learning-rate nan", "a positive number")]
    [InlineData("--learning-rate 0", "a positive number")]
    [InlineData("--learning-rate -3", "a positive number")]
    [InlineData("--learning-rate 1e999", "a positive number")]
    [InlineData("--learning-rate", "--learning-rate needs a value")]
    [InlineData("--batch-size 0", "of at least 1")]
    [InlineData("--batch-size ten", "'ten'")]
    [InlineData("--epochs 0", "of at least 1")]
    [InlineData("--epochs 1 --epochs 2", "--epochs is given 2 times")]
    [InlineData("--epochs 1.5", "whole number")]
    [InlineData("--seed -1", "from 0 to")]
    [InlineData("--l2 -1", "0 or a positive number")]
    [InlineData("--l2 1e9", "less than the number of examples")]
    [InlineData("--patience 0", "of at least 1")]
    [InlineData("--until-accuracy 97.5", "such as 0.975 or 97.5%")]
    [InlineData("--until-accuracy 0", "a fraction of at most 1")]
    [InlineData("--until-accuracy -3%", "a fraction of at most 1")]
    [InlineData("--until-accuracy 100.1%", "a fraction of at most 1")]
    [InlineData("--until-accuracy most", "'most'")]
    [InlineData("--until-accuracy nan", "'nan'")]
    [InlineData("--threads 0", "from 1 to 1024")]
    [InlineData("--activation relo", "did you mean 'relu'; known: sigmoid, tanh, relu, leaky-relu, elu, softplus, gelu, swish, identity")]
    [InlineData("--output-activation gulu", "did you mean 'gelu'; known: sigmoid, tanh, relu, leaky-relu, elu, softplus, gelu, swish, identity, softmax")]
    [InlineData("--initializer haver", "known: xavier, he, normal, constant:NUMBER")]
    [InlineData("--optimizer adamant", "known: sgd, momentum, nesterov, rmsprop, adam, adamw")]
    [InlineData("--preset lectures", "did you mean 'lecture'")]
    [InlineData("--cost square", "known: quadratic, half-quadratic, cross-entropy, binary-cross-entropy")]
    [InlineData("--cost cross-entropy --output-activation sigmoid", "needs softmax outputs")]
    [InlineData("--epoch 3", "there is no option '--epoch'; did you mean '--epochs'")]
    [InlineData("--data nosuch", "there is no such folder")]
    [InlineData("--data mnits", "did you mean 'mnist'")]
    [InlineData("extra", "'extra' is one argument too many")]
    public void Bad_options_are_refused(string options, string says)
    {
        string line = Train(options.Split(' ')).MustBeRefused();

        Assert.Contains(says, line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void All_problems_are_told_together()
    {
        var run = Train("--epochs", "0", "--activation", "relo", "--learning-rate", "nan");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(3, run.ErrorLines.Length);
        Assert.Contains("nabla train --help", run.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("digits")]
    [InlineData("mnist")]
    public void Layers_are_held_against_known_data_before_they_are_loaded(string data)
    {
        string line = CommandRun.Of("train", "--layers", "784,16", "--data", data, "--out", _folder["out"]).MustBeRefused();

        Assert.Contains("10 classes", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_not_overwritten_unasked()
    {
        Assert.Equal(0, Train("--epochs", "1").ExitCode);
        byte[] before = File.ReadAllBytes(_folder["out/model.safetensors"]);

        string line = Train("--epochs", "1", "--seed", "2").MustBeRefused();

        Assert.Contains("Nothing was overwritten", line, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_folder["out/model.safetensors"]));
    }

    [Fact]
    public void A_file_is_not_taken_for_a_folder()
    {
        File.WriteAllText(_folder["out"], "mine");

        Train("--epochs", "1").MustBeRefused();

        Assert.Equal("mine", File.ReadAllText(_folder["out"]));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused_before_training()
    {
        File.WriteAllText(_folder["file"], "mine");

        string line = CommandRun.Of("train", "--data", _data, "--out", _folder["file/below"]).MustBeRefused();

        Assert.Contains("is a file", line, StringComparison.Ordinal);
    }

    private CommandRun Train(params string[] options) =>
        CommandRun.Of(["train", .. options.Contains("--data") ? [] : (string[])["--data", _data], "--out", _folder["out"], .. options]);
}
