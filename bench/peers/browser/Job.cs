using System.Runtime.InteropServices.JavaScript;

namespace Nabla.PeerJob;

/// <summary>Trains 784-16-16-10 an epoch at a time.</summary>
internal static partial class Job
{
    private static Trainer? _trainer;

    private static void Main()
    {
        // The page calls the exports; the runtime only wants an entry point.
    }

    [JSExport]
    internal static void Prepare(byte[] pixels, byte[] labels)
    {
        var data = Dataset.FromImages(pixels, [.. labels.Select(label => (int)label)], 28, 28, 10);
        var network = Network.Create(784, seed: 1, new Dense(16, Activation.Sigmoid), new Dense(16, Activation.Sigmoid), new Dense(10, Activation.Sigmoid));
        _trainer = new Trainer(network, data, new TrainingOptions { Cost = Cost.Quadratic, Optimizer = new Sgd(1), BatchSize = 10, Epochs = 1000 });
    }

    /// <summary>Seconds of an epoch, and the mean cost on the way.</summary>
    [JSExport]
    internal static double[] Epoch()
    {
        var before = _trainer!.TrainingTime;
        double cost = 0;
        foreach (var report in _trainer.Batches().Take(_trainer.StepsPerEpoch)) cost += report.Cost;
        return [(_trainer.TrainingTime - before).TotalSeconds, cost / _trainer.StepsPerEpoch];
    }
}
