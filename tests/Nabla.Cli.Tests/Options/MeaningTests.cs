namespace Nabla.Cli.Tests;

/// <summary>A name that is not ours is understood by what it means before it is by its letters.</summary>
public sealed class MeaningTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--lr")]
    [InlineData("--alpha")]
    [InlineData("--eta")]
    [InlineData("-η")]
    [InlineData("--η")]
    [InlineData("-α")]
    [InlineData("--α")]
    public void The_learning_rate_has_the_names_that_books_give_it(string name)
    {
        string data = TinyData.Write(_folder["tiny"]);

        var run = CommandRun.Of("train", "--data", data, "--epochs", "1", name, "0.25", "--out", _folder["run"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("η = 0.25", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of("descend", name, "0.1", "--steps", "2").ExitCode);
    }

    [Theory]
    [InlineData("-lr", "--learning-rate")]
    [InlineData("--rate", "--learning-rate")]
    [InlineData("--step-size", "--learning-rate")]
    [InlineData("--学习率", "--learning-rate")]
    [InlineData("--batch", "--batch-size")]
    [InlineData("--bs", "--batch-size")]
    [InlineData("--mini_batch_size", "--batch-size")]
    [InlineData("--epoch", "--epochs")]
    [InlineData("—epochs", "--epochs")]
    [InlineData("－－ｅｐｏｃｈｓ", "--epochs")]
    [InlineData("--iterations", "--epochs")]
    [InlineData("--loss", "--cost")]
    [InlineData("--neurons", "--hidden")]
    [InlineData("--optim", "--optimizer")]
    [InlineData("--init", "--initializer")]
    [InlineData("--dataset", "--data")]
    [InlineData("--label", "--target")]
    [InlineData("--output", "--out")]
    [InlineData("--random-state", "--seed")]
    [InlineData("--lambda", "--l2")]
    [InlineData("--test-size", "--test-split")]
    public void An_option_is_suggested_by_its_meaning(string typed, string meant) =>
        Assert.Contains($"there is no option '{typed}'; did you mean '{meant}'", CommandRun.Of("train", typed, "1").MustBeRefused(), StringComparison.Ordinal);

    [Theory]
    [InlineData("--cost mse", "quadratic")]
    [InlineData("--cost MSE", "quadratic")]
    [InlineData("--cost mean_squared_error", "quadratic")]
    [InlineData("--cost 均方误差", "quadratic")]
    [InlineData("--cost crossentropy", "cross-entropy")]
    [InlineData("--cost 交叉熵", "cross-entropy")]
    [InlineData("--cost bce", "binary-cross-entropy")]
    [InlineData("--optimizer gd", "sgd")]
    [InlineData("--optimizer nag", "nesterov")]
    [InlineData("--activation logistic", "sigmoid")]
    [InlineData("--activation silu", "swish")]
    [InlineData("--output-activation linear", "identity")]
    [InlineData("--initializer glorot", "xavier")]
    [InlineData("--data fashion", "fashion-mnist")]
    public void A_value_is_suggested_by_its_meaning(string option, string meant) =>
        Assert.Contains($"did you mean '{meant}'", CommandRun.Of(["train", .. option.Split(' ')]).MustBeRefused(), StringComparison.Ordinal);

    [Theory]
    [InlineData("fit", "train")]
    [InlineData("test", "evaluate")]
    [InlineData("classify", "predict")]
    [InlineData("backprop", "explain")]
    [InlineData("gradient-check", "gradcheck")]
    public void A_command_is_suggested_by_its_meaning(string typed, string meant) =>
        Assert.Contains($"did you mean '{meant}'", CommandRun.Of(typed).MustBeRefused(), StringComparison.Ordinal);

    [Fact]
    public void A_name_with_a_place_for_a_number_is_not_suggested() =>
        Assert.DoesNotContain("did you mean", CommandRun.Of("train", "--initializer", "constant").MustBeRefused(), StringComparison.Ordinal);
}
