namespace Nabla.Cli.Tests;

public sealed class StandardNetworkTests
{
    /// <summary>Worked out by hand: z = W·a costs 784·16 + 16·16 + 16·10 multiply-adds, and so on.</summary>
    [Fact]
    public void Operations_are_counted_as_the_textbook_does()
    {
        const int First = 784 * 16, Rest = 16 * 16 + 16 * 10;

        Assert.Equal(2 * (First + Rest), StandardNetwork.Lecture.InferenceFlops);
        Assert.Equal(2 * (First + Rest + Rest + First + Rest), StandardNetwork.Lecture.TrainingFlops);
    }

    [Fact]
    public void Each_network_learns_in_the_way_it_is_timed()
    {
        var (train, _) = Digits.Load(train: 600, test: 1);
        foreach (var standard in StandardNetwork.All)
        {
            var trainer = new Trainer(standard.Create(), train, standard.Options(threads: 1) with { Epochs = 2 });
            Assert.Equal(standard.Sizes, trainer.Network.Sizes);

            var epochs = trainer.Epochs().ToList();

            Assert.Equal(TrainingState.Finished, trainer.State);
            Assert.True(epochs[1].Train.Cost < epochs[0].Train.Cost, standard.Name);
        }
    }
}
