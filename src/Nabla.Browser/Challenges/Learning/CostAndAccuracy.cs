namespace Nabla.Browser;

/// <summary>The cost says how far off all outputs are, the accuracy only which output is largest: both can rise in one epoch.</summary>
internal sealed class CostAndAccuracy() : Challenge("cost-and-accuracy", "C19", "training.accuracy", ChallengeForm.Choice)
{
    private const int Epochs = 40, Examples = 100;

    private static readonly string[] Choices = ["never", "sometimes", "mostly"];

    public override Posed? Pose(Scene scene, Rng rng)
    {
        if (!Trial.IsShort(scene)) return null;
        Dataset data = Trial.Train(scene, Examples), test = Trial.Test(scene);
        ulong seed = (ulong)rng.NextInt(1000);
        var values = new Dictionary<string, double> { ["epochs"] = Epochs, ["examples"] = data.Count, ["tests"] = test.Count, ["seed"] = seed };
        return new Posed(values, Solve) { Options = Choices };

        IEnumerable<double> Solve(Work<Solution> work)
        {
            var trainer = new Trainer(scene.Network.Clone(), data, Trial.Options(scene, seed, Epochs));
            var evaluator = new Evaluator(trainer.Network, scene.Run.Cost);
            var last = evaluator.Run(trainer.Network, test);
            int both = 0, step = 0;
            double epoch = 0, costBefore = last.Cost, costAfter = last.Cost, before = last.Accuracy, after = last.Accuracy;
            foreach (double part in Trial.Steps(trainer))
            {
                yield return part;
                if (++step % trainer.StepsPerEpoch != 0) continue;
                var now = evaluator.Run(trainer.Network, test);
                if (!double.IsFinite(now.Cost)) break;
                bool isBoth = now.Cost > last.Cost && now.Accuracy > last.Accuracy;
                if (isBoth) both++;
                if (isBoth || both == 0)
                {
                    (epoch, costBefore, costAfter, before, after) = ((double)step / trainer.StepsPerEpoch, last.Cost, now.Cost, last.Accuracy, now.Accuracy);
                }

                last = now;
            }

            work.Result = Trial.Exactly(
                both == 0 ? 0 : 2 * both <= Epochs ? 1 : 2, new Dictionary<string, double> { ["cost-is-accuracy"] = 0 },
                new Dictionary<string, double>
                {
                    ["both"] = both, ["epochs"] = Epochs, ["epoch"] = epoch, ["costBefore"] = costBefore, ["costAfter"] = costAfter,
                    ["before"] = 100 * before, ["after"] = 100 * after,
                });
        }
    }
}
