namespace Nabla.Browser;

/// <summary>A mini-batch ten times as large takes a tenth of the steps, each as long as before: with the same η less is learned from the same examples.</summary>
internal sealed class BatchTimesTen() : Challenge("batch-times-ten", "C11", "training.cost", ChallengeForm.Choice)
{
    private const int Looks = 2000;
    private const double Alike = 2;

    private static readonly string[] Choices = ["lower", "same", "higher"];
    private static readonly int[] Batches = [4, 5, 8, 10];

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var data = Trial.Train(scene, Looks);
        int batch = Batches[rng.NextInt(Batches.Length)], large = 10 * batch;
        if (large > data.Count || !Trial.IsShort(scene)) return null;
        ulong seed = (ulong)rng.NextInt(1000);
        int epochs = Looks / data.Count;
        var values = new Dictionary<string, double>
        {
            ["batch"] = batch, ["large"] = large, ["rate"] = scene.Run.Configuration.Training.Optimizer.LearningRate,
            ["examples"] = data.Count, ["epochs"] = epochs, ["seed"] = seed, ["alike"] = Alike,
        };
        return new Posed(values, Solve) { Options = Choices };

        IEnumerable<double> Solve(Work<Solution> work)
        {
            var accuracies = new List<double>();
            foreach (int size in new[] { batch, large })
            {
                var trainer = new Trainer(Trial.Network(scene, seed), data, Trial.Options(scene, seed, epochs) with { BatchSize = size });
                foreach (double part in Trial.Steps(trainer)) yield return (accuracies.Count + part) / 2;
                accuracies.Add(Trial.Accuracy(scene, trainer.Network, Trial.Test(scene)));
                yield return accuracies.Count / 2.0;
            }

            double change = accuracies[1] - accuracies[0];
            int answer = change < -Alike ? 0 : change <= Alike ? 1 : 2;
            work.Result = Trial.Exactly(
                answer,
                answer != 0 ? new Dictionary<string, double>() : new Dictionary<string, double> { ["same-examples-same-learning"] = 1, ["less-noise-more-learning"] = 2 },
                new Dictionary<string, double>
                {
                    ["small"] = accuracies[0], ["afterwards"] = accuracies[1],
                    ["steps"] = Math.Ceiling((double)data.Count / batch) * epochs, ["fewer"] = Math.Ceiling((double)data.Count / large) * epochs,
                });
        }
    }
}
