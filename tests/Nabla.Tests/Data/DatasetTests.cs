namespace Nabla.Tests;

/// <summary>A data set is a value: what was looked through once does not change.</summary>
public class DatasetTests
{
    [Fact]
    public void Later_changes_to_the_arrays_are_not_seen()
    {
        byte[] pixels = [1, 2, 3, 4];
        float[] values = [1, 2, 3, 4], targets = [5, 6];
        int[] labels = [0, 1], others = [1, 0];
        var images = Dataset.FromImages(pixels, labels, 2, 1, 2);
        var classes = Dataset.FromValues(values, labels, 2, 2);
        var numbers = Dataset.FromValues(values, targets, 2, 1);
        var relabelled = images.WithLabels(others);
        (pixels[0], values[0], targets[0], labels[0], others[0]) = (9, float.NaN, float.NaN, 9999, -100_000_000);

        Assert.Equal(1, images.Image(0)[0]);
        Assert.Equal([0, 1], images.Labels.ToArray());
        Assert.Equal([0, 1], classes.Labels.ToArray());
        Assert.Equal(1, classes.Values[0]);
        Assert.Equal([5, 6], numbers.Targets.ToArray());
        Assert.Equal(1, numbers.Values[0]);
        Assert.Equal([1, 0], relabelled.Labels.ToArray());
    }

    [Theory]
    [InlineData(9999)]
    [InlineData(100_000_000)]
    [InlineData(-100_000_000)]
    public void Labels_changed_after_the_check_neither_train_nor_count(int label)
    {
        int[] labels = [0, 1, 0, 1];
        var data = Dataset.FromValues([.. Enumerable.Range(0, 8).Select(i => i / 8f)], labels, 2, 2);
        Array.Fill(labels, label);
        var network = Network.Create(2, 1, new Dense(2, Activation.Softmax));
        foreach (var _ in new Trainer(network, data, new TrainingOptions { Cost = Cost.CrossEntropy, Epochs = 2 }).Batches()) { }
        Assert.Equal(4, Evaluator.Evaluate(network, data, Cost.CrossEntropy).Confusion.Cast<int>().Sum());
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Numbers_that_are_not_finite_are_refused_with_their_example(float wrong)
    {
        string message = Assert.Throws<ArgumentException>(() => Dataset.FromValues([1, 2, 3, 4, 5, wrong], [0, 1, 0], 2, 2)).Message;
        Assert.Contains("An input of example 2 is", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Dataset.FromValues([1, wrong], [1f], 2, 1));
        Assert.Throws<ArgumentException>(() => Dataset.FromValues([1, 2], [wrong], 2, 1));
        Assert.Throws<ArgumentException>(() => Dataset.FromValues([1, wrong], [0], 2, 1));
        Assert.Throws<ArgumentException>(() => Dataset.FromRows([([1f, wrong], 0)], 1));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(1 << 30)]
    public void Example_that_there_is_not_is_refused(int index)
    {
        var images = Dataset.FromImages(new byte[12], [0, 1, 1], 2, 2, 2);
        var numbers = Dataset.FromValues(new float[12], new float[3], 4, 1);
        Action[] doors =
        [
            () => _ = images[index], () => images.Label(index), () => images.Image(index), () => images.CopyInput(index, new float[4]),
            () => images.Select([0, index]), () => numbers.Target(index), () => numbers.CopyInput(index, new float[4]), () => numbers.Select([index]),
            () => new Augmentation { Shift = 1 }.Apply(images, [index], 1, 1),
        ];
        foreach (var door in doors) Assert.Throws<ArgumentOutOfRangeException>(door);
    }

    [Fact]
    public void Sizes_beyond_every_limit_are_refused()
    {
        byte[] pixels = new byte[4];
        Action[] doors =
        [
            () => Dataset.FromImages(pixels, [0], 65536, 65536, 2), () => Dataset.FromImages(pixels, [0], int.MaxValue, int.MaxValue, 2),
            () => Dataset.FromImages(pixels, [0], 2, 2, int.MinValue), () => Dataset.FromImages(pixels, [0], 0, 4, 2),
            () => Dataset.FromValues(new float[4], [0], int.MaxValue, 1), () => Dataset.FromValues(new float[4], new float[4], int.MaxValue, int.MaxValue),
            () => Dataset.FromValues(null!, [0], 1, 1), () => Dataset.FromImages(pixels, null!, 1, 1, 1), () => Dataset.FromRows([(null!, 0)], 1),
            () => Dataset.FromImages(pixels, [0], 2, 2, 1).WithLabels(null!), () => Dataset.FromImages(new byte[1 << 20], [0], 1024, 1024, 1).Select(new int[3000]),
            () => Dataset.FromValues(new float[2], new float[2], 1, 1).WithLabels([0, 0]), () => Dataset.FromImages(pixels, [0], 2, 2, 1).CopyInput(0, new float[3]),
        ];
        foreach (var door in doors) Assert.ThrowsAny<ArgumentException>(door);
    }

    [Fact]
    public void Images_whose_lists_would_be_too_large_train_without_them_to_the_same_bits()
    {
        var rng = new Rng(3);
        byte[] pixels = new byte[20 * 30];
        foreach (ref byte pixel in pixels.AsSpan()) pixel = (byte)(rng.NextInt(3) == 0 ? 1 + rng.NextInt(255) : 0);
        Assert.Null(LitPixels.Of(pixels, 30, most: 400));
        var lists = LitPixels.Of(pixels, 30, most: 4000)!;
        var network = Network.Create(30, 1, new Dense(7, Activation.Tanh), new Dense(3, Activation.Softmax));
        var (with, without) = (NetworkKernel.Forward(network, null, 20), NetworkKernel.Forward(network, null, 20));
        with.SetInputs(lists, [.. Enumerable.Range(0, 20)]);
        for (int i = 0; i < 20; i++) without.SetInput(i, pixels.AsSpan(30 * i, 30));
        with.Forward(20);
        without.Forward(20);
        for (int i = 0; i < 20; i++) Assert.Equal(with.Output(i).ToArray(), without.Output(i).ToArray());
    }

    [Fact]
    public void Many_threads_may_begin_to_use_it_at_once()
    {
        var data = Digits.Load(train: 200, test: 10).Train;
        var network = Network.Create(784, 1, new Dense(8, Activation.Tanh), new Dense(10, Activation.Softmax));
        double[] costs = new double[8];
        Parallel.For(0, 8, i => costs[i] = Evaluator.Evaluate(network, data, Cost.CrossEntropy).Cost);
        Assert.Single(costs.Distinct());
    }
}
