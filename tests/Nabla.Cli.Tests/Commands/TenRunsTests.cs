using System.Globalization;
using System.Runtime.Intrinsics.X86;
using System.Text.Json;
using Xunit.Abstractions;

namespace Nabla.Cli.Tests;

/// <summary>
/// Ten runs that together go through every optimizer, cost, activation, penalty and schedule end with the bits that they have had
/// since these were first written down: no rebuilding of the engine moves its numbers unnoticed.
/// </summary>
public sealed class TenRunsTests(ITestOutputHelper output) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(600, "--epochs 3",
        "034a25875140e786b79827db7ff035832149e37f0306e36d5438535aa3672578")]
    [InlineData(600, "--epochs 3 --preset nielsen-30 --batch-size 7",
        "bec9baf070395024295f9ba0fd5b42dcde12ad8859a642469cbbbe9ad8425929")]
    [InlineData(600, "--epochs 2 --preset nielsen-100 --l1 0.1",
        "36d1344823a0dd7f6a3b2c6df20c25bbe58b70d0d9302c7e5ae9465f47614fdc")]
    [InlineData(600, "--epochs 3 --preset modern --dropout 0.2 --augment rotate,shift,scale",
        "d873f745e8944a9a0f616bf2d1549f107086e26fa182653b3d558498c4f59877")]
    [InlineData(500, "--epochs 3 --hidden 24,17 --activation tanh --cost cross-entropy --optimizer momentum --learning-rate 0.1"
        + " --schedule cosine --warm-up 1",
        "9b7b0c0d0cb7ef96b38cbdf1bb18d6a74a572a80969a81c5b92e8a3f3b368179")]
    [InlineData(500, "--epochs 2 --hidden 130 --activation leaky-relu --cost cross-entropy --optimizer rmsprop --learning-rate 0.001"
        + " --clip 1 --batch-size 150",
        "44a77b49f2cec73501d2ed3a2457b3f640842fb7ee884c9bbeab38b85de8e60b")]
    [InlineData(500, "--epochs 3 --hidden 40,20 --activation gelu --cost binary-cross-entropy --optimizer adamw --learning-rate 0.01"
        + " --validation-split 0.2 --restore-best --schedule plateau",
        "1ccb589a72a02157976e0413e0f01af0657dc321c4507a80c4dca40c8fb5f732")]
    [InlineData(500, "--epochs 2 --hidden 32 --activation elu --optimizer nesterov --learning-rate 0.3 --class-weights balanced"
        + " --augment elastic --seed 9",
        "4ea26594f16f717d227cdb2fef07fbc300b6344d80f374e31c85dadcf7b86067")]
    public void On_digits(int examples, string settings, string digest) =>
        Ends(["--data", "digits", "--train-examples", $"{examples}", .. settings.Split(' ')], digest);

    [Theory]
    [InlineData("--target kind --hidden 12 --activation swish --epochs 20 --optimizer adam --learning-rate 0.01",
        "9b9687a177aaf302eab395626a07a6b2e825e91242236c0449409e8276231e5a")]
    [InlineData("--target price --hidden 8,8 --activation softplus --epochs 20 --optimizer adam --learning-rate 0.01 --l2 0.1",
        "aee694ce91f6f6223f76fd48d22568e442e2c0717684e99604f00ad889afa6bf")]
    public void On_a_table(string settings, string digest)
    {
        string[] kinds = ["red", "green", "blue"];
        File.WriteAllLines(_folder["table.csv"], ["length,width,kind,price", .. Enumerable.Range(0, 120).Select(i =>
        {
            decimal length = i * 7919 % 1000 / 100m, width = i * 104729 % 777 / 50m;
            return string.Create(CultureInfo.InvariantCulture, $"{length:F2},{width:F2},{kinds[i % 3]},{(3 * length) - (2 * width) + (5 * (i % 3)):F2}");
        })]);

        Ends(["--data", _folder["table.csv"], .. settings.Split(' ')], digest);
    }

    private void Ends(string[] settings, string digest)
    {
        // Without a fused multiply-add the bits are others: docs/decisions/0002.
        if (!Fma.IsSupported)
        {
            output.WriteLine("Not run: this processor has no fused multiply-add.");
            return;
        }

        var run = CommandRun.Of(["train", .. settings, "--threads", "2", "--quiet", "--json", "--out", _folder["run"]]);

        Assert.True(run.ExitCode == 0, run.Error);
        using var done = JsonDocument.Parse(run.OutLines[^1]);
        Assert.Equal($"sha256:{digest}", done.RootElement.GetProperty("digest").GetString());
    }
}
