using System.Text.Json;

namespace Nabla.Tests;

/// <summary>The numbers that <c>golden.py</c> computed, without any code of ours.</summary>
internal static class Golden
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static Numbers Load() =>
        JsonSerializer.Deserialize<Numbers>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Oracles", "golden.json")), Options)!;

    /// <summary>The parameters that <c>optimizers.py</c> ended with, run by run, as PyTorch computed them.</summary>
    public static Dictionary<string, double[]> LoadOptimizers() =>
        JsonSerializer.Deserialize<Dictionary<string, double[]>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Oracles", "optimizers.json")))!;

    internal sealed record Numbers(string[] Seed1, string[] Seed42Stream2Index3, int[] Order12Seed7Epoch1, Run[] Runs);

    internal sealed record Run(
        int[] Sizes, string Hidden, string Output, string Cost, double Eta, double L2, int BatchSize, int Epochs, int Examples, ulong Seed, Step[] Steps);

    internal sealed record Step(double Cost, double[] Parameters);
}
