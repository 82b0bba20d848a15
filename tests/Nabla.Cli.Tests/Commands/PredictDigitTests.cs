using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary>Images of any size are prepared as MNIST was before a network of 28×28 inputs sees them.</summary>
public sealed class PredictDigitTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public PredictDigitTests()
    {
        var train = CommandRun.Of("train", "--data", "digits", "--limit", "400", "--test-examples", "20", "--epochs", "3", "--out", _folder["run"]);
        Assert.Equal(0, train.ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Dark_ink_on_light_paper_and_its_negative_look_the_same()
    {
        byte[] pixels = new byte[60 * 80];
        for (int y = 10; y < 70; y++) pixels.AsSpan(y * 60 + 28, 6).Fill(255);
        new GrayImage(60, 80, pixels).SavePng(_folder["light.png"]);
        new GrayImage(60, 80, Array.ConvertAll(pixels, p => (byte)(255 - p))).SavePng(_folder["dark.png"]);

        var run = CommandRun.Of("predict", _folder["run"], _folder["light.png"], _folder["dark.png"], "--json");

        var outputs = run.OutLines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("outputs").GetRawText()).ToArray();
        Assert.Equal(2, outputs.Length);
        Assert.Equal(outputs[0], outputs[1]);
    }

    [Fact]
    public void An_empty_sheet_is_refused()
    {
        new GrayImage(30, 30, new byte[900]).SavePng(_folder["blank.png"]);

        Assert.Contains("shows nothing", CommandRun.Of("predict", _folder["run"], _folder["blank.png"]).MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_normalising_the_size_must_be_right()
    {
        new GrayImage(30, 30, new byte[900]).SavePng(_folder["large.png"]);

        Assert.Contains("--no-normalize", CommandRun.Of("predict", _folder["run"], _folder["large.png"], "--no-normalize").MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_was_trained_on_is_used_when_no_data_are_named() =>
        Assert.Equal(0, CommandRun.Of("predict", _folder["run"], "--example", "3").ExitCode);
}
