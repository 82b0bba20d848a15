namespace Nabla.Tests;

/// <summary>A kernel has no bounds inside; so it looks at the sizes of all that is given to it.</summary>
public class KernelRefusalTests
{
    private static readonly Network Network = TestNetworks.Make("tanh", "softmax", 2);

    public static TheoryData<string> Strangers() => ["5-5-5", "11-9-6", "11-10-5", "12-9-5", "11-5", "11-9-9-5", "11-9-5 relu"];

    [Theory]
    [MemberData(nameof(Strangers))]
    public void Network_of_another_shape_is_refused_whatever_it_is_given_for(string shape)
    {
        int[] sizes = [.. shape.Split(' ')[0].Split('-').Select(int.Parse)];
        var hidden = shape.EndsWith("relu", StringComparison.Ordinal) ? Activation.Relu : Activation.Tanh;
        var stranger = Network.Create(sizes[0], 1, [.. sizes[1..^1].Select(size => new Dense(size, hidden)), new Dense(sizes[^1], Activation.Softmax)]);
        var kernel = NetworkKernel.Create(Network, Cost.CrossEntropy, 4);
        kernel.ClearGradient();
        Action[] doors =
        [
            () => kernel.Load(stranger), () => kernel.Store(stranger), () => kernel.StoreGradient(stranger),
            () => kernel.LoadState(new Adam(1), 0, stranger), () => kernel.StoreState(new Adam(1), 0, stranger),
        ];
        foreach (var door in doors) Assert.Contains("11-9-5 (tanh, softmax)", Assert.Throws<ArgumentException>(door).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    [InlineData(9999)]
    [InlineData(100_000_000)]
    [InlineData(int.MinValue)]
    public void Class_that_there_is_not_is_refused(int label)
    {
        var kernel = NetworkKernel.Create(Network, Cost.CrossEntropy, 4);
        Assert.Contains("classes 0 to 4", Assert.Throws<ArgumentException>(() => kernel.SetTarget(0, label)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => kernel.SetTargets([label], [0]));
    }

    [Fact]
    public void Inputs_and_targets_of_another_length_are_refused()
    {
        var kernel = NetworkKernel.Create(Network, Cost.CrossEntropy, 4);
        Assert.Contains("takes 11 inputs", Assert.Throws<ArgumentException>(() => kernel.SetInput(0, new float[12])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => kernel.SetInput(0, new byte[10]));
        Assert.Throws<ArgumentException>(() => kernel.SetInputs(LitPixels.Of(new byte[24], 12, 1000)!, [0]));
        Assert.Contains("has 5 outputs", Assert.Throws<ArgumentException>(() => kernel.SetTarget(0, new float[4])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Very_wide_network_has_fewer_slots_and_the_same_answers()
    {
        var network = Network.Create(1, seed: 1, new Dense(3_000_000, Activation.Identity));
        var kernel = NetworkKernel.Create(network, Cost.Quadratic, NetworkKernel.MaxSlots);
        Assert.Equal(1, kernel.Capacity);
        kernel.SetInput(0, [2f]);
        kernel.Forward(1);
        Assert.Equal(2 * network.Layers[0][2_999_999, 0], kernel.Output(0)[2_999_999]);
    }

    [Fact]
    public void Buffer_beyond_what_an_array_holds_says_both_numbers()
    {
        string message = Assert.Throws<ArgumentException>(() => new AlignedBuffer<float>(AlignedBuffer<float>.Most + 1L)).Message;
        Assert.Contains($"{AlignedBuffer<float>.Most + 1L:N0} numbers", message, StringComparison.Ordinal);
        Assert.Contains($"the {AlignedBuffer<float>.Most:N0} that", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new AlignedBuffer<float>(long.MaxValue / 2));
        Assert.True(AlignedBuffer<float>.Most >= DenseLayer.MostWeights && AlignedBuffer<float>.Most >= 32L * DenseLayer.MostNeurons);
    }

    [Theory]
    [InlineData(1 << 29, 1024)]
    [InlineData(int.MaxValue, 3)]
    public void Shares_of_many_things_cover_them_all(int count, int parts)
    {
        int end = 0;
        for (int part = 0; part < parts; part++)
        {
            Assert.Equal(end, WorkShare.Share(count, part, parts));
            end = WorkShare.Share(count, part + 1, parts);
            Assert.InRange(end, WorkShare.Share(count, part, parts), count);
            var share = WorkShare.Of(1, DenseLayer.MostNeurons, part, parts);
            Assert.InRange(share.End, share.First, DenseLayer.MostNeurons);
        }

        Assert.Equal(count, end);
    }
}
