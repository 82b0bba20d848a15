using System.Globalization;
using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary>The same picture gets the same answer whichever way it comes: as a file, in a folder, as a row of a table, in a set with a name of its own.</summary>
public sealed class OwnPicturesTests : IDisposable
{
    private static readonly (Dataset Train, Dataset Test) Made = Digits.Load(train: 600, test: 30);
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_is_evaluated_as_its_pictures_are_predicted()
    {
        Trained("--data", "digits", "--train-examples", "2000", "--epochs", "5");
        string own = Photographs(_folder["own"], only: label => label is 3 or 4 or 7);

        var evaluated = CommandRun.Of("evaluate", _folder["run"], "--data", own, "--json");
        Assert.Contains("each picture is prepared as MNIST was, as 'predict' does for this model", evaluated.Error, StringComparison.Ordinal);
        Assert.Equal(Predicted(own, "--one"), Correct(evaluated));
        Assert.True(Correct(evaluated) > 0);

        // Example by example, and in what explains it.
        string third = Directory.EnumerateFiles(own, "*.png", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ElementAt(2);
        var file = CommandRun.Of("predict", _folder["run"], third, "--one", "--json");
        var example = CommandRun.Of("predict", _folder["run"], "--data", own, "--example", "2", "--json");
        Assert.Equal(Property(file, "outputs"), Property(example, "outputs"));
        Assert.Equal(Property(CommandRun.Of("explain", _folder["run"], third, "--label", "3", "--json"), "cost"),
            Property(CommandRun.Of("explain", _folder["run"], "--data", own, "--example", "2", "--json"), "cost"));

        Directory.CreateDirectory(Path.Combine(own, "eight"));
        File.Copy(third, Path.Combine(own, "eight", "a.png"));
        Assert.Contains("is not a class learned: 0, 1, 2", CommandRun.Of("evaluate", _folder["run"], "--data", own).MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_learned_from_a_folder_of_digits_is_prepared_alike()
    {
        string own = Photographs(_folder["own"]);
        var train = Trained("--data", own, "--epochs", "20", "--learning-rate", "3");
        Assert.Contains("for the classes are the ten digits; --resize WxH takes them as they are", train.Error, StringComparison.Ordinal);

        var evaluated = CommandRun.Of("evaluate", _folder["run"], "--split", "train", "--json");
        Assert.InRange(JsonDocument.Parse(evaluated.Out).RootElement.GetProperty("examples").GetInt32(), 155, 165);
        var whole = CommandRun.Of("evaluate", _folder["run"], "--data", Renamed(own), "--json");
        Assert.Equal(Predicted(_folder["renamed"], "--one"), Correct(whole));

        // A run is a value: what was decided for it stands in it.
        Assert.Contains("\"normalize\": true", File.ReadAllText(Path.Combine(_folder["run"], "run.json")), StringComparison.Ordinal);
        var view = CommandRun.Of("data", "view", own, "--out", _folder["sheet.png"]);
        Assert.Contains("each picture is prepared as MNIST was", view.Error, StringComparison.Ordinal);
        Assert.Contains("taken as they are, at 30×40", CommandRun.Of("data", "info", own, "--resize", "30x40").Error, StringComparison.Ordinal);
        Assert.Contains("--resize and --normalize were both given", CommandRun.Of("data", "view", own, "--resize", "9x9", "--normalize").MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_pictures_are_taken_as_they_are()
    {
        string own = Photographs(_folder["own"], name: label => label % 2 == 0 ? "even" : "odd");
        var train = Trained("--data", own, "--epochs", "2");
        Assert.Contains("taken as they are, 60×60 pixels; --normalize prepares each as MNIST was", train.Error, StringComparison.Ordinal);
        var evaluated = CommandRun.Of("evaluate", _folder["run"], "--data", Renamed(own), "--json");
        Assert.Equal(Predicted(_folder["renamed"]), Correct(evaluated));

        Trained("--data", own, "--epochs", "2", "--normalize", "--overwrite");
        Assert.Equal(Predicted(_folder["renamed"]), Correct(CommandRun.Of("evaluate", _folder["run"], "--data", _folder["renamed"], "--json")));
    }

    [Fact]
    public void Parts_are_found_by_name_or_given()
    {
        Photographs(_folder["set/training"], count: 100);
        Photographs(_folder["set/Testing"], count: 40);
        var train = Trained("--data", _folder["set"], "--epochs", "1");
        Assert.Contains("100 to learn from, 40 to be tested on", train.Error, StringComparison.Ordinal);

        Photographs(_folder["other"], count: 20);
        Photographs(_folder["set/val"], count: 20);
        train = Trained("--data", _folder["set"], "--test-data", _folder["other"], "--epochs", "1", "--overwrite");
        Assert.Contains("100 to learn from, 20 to be tested on", train.Error, StringComparison.Ordinal);
        Assert.Contains("is left aside", train.Error, StringComparison.Ordinal);
        Assert.Equal(20, JsonDocument.Parse(CommandRun.Of("evaluate", _folder["run"], "--json").Out).RootElement.GetProperty("examples").GetInt32());
        Assert.Contains("give a folder with a folder of images",
            CommandRun.Of("train", "--data", _folder["set"], "--test-data", _folder["none"]).MustBeRefused(), StringComparison.Ordinal);

        Directory.CreateDirectory(_folder["cars/test"]);
        Photographs(_folder["cars"], name: label => label % 2 == 0 ? "bus" : "train", count: 20);
        Assert.Contains("'train' is taken for a class", CommandRun.Of("data", "info", _folder["cars"]).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "--target", "label")]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_of_pixels_are_pictures(bool hasHeader, params string[] target)
    {
        string path = Rows(_folder["mnist.csv"], Made.Train, hasHeader);
        var train = Trained(["--data", path, "--epochs", "1", .. target]);
        Assert.Contains("they are taken as pictures", train.Error, StringComparison.Ordinal);
        Assert.Contains("784-16-16-10", train.Error, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of("evaluate", _folder["run"]).ExitCode);

        // The very bits of the same pictures in four files.
        Idx.SaveFolder(_folder["idx"], Made.Train, Made.Test);
        string test = Rows(_folder["test.csv"], Made.Test, hasHeader);
        Trained("--data", path, "--test-data", test, "--epochs", "2", "--overwrite");
        string digest = Digest(_folder["run"]);
        Trained("--data", _folder["idx"], "--epochs", "2", "--overwrite");
        Assert.Equal(digest, Digest(_folder["run"]));

        var predicted = CommandRun.Of("predict", _folder["run"], test, "--json");
        Assert.Equal(30, predicted.OutLines.Length);
        var answers = predicted.OutLines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(answers.Count(answer => answer.GetProperty("prediction").GetInt32() == answer.GetProperty("label").GetInt32()),
            Correct(CommandRun.Of("evaluate", _folder["run"], "--data", test, "--json")));
        Assert.Contains("28×28", CommandRun.Of("data", "info", path).Out, StringComparison.Ordinal);

        // A digit as it comes is read as by any network of 28×28 inputs.
        Photographs(_folder["own"], count: 20);
        Assert.Equal(Predicted(_folder["own"], "--one"), Correct(CommandRun.Of("evaluate", _folder["run"], "--data", _folder["own"], "--json")));
    }

    [Fact]
    public void What_is_no_table_of_pictures_stays_a_table()
    {
        string path = Rows(_folder["table.csv"], Made.Train, hasHeader: true);
        File.AppendAllText(path, File.ReadLines(path).Last()[..^1] + ".5" + "\n");
        Assert.Contains("say with --target COLUMN", CommandRun.Of("train", "--data", path, "--out", _folder["none"]).MustBeRefused(), StringComparison.Ordinal);
        Assert.DoesNotContain("pictures", Trained("--data", path, "--target", "label", "--epochs", "1").Error, StringComparison.Ordinal);

        path = Rows(_folder["mnist.csv"], Made.Train, hasHeader: true);
        Trained("--data", path, "--target", "label", "--task", "classification", "--epochs", "1", "--overwrite");
        Assert.NotNull(Model.Load(Path.Combine(_folder["run"], "model.safetensors")).Info.Table);
        Assert.Contains("is a table, but", CommandRun.Of("predict", PixelModel(), Flowers()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sets_with_names_of_their_own_and_transposed_are_read()
    {
        Idx.SaveFolder(_folder["idx"], Made.Train.Transposed(), Made.Test.Transposed());
        foreach (string file in Directory.GetFiles(_folder["idx"]))
            File.Move(file, Path.Combine(_folder["idx"], "emnist-digits-" + Path.GetFileName(file).Replace("t10k", "test", StringComparison.Ordinal)));
        var turned = Trained("--data", _folder["idx/emnist-digits"], "--epochs", "2");
        Assert.Contains("--transpose sets them upright", turned.Error, StringComparison.Ordinal);
        string lying = Digest(_folder["run"]);
        Trained("--data", _folder["idx"], "--transpose", "--epochs", "2", "--overwrite");
        string upright = Digest(_folder["run"]);
        Assert.Equal(0, CommandRun.Of("evaluate", _folder["run"]).ExitCode);
        Trained("--data", "digits", "--train-examples", "600", "--test-examples", "30", "--epochs", "2", "--overwrite");
        Assert.Equal(Digest(_folder["run"]), upright);
        Assert.NotEqual(lying, upright);
        Assert.Contains("--transpose is for data of your own", CommandRun.Of("train", "--data", "digits", "--transpose").MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pickle_is_never_run()
    {
        File.WriteAllBytes(_folder["mnist.pkl"], [0x80, 2, (byte)'.']);
        Assert.Contains("n.savez('mnist.npz'", CommandRun.Of("train", "--data", _folder["mnist.pkl"]).MustBeRefused(), StringComparison.Ordinal);
        File.Copy(_folder["mnist.pkl"], _folder["mnist.pkl.gz"]);
        Assert.Contains("n.savez('mnist.npz'", CommandRun.Of("train", "--data", _folder["mnist.pkl.gz"]).MustBeRefused(), StringComparison.Ordinal);
        File.WriteAllText(_folder["notes.txt"], "x");
        Assert.Contains("or an .npz file", CommandRun.Of("train", "--data", _folder["notes.txt"]).MustBeRefused(), StringComparison.Ordinal);
    }

    // Digits as people photograph them: large, dark on light, somewhere on the page.
    private static string Photographs(string folder, Func<int, bool>? only = null, Func<int, string>? name = null, int count = 200)
    {
        for (int i = 0; i < count; i++)
        {
            int label = Made.Train.Labels[i];
            if (only?.Invoke(label) == false) continue;
            byte[] page = new byte[60 * 60];
            Array.Fill(page, (byte)230);
            for (int p = 0; p < 4 * 784; p++)
            {
                int x = p % 56, y = p / 56, dark = Made.Train.Image(i)[y / 2 * 28 + x / 2];
                page[(y + i % 4) * 60 + x + i % 3] = (byte)(230 - dark * 220 / 255);
            }

            string inner = Path.Combine(folder, name?.Invoke(label) ?? label.ToString(CultureInfo.InvariantCulture));
            Directory.CreateDirectory(inner);
            new GrayImage(60, 60, page).SavePng(Path.Combine(inner, $"{i:D3}.png"));
        }

        return folder;
    }

    // The same pictures but one, so that they are other data than those learned from.
    private string Renamed(string folder)
    {
        foreach (string file in Directory.GetFiles(folder, "*.png", SearchOption.AllDirectories).Skip(1))
        {
            string copy = Path.Combine(_folder["renamed"], Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return _folder["renamed"];
    }

    private static string Rows(string path, Dataset data, bool hasHeader)
    {
        using var file = new StreamWriter(path);
        if (hasHeader) file.Write("label," + string.Join(',', Enumerable.Range(0, 784).Select(i => $"pixel{i}")) + "\n");
        for (int i = 0; i < data.Count; i++) file.Write($"{data.Labels[i]},{string.Join(',', data.Image(i).ToArray())}\n");
        return path;
    }

    private string PixelModel()
    {
        Assert.Equal(0, CommandRun.Of("train", "--data", "digits", "--train-examples", "50", "--test-examples", "20", "--epochs", "1", "--out", _folder["pixels"]).ExitCode);
        return _folder["pixels"];
    }

    private string Flowers()
    {
        File.WriteAllText(_folder["flowers.csv"], "a,b\n1,2\n3,4\n");
        return _folder["flowers.csv"];
    }

    private CommandRun Trained(params string[] args)
    {
        var run = CommandRun.Of(["train", .. args, "--out", _folder["run"]]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }

    /// <summary>How many pictures are read as the class that their folder names.</summary>
    private int Predicted(string folder, params string[] options)
    {
        string[] files = Directory.GetFiles(folder, "*.png", SearchOption.AllDirectories);
        var answers = CommandRun.Of(["predict", _folder["run"], .. files, .. options, "--json"]).OutLines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(files.Length, answers.Count);
        return files.Zip(answers).Count(pair => Path.GetFileName(Path.GetDirectoryName(pair.First))
            == (pair.Second.TryGetProperty("class", out var name) ? name.GetString() : pair.Second.GetProperty("prediction").ToString()));
    }

    private static int Correct(CommandRun evaluated) => JsonDocument.Parse(evaluated.Out).RootElement.GetProperty("correct").GetInt32();

    private static string Property(CommandRun run, string name) => JsonDocument.Parse(run.Out).RootElement.GetProperty(name).GetRawText();

    private static string Digest(string run) => Model.Load(Path.Combine(run, "model.safetensors")).Network.Digest();
}
