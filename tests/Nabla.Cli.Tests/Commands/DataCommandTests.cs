using System.Text.Json;

namespace Nabla.Cli.Tests;

public sealed class DataCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _data;

    public DataCommandTests() => _data = TinyData.Write(_folder["tiny"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void List_names_everything_that_can_be_had()
    {
        var entries = JsonDocument.Parse(CommandRun.Of("data", "list", "--json").Out).RootElement.EnumerateArray().ToList();

        Assert.Equal(["mnist", "fashion-mnist", "kmnist", "digits"], entries.Select(entry => entry.GetProperty("name").GetString()));
        Assert.True(entries[^1].GetProperty("available").GetBoolean());
    }

    [Fact]
    public void Info_counts_and_measures()
    {
        var info = JsonDocument.Parse(CommandRun.Of("data", "info", _data, "--json").Out).RootElement;

        Assert.Equal(16, info.GetProperty("inputs").GetInt32());
        Assert.Equal(3, info.GetProperty("classes").GetInt32());
        var train = info.GetProperty("train");
        Assert.Equal([20, 20, 20], train.GetProperty("perClass").EnumerateArray().Select(count => count.GetInt32()));
        Assert.Equal(0.75, train.GetProperty("dark").GetDouble());
        Assert.InRange(train.GetProperty("mean").GetDouble(), 0.25 * 200 / 255, 0.25);
    }

    [Fact]
    public void Info_is_readable_too() => Assert.Contains("60 "
        + "examples", CommandRun.Of("data", "info", _data).Out, StringComparison.Ordinal);

    [Fact]
    public void View_shows_the_chosen_examples()
    {
        var run = CommandRun.Of("data", "view", _data, "--label", "1", "--count", "2", "--from", "2");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 #4", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 #7", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("1 #1 ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void View_on_a_terminal_draws_in_shades()
    {
        var setting = new CommandRun.Setting { Out = new Screen(true, true, () => 80) };

        Assert.Contains("\e[38;", CommandRun.With(setting, "data", "view", _data).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void View_writes_a_contact_sheet()
    {
        var run = CommandRun.Of("data", "view", _data, "--split", "train", "--count", "6", "--columns", "3", "--out", _folder["sheet.png"]);

        var sheet = ImageFile.Read(_folder["sheet.png"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal((3 * 5 + 1, 2 * 5 + 1), (sheet.Width, sheet.Height));
        Assert.Contains("Nothing was overwritten", CommandRun.Of("data", "view", _data, "--out", _folder["sheet.png"]).MustBeRefused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("view TINY --label 3", "classes 0 to 2")]
    [InlineData("view TINY --from 30", "give 0 to 29")]
    [InlineData("view TINY --count 0", "from 1 to")]
    [InlineData("view TINY --out nosuch/sheet.png", "there is no folder")]
    [InlineData("view", "needs a NAME")]
    [InlineData("info nosuch", "there is no such folder")]
    [InlineData("get", "needs a NAME")]
    [InlineData("get digits", "need no fetching")]
    [InlineData("get mnits", "did you mean 'mnist'")]
    [InlineData("make digits", "needs --out FOLDER")]
    [InlineData("make letters --out x", "can make 'digits'")]
    [InlineData("make digits --out TINY", "Nothing was overwritten")]
    [InlineData("gett mnist", "did you mean 'get'")]
    public void Bad_arguments_are_refused(string arguments, string says)
    {
        string[] before = [.. _folder.Files()];

        string line = CommandRun.Of(["data", .. arguments.Replace("TINY", _data, StringComparison.Ordinal).Split(' ')]).MustBeRefused();

        Assert.Contains(says, line, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Files());
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte.gz")]
    [InlineData("t10k-labels-idx1-ubyte.gz")]
    public void Files_of_the_user_are_not_replaced_by_fetched_ones(string name)
    {
        Directory.CreateDirectory(_folder["mine"]);
        File.WriteAllText(_folder["mine/" + name], "mine");

        string line = CommandRun.Of("data", "get", "mnist", "--out", _folder["mine"]).MustBeRefused();

        Assert.Contains($"holds a '{name}' that is not MNIST's", line, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder["mine/" + name]));
    }

    [Fact]
    public void Fetched_files_are_not_written_through_links()
    {
        if (OperatingSystem.IsWindows()) return;
        Directory.CreateDirectory(_folder["mine"]);
        File.CreateSymbolicLink(_folder["mine/train-images-idx3-ubyte.gz.part"], _folder["elsewhere"]);

        Assert.Contains("Nothing was overwritten", CommandRun.Of("data", "get", "mnist", "--out", _folder["mine"]).MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Digits_take_the_place_of_others_all_four_or_none()
    {
        string[] names = ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz"];
        Directory.CreateDirectory(_folder["mine/t10k-labels-idx1-ubyte.gz"]);
        foreach (string name in names) File.WriteAllText(_folder["mine/" + name], "mine");

        CommandRun.Of("data", "make", "digits", "--out", _folder["mine"], "--count", "10", "--test-count", "5", "--overwrite").MustBeRefused();

        Assert.Equal(names.Select(name => "mine/" + name).Order(StringComparer.Ordinal), _folder.Files().Where(name => name.StartsWith("mine", StringComparison.Ordinal)));
        Assert.All(names, name => Assert.Equal("mine", File.ReadAllText(_folder["mine/" + name])));
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_not_replaced_unasked()
    {
        if (OperatingSystem.IsWindows()) return;
        File.CreateSymbolicLink(_folder["sheet.png"], _folder["not-yet-mounted.png"]);

        Assert.Contains("Nothing was overwritten", CommandRun.Of("data", "view", _data, "--out", _folder["sheet.png"]).MustBeRefused(), StringComparison.Ordinal);
        Assert.NotNull(new FileInfo(_folder["sheet.png"]).LinkTarget);
    }

    [Fact]
    public void Without_a_network_get_says_so()
    {
        // Fashion-MNIST, because MNIST may be on the machine.
        if (PublishedDataset.FashionMnist.TryFind(out _)) return;

        Assert.Contains("NABLA_OFFLINE", CommandRun.Of("data", "get", "fashion-mnist").MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Made_digits_are_the_built_in_ones_and_can_be_trained_on()
    {
        Assert.Equal(0, CommandRun.Of("data", "make", "digits", "--out", _folder["digits"], "--count", "50", "--test-count", "20").ExitCode);

        var (train, test) = Idx.LoadFolder(_folder["digits"]);
        var (builtInTrain, builtInTest) = Digits.Load(train: 50, test: 20);
        Assert.True(train.Pixels.SequenceEqual(builtInTrain.Pixels));
        Assert.True(test.Pixels.SequenceEqual(builtInTest.Pixels));
        Assert.Equal(0, CommandRun.Of("train", "--data", _folder["digits"], "--epochs", "1", "--out", _folder["run"]).ExitCode);
    }
}
