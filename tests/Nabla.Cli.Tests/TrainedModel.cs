namespace Nabla.Cli.Tests;

/// <summary>Tiny data, and a run trained on them, for tests of what comes after training.</summary>
public sealed class TrainedModel : IDisposable
{
    private readonly TestFolder _folder = new();

    public TrainedModel()
    {
        Data = TinyData.Write(_folder["tiny"]);
        Run = _folder["run"];
        var run = CommandRun.Of("train", "--data", Data, "--hidden", "8", "--epochs", "30", "--out", Run);
        Assert.Equal(0, run.ExitCode);
    }

    public string Data { get; }

    public string Run { get; }

    public string Model => Path.Combine(Run, "model.safetensors");

    public void Dispose() => _folder.Dispose();
}
