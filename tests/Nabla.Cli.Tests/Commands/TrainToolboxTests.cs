namespace Nabla.Cli.Tests;

/// <summary>Class weights and augmentation, as the command passes them on.</summary>
public sealed class TrainToolboxTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _data;

    public TrainToolboxTests() => _data = TinyData.Write(_folder["tiny"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Class_weights_are_the_librarys()
    {
        var options = new TrainingOptions { Optimizer = new Sgd(1), Epochs = 3, ClassWeights = [1, 2.5, 0.5] };
        Assert.Equal(Digest(options), Digest("--class-weights", "1,2.5,0.5"));
        Assert.NotEqual(Digest(options), Digest());
    }

    [Fact]
    public void Balanced_weights_come_from_the_examples()
    {
        // The first 31 of classes 0, 1, 2, 0, …: 11, 10 and 10.
        double[] balanced = [31 / 33.0, 31 / 30.0, 31 / 30.0];
        var options = new TrainingOptions { Optimizer = new Sgd(1), Epochs = 3, ClassWeights = balanced };
        Assert.Equal(Digest(options, 31), Digest("--class-weights", "balanced", "--train-examples", "31"));
    }

    [Fact]
    public void Augmentation_is_the_librarys()
    {
        var options = new TrainingOptions { Optimizer = new Sgd(1), Epochs = 3, Augmentation = new Augmentation { Shift = 1, Rotation = 20 } };
        Assert.Equal(Digest(options), Digest("--augment", "shift=1,rotate=20"));
        Assert.NotEqual(Digest(options), Digest());
    }

    [Fact]
    public void Views_of_variations_begin_with_the_example()
    {
        var run = CommandRun.Of("data", "view", _data, "--augment", "shift=1", "--columns", "3", "--count", "6", "--out", _folder["sheet.png"]);

        var sheet = ImageFile.Read(_folder["sheet.png"]);
        var data = Idx.LoadFolder(_data).Test;
        var varied = new Augmentation { Shift = 1 }.Apply(data, [1], 1, 2);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal((3 * 5 + 1, 2 * 5 + 1), (sheet.Width, sheet.Height));
        for (int p = 0; p < 16; p++)
        {
            int place = (6 + p / 4) * sheet.Width + 1 + p % 4;
            Assert.Equal(255 - data.Image(1)[p], sheet.Pixels[place]);
            Assert.Equal(255 - varied.Image(0)[p], sheet.Pixels[place + 10]);
        }

        string shown = CommandRun.Of("data", "view", _data, "--augment", "shift=1", "--columns", "2", "--count", "4", "--from", "7").Out;
        Assert.Contains("1 #7", shown, StringComparison.Ordinal);
        Assert.Contains("1 epoch 1", shown, StringComparison.Ordinal);
        Assert.Contains("2 #8", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--class-weights 1,2", "There are 2 class weights")]
    [InlineData("--class-weights 1,0,1", "'0' is not a positive number")]
    [InlineData("--class-weights fair", "or 'balanced'")]
    [InlineData("--augment blur", "'blur' is no augmentation")]
    [InlineData("--augment scale=2", "less than 1")]
    public void What_makes_no_sense_is_refused(string arguments, string says) =>
        Assert.Contains(says, CommandRun.Of(["train", "--data", _data, "--out", _folder["a"], .. arguments.Split(' ')]).MustBeRefused(), StringComparison.Ordinal);

    private string Digest(TrainingOptions options, int count = int.MaxValue)
    {
        var network = Network.Create(16, 1, new Dense(5, Activation.Sigmoid, Initializer.Xavier), new Dense(3, Activation.Sigmoid, Initializer.Xavier));
        var trainer = new Trainer(network, Idx.LoadFolder(_data).Train.Take(count), options);
        foreach (var _ in trainer.Epochs()) { }

        return trainer.Network.Digest();
    }

    private string Digest(params string[] arguments)
    {
        var run = CommandRun.Of(["train", "--data", _data, "--hidden", "5", "--learning-rate", "1", "--epochs", "3", "--out", _folder["a"], "--overwrite", .. arguments]);
        Assert.Equal(0, run.ExitCode);
        return run.OutLines.Single(line => line.StartsWith("Digest: ", StringComparison.Ordinal))["Digest: ".Length..];
    }
}
