namespace Nabla.Cli.Tests;

/// <summary>What an input method for Chinese writes in full width is read as what it stands for.</summary>
public sealed class FullWidthTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--hidden ８，４", "--hidden 8,4")]
    [InlineData("--hidden ８、４", "--hidden 8,4")]
    [InlineData("--layers １６，５，３", "--layers 16,5,3")]
    [InlineData("--learning-rate ０．５", "--learning-rate 0.5")]
    [InlineData("--learning-rate 0。5", "--learning-rate 0.5")]
    [InlineData("--epochs ３", "--epochs 3")]
    [InlineData("--initializer constant：０．１", "--initializer constant:0.1")]
    [InlineData("--activation ｔａｎｈ", "--activation tanh")]
    [InlineData("--class-weights １，２，１", "--class-weights 1,2,1")]
    [InlineData("--checkpoint-every ３０ｓ", "--checkpoint-every 30s")]
    [InlineData("--until-accuracy ９９％", "--until-accuracy 99%")]
    public void A_value_of_train_is_read(string wide, string narrow)
    {
        string data = TinyData.Write(_folder["tiny"]);
        string[] Train(string options, string run) =>
            ["train", "--data", data, .. options.Contains("--epochs", StringComparison.Ordinal) ? [] : (string[])["--epochs", "2"], "--out", _folder[run], .. options.Split(' ')];

        var run = CommandRun.Of(Train(wide, "wide"));

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(Digest(CommandRun.Of(Train(narrow, "narrow"))), Digest(run));
    }

    [Theory]
    [InlineData("chain --weights １，２ --biases ０，－１ --input （１", false)]
    [InlineData("chain --weights １，２ --biases ０，－１", true)]
    [InlineData("descend --function （ｘ－２）＾２ --start １．５ --steps ５", true)]
    [InlineData("descend --function x²＋y² --start １，１ --steps ５", true)]
    [InlineData("gradcheck --formula a'·σ'（z）·２（a－y）", true)]
    public void Lists_and_formulas_are_read(string command, bool isRight)
    {
        var run = CommandRun.Of(command.Split(' '));

        Assert.True(isRight == (run.ExitCode == 0), run.Error);
    }

    [Fact]
    public void Columns_are_told_apart_by_a_full_width_comma()
    {
        File.WriteAllText(_folder["t.csv"], "a,b,c,y\n1,2,3,p\n2,3,1,q\n3,1,2,p\n4,1,1,q\n5,2,2,p\n6,0,1,q\n");

        var run = CommandRun.Of("train", "--data", _folder["t.csv"], "--target", "y", "--ignore", "a，c", "--epochs", "1", "--test-split", "０．３", "--out", _folder["run"]);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(1, Model.Load(_folder["run/model.safetensors"]).Network.Inputs);
    }

    [Fact]
    public void The_name_of_a_file_stays_as_it_is()
    {
        string data = TinyData.Write(_folder["数据（１）"]);

        Assert.Equal(0, CommandRun.Of("train", "--data", data, "--epochs", "1", "--out", _folder["跑（１）"]).ExitCode);
        Assert.True(Directory.Exists(_folder["跑（１）"]));
    }

    private static string Digest(CommandRun run) => run.OutLines.Single(line => line.StartsWith("Digest", StringComparison.Ordinal));
}
