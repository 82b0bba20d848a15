namespace Nabla.Browser;

/// <summary>A mini-batch step goes down the cost of its own examples; that of all of them it often raises.</summary>
internal sealed class CostEveryStep() : Challenge("cost-every-step", "C11", "cost.network", ChallengeForm.Number)
{
    private const int Steps = 100, Examples = 200;
    private const double Near = 10;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var data = Trial.Train(scene, Examples);
        int batch = scene.Run.Configuration.Training.BatchSize;
        if (2 * batch > data.Count || !Trial.IsShort(scene)) return null;
        ulong seed = (ulong)rng.NextInt(1000);
        return new Posed(
            new Dictionary<string, double>
            {
                ["steps"] = Steps, ["batch"] = batch, ["rate"] = scene.Run.Configuration.Training.Optimizer.LearningRate, ["examples"] = data.Count, ["seed"] = seed,
            },
            Solve);

        IEnumerable<double> Solve(Work<Solution> work)
        {
            var cost = scene.Run.Cost;
            var trainer = new Trainer(scene.Network.Clone(), data, Trial.Options(scene, seed, epochs: Steps));
            var evaluator = new Evaluator(trainer.Network, cost);
            double first = evaluator.Run(trainer.Network, data).Cost, last = first;
            int raised = 0, taken = 0;
            foreach (double _ in Trial.Steps(trainer))
            {
                double now = evaluator.Run(trainer.Network, data).Cost;
                taken++;
                if (!(now <= last)) raised++;
                if (!double.IsFinite(now)) break;
                last = now;
                if (taken == Steps) break;
                yield return (double)taken / Steps;
            }

            work.Result = Trial.Nearly(
                raised, Near, new Dictionary<string, double> { ["down-at-every-step"] = 0 },
                new Dictionary<string, double> { ["raised"] = raised, ["steps"] = taken, ["batch"] = batch, ["before"] = first, ["after"] = last });
        }
    }
}
