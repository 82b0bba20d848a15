using System.Text;
using System.Text.Json;

namespace Nabla.Cli.Tests;

public sealed class TensorBoardTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _data;

    public TensorBoardTests() => _data = TinyData.Write(_folder["tiny"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Checksums_are_the_published_ones()
    {
        // CRC-32C of RFC 3720, B.4: 32 zeros, and the check value of the catalogue for "123456789"; masked by hand.
        Assert.Equal(Masked(0x8A9136AA), TensorBoardLog.MaskedCrc(new byte[32]));
        Assert.Equal(Masked(0xE3069283), TensorBoardLog.MaskedCrc(Encoding.ASCII.GetBytes("123456789")));
        Assert.Equal(Masked(0), TensorBoardLog.MaskedCrc([]));

        static uint Masked(uint crc) => unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8);
    }

    [Fact]
    public void The_file_begins_as_those_of_TensorFlow_do()
    {
        // A first record of 24 bytes; this is how every such file of TensorFlow begins.
        Train("--epochs", "1");
        Assert.Equal([0x18, 0, 0, 0, 0, 0, 0, 0, 0xA3, 0x7F, 0x4B, 0x22, 0x09], File.ReadAllBytes(Log("a"))[..13]);
    }

    [Fact]
    public void Epochs_are_as_json_has_them()
    {
        long began = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var run = Train("--validation-split", "0.2", "--schedule", "step", "--epochs", "12");
        long ended = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var events = EventFile.Read(Log("a"));

        Assert.Equal("brain.Event:2", events[0].Version);
        Assert.Equal(13, events.Count);
        for (int epoch = 1; epoch <= 12; epoch++)
        {
            var line = JsonDocument.Parse(run.OutLines[epoch - 1]).RootElement;
            var logged = events[epoch];
            Assert.Equal(line.GetProperty("step").GetInt64(), logged.Step);
            Assert.Equal((float)line.GetProperty("cost").GetDouble(), logged.Scalars["cost/train"]);
            Assert.Equal((float)line.GetProperty("testCost").GetDouble(), logged.Scalars["cost/test"]);
            Assert.Equal((float)line.GetProperty("trainAccuracy").GetDouble(), logged.Scalars["accuracy/train"]);
            Assert.Equal((float)line.GetProperty("testAccuracy").GetDouble(), logged.Scalars["accuracy/test"]);
            Assert.Equal(epoch, logged.Scalars["training/epoch"]);
            Assert.Equal(epoch < 10 ? 0.5f : 0.25f, logged.Scalars["training/learning rate"]);
            Assert.InRange(logged.Scalars["accuracy/validation"], 0, 1);
            Assert.InRange(logged.Time, began, ended + 1);
        }
    }

    [Fact]
    public void Runs_have_folders_of_their_own()
    {
        Train("--epochs", "1");
        CommandRun.Of("train", "--data", _data, "--epochs", "1", "--out", _folder["b"], "--tensorboard", _folder["logs"]);
        Assert.Equal(["a", "b"], Directory.GetDirectories(_folder["logs"]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_refused_before_training()
    {
        File.WriteAllText(_folder["file"], "");
        string line = CommandRun.Of("train", "--data", _data, "--out", _folder["a"], "--tensorboard", Path.Combine(_folder["file"], "logs")).MustBeRefused();
        Assert.Contains("--tensorboard is", line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["a"]));
    }

    private string Log(string run) => Assert.Single(Directory.GetFiles(Path.Combine(_folder["logs"], run)));

    private CommandRun Train(params string[] arguments)
    {
        var run = CommandRun.Of(["train", "--data", _data, "--hidden", "5", "--learning-rate", "0.5", "--out", _folder["a"],
            "--tensorboard", _folder["logs"], "--json", .. arguments]);
        Assert.Equal(0, run.ExitCode);
        return run;
    }
}
