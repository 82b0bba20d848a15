using System.Runtime.Intrinsics;

namespace Nabla.Tests;

/// <summary>A run is a value: neither threads nor register width change a bit of it.</summary>
public class SameBitsTests
{
    // Narrow, wide, and wide enough that every panel and tile has a remainder; small batches and large ones.
    public static TheoryData<string, string, string, int> Jobs() => new()
    {
        { "784,16,16,10", "sigmoid", "quadratic", 10 },
        { "784,16,16,10", "sigmoid", "quadratic", 300 },
        { "784,30,10", "sigmoid", "half-quadratic", 7 },
        { "784,128,64,10", "relu", "cross-entropy", 64 },
        { "784,210,150,10", "relu", "cross-entropy", 100 },
        { "784,210,150,10", "tanh", "binary-cross-entropy", 45 },
    };

    [Theory]
    [MemberData(nameof(Jobs))]
    public void Any_number_of_threads_and_any_width_end_with_the_same_bits(string layers, string hidden, string cost, int batch)
    {
        string expected = Train(layers, hidden, cost, batch, threads: 1, lanes: 16);
        foreach (int threads in (int[])[2, 3, 8]) Assert.Equal(expected, Train(layers, hidden, cost, batch, threads, lanes: 16));
        foreach (int lanes in (int[])[4, 8]) Assert.Equal(expected, Train(layers, hidden, cost, batch, threads: 2, lanes));
    }

    // What the browser computed, which has no fused multiply-add.
    [Theory]
    [InlineData("784,16,16,10", "sigmoid", "quadratic", 10, "sha256:ace30b91607d258667d8595af492fbe9b471193cb24f089899887c1f90d0deda334.2741809487343")]
    [InlineData("784,30,10", "sigmoid", "half-quadratic", 7, "sha256:8d267e9f52effc3ee196159f6e2cad55f9e7fc1a7cc7d2ed3abd4c1043f3d8ef152.76282534003258")]
    [InlineData("784,210,150,10", "relu", "cross-entropy", 100, "sha256:24fb4961d4694a8b6b43d155b45d767e4521531bc86d74b5f6cdd8e21b65d7b5698.5533641201239")]
    public void Rounding_twice_gives_the_bits_of_the_browser(string layers, string hidden, string cost, int batch, string expected) =>
        Assert.Equal(expected, Train(layers, hidden, cost, batch, (network, c, slots) =>
            new DenseKernel<UnfusedLanes, Vector128<float>>(network, c, slots, new Crew(1))));

    private static string Train(string layers, string hidden, string costName, int batch, int threads, int lanes) =>
        Train(layers, hidden, costName, batch, (network, cost, slots) => NetworkKernel.Create(network, cost, slots, lanes, new Crew(threads)));

    private static string Train(string layers, string hidden, string costName, int batch, Func<Network, Cost, int, ILearningKernel> create)
    {
        var cost = Cost.Parse(costName);
        int[] sizes = [.. layers.Split(',').Select(int.Parse)];
        var network = Network.Create(sizes[0], seed: 3, [.. sizes[1..].Select((size, l) =>
            new Dense(size, l == sizes.Length - 2 ? cost.OutputActivation ?? Activation.Sigmoid : Activation.Parse(hidden), Initializer.Xavier))]);
        var data = Images(320);
        var kernel = create(network, cost, Math.Min(batch, NetworkKernel.MaxSlots));
        double costs = 0;
        for (int start = 0; start + batch <= data.Count; start += batch)
        {
            if (batch > kernel.Capacity) kernel.ClearGradient();
            for (int part = 0; part < batch; part += kernel.Capacity)
            {
                int count = Math.Min(kernel.Capacity, batch - part);
                kernel.SetExamples(data, [.. Enumerable.Range(start + part, count)]);
                kernel.Forward(count);
                costs += kernel.CostSum(count);
                kernel.Backward(count);
                if (batch > kernel.Capacity) kernel.Accumulate(count);
                else kernel.Descend(count, -0.5f / batch);
            }

            if (batch > kernel.Capacity) kernel.Apply(-0.5f / batch);
        }

        kernel.Store(network);
        return network.Digest() + costs;
    }

    // A fifth of the pixels lit, in no pattern.
    private static Dataset Images(int count)
    {
        var rng = new Rng(8);
        byte[] pixels = new byte[count * 784];
        foreach (ref byte pixel in pixels.AsSpan()) pixel = rng.NextInt(5) == 0 ? (byte)rng.NextInt(256) : (byte)0;
        return Dataset.FromImages(pixels, [.. Enumerable.Range(0, count).Select(i => i % 10)], 28, 28, 10);
    }
}
