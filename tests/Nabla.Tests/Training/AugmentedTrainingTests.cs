namespace Nabla.Tests;

public class AugmentedTrainingTests
{
    private static readonly TrainingOptions Options = new()
    {
        Optimizer = new Sgd(0.5), BatchSize = 12, Epochs = 3, Seed = 11, Threads = 1,
        Augmentation = Augmentation.Parse("elastic,rotate,shift,scale"),
    };

    [Fact]
    public void An_epoch_learns_from_the_images_as_they_are_varied_for_it()
    {
        var digits = Digits.Make(300, 1);
        var varied = Options.Augmentation!.Apply(digits, [.. Enumerable.Range(0, 300)], Options.Seed, 1);
        Assert.Equal(
            Train(varied, Options with { Augmentation = null, Epochs = 1 }),
            Train(digits, Options with { Epochs = 1 }));
    }

    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 12)]
    [InlineData(3, 12)]
    [InlineData(2, 300)]
    [InlineData(3, 290)]
    public void Threads_do_not_show(int threads, int batch)
    {
        var options = Options with { BatchSize = batch, Optimizer = new Adam(0.01) };
        Assert.Equal(Train(Digits.Make(300, 1), options), Train(Digits.Make(300, 1), options with { Threads = threads }));
    }

    [Fact]
    public void How_it_is_pulled_does_not_show()
    {
        var digits = Digits.Make(300, 1);
        var mixed = new Trainer(Make(), digits, Options);
        foreach (var report in mixed.Examples())
        {
            if (report.Epoch == 1 && report.CompletesBatch) break;
        }

        foreach (var report in mixed.Batches())
        {
            if (report.Epoch == 2) break;
        }

        foreach (var report in mixed.Examples())
        {
            if (report.Position == 3) break;
        }

        foreach (var _ in mixed.Epochs()) { }

        Assert.Equal(Train(digits, Options), TestNetworks.Parameters(mixed.Network));
    }

    [Fact]
    public void Another_epoch_has_other_variations() =>
        Assert.NotEqual(
            Varied(1).Pixels.ToArray(),
            Varied(2).Pixels.ToArray());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_step_allocates_nothing(int threads)
    {
        var trainer = new Trainer(Make(), Digits.Make(2000, 1), Options with { Threads = threads });
        using var batches = trainer.Batches().GetEnumerator();
        for (int i = 0; i < 40; i++) batches.MoveNext();
        Allocated.MustBeNothing(() =>
        {
            for (int i = 0; i < 40; i++) Assert.True(batches.MoveNext());
        });
    }

    private static Dataset Varied(int epoch) => Options.Augmentation!.Apply(Digits.Make(3, 1), [0, 1, 2], Options.Seed, epoch);

    private static Network Make() => Network.Create(784, 1, new Dense(20, Activation.Relu), new Dense(10, Activation.Sigmoid));

    private static float[] Train(Dataset data, TrainingOptions options)
    {
        var trainer = new Trainer(Make(), data, options);
        foreach (var _ in trainer.Epochs()) { }

        return TestNetworks.Parameters(trainer.Network);
    }
}
