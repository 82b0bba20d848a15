namespace Nabla.Tests;

/// <summary>A gradient can be read flat, and written back.</summary>
public class FlatGradientTests
{
    private static readonly Network Network = TestNetworks.Make("relu", "softmax", 3);
    private static readonly Dataset Data = TestNetworks.Data(13);

    [Theory]
    [MemberData(nameof(KernelTests.Widths), MemberType = typeof(KernelTests))]
    public void What_is_written_flat_is_the_gradient(int lanes)
    {
        var kernel = KernelTests.Run(Network, Data, Cost.CrossEntropy, lanes);
        Network before = Network.Clone(), after = Network.Clone();
        kernel.StoreGradient(before);
        float[] flat = [.. Assert.Single(kernel.Gradient).Span];
        kernel.ClearGradient();
        Assert.All(kernel.Gradient[0].Span.ToArray(), x => Assert.Equal(0, x));
        for (int i = 0; i < flat.Length; i++) kernel.Gradient[0].Span[i] = 2 * flat[i];
        kernel.StoreGradient(after);
        Assert.Equal(TestNetworks.Parameters(before).Select(x => 2 * x), TestNetworks.Parameters(after));

        // And it is what is descended.
        kernel.Apply(-0.5f);
        var moved = Network.Clone();
        kernel.Store(moved);
        float[] start = TestNetworks.Parameters(Network), slope = TestNetworks.Parameters(before), end = TestNetworks.Parameters(moved);
        for (int i = 0; i < end.Length; i++) Assert.Equal(start[i] - slope[i], end[i], 1e-6);
    }

    [Fact]
    public void Where_a_number_lies_does_not_depend_on_the_register()
    {
        float[][] flats = [.. ((int[])[4, 8, 16]).Select(lanes => KernelTests.Run(Network, Data, Cost.CrossEntropy, lanes).Gradient[0].Span.ToArray())];
        Assert.Equal(flats[0], flats[1]);
        Assert.Equal(flats[0], flats[2]);
    }

    [Theory]
    [InlineData(10_000, 1)]
    [InlineData(1000, 2)]
    [InlineData(700, 3)]
    [InlineData(512, 5)]
    public void What_no_array_holds_lies_in_as_few_pieces_as_can_be(int most, int pieces)
    {
        PackedLayer[] layers = [.. Network.Layers.Select((layer, l) => new PackedLayer(layer, learns: true, passesBack: l > 0))];
        var flat = new FlatNumbers(layers, most);
        Assert.Equal(pieces, flat.Pieces.Count);
        flat.Load(Network);
        var copy = Network.Clone();
        foreach (var layer in copy.Layers) layer.Weights.Clear();
        flat.Store(copy);
        Assert.Equal(Network.Digest(), copy.Digest());
        Assert.Equal(TestNetworks.Parameters(Network).Sum(x => (double)x), flat.Pieces.Sum(piece => piece.Span.ToArray().Sum(x => (double)x)), 1e-9);
        flat.Clear();
        Assert.All(flat.Pieces, piece => Assert.False(piece.Span.ContainsAnyExcept(0f)));
    }
}
