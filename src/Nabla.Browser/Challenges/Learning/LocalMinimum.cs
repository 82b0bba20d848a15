namespace Nabla.Browser;

/// <summary>Networks from other seeds end in other minima; most are about as good.</summary>
internal sealed class LocalMinimum() : Challenge("local-minimum", "C14", "descent.line", ChallengeForm.Choice)
{
    private const int Seeds = 5, Epochs = 30, Examples = 200, MostParameters = 30_000;

    private static readonly string[] Choices = ["least", "less", "more", "most"];
    private static readonly double[] Bounds = [2, 20, 50];

    public override Posed? Pose(Scene scene, Rng rng)
    {
        if (scene.Network.ParameterCount > MostParameters) return null;
        Dataset data = Trial.Train(scene, Examples), test = Trial.Test(scene);
        int first = rng.NextInt(1000);
        var values = new Dictionary<string, double>
        {
            ["seeds"] = Seeds, ["first"] = first, ["last"] = first + Seeds - 1, ["epochs"] = Epochs, ["examples"] = data.Count, ["tests"] = test.Count,
            ["little"] = Bounds[0], ["some"] = Bounds[1], ["much"] = Bounds[2],
        };
        return new Posed(values, Solve) { Options = Choices };

        IEnumerable<double> Solve(Work<Solution> work)
        {
            var accuracies = new List<double>();
            for (int seed = first; seed < first + Seeds; seed++)
            {
                var trainer = new Trainer(Trial.Network(scene, (ulong)seed), data, Trial.Options(scene, (ulong)seed, Epochs));
                foreach (double part in Trial.Steps(trainer)) yield return (accuracies.Count + part) / Seeds;
                accuracies.Add(Trial.Accuracy(scene, trainer.Network, test));
            }

            double least = accuracies.Min(), most = accuracies.Max();
            work.Result = Trial.Exactly(
                Bounds.Count(bound => most - least >= bound), new Dictionary<string, double> { ["seed-decides-all"] = 3 },
                new Dictionary<string, double> { ["least"] = least, ["most"] = most, ["spread"] = most - least });
        }
    }
}

/// <summary>A network as small as it can be for exclusive-or, 2-2-1: there it does happen that a seed never finds the answer.</summary>
internal sealed class XorSeeds() : Challenge("xor-seeds", "C14", "plane.output", ChallengeForm.Number)
{
    private const int Seeds = 30, Epochs = 1000;
    private const double Rate = 0.3, Near = 2;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        int first = rng.NextInt(1000);
        return new Posed(
            new Dictionary<string, double> { ["seeds"] = Seeds, ["first"] = first, ["last"] = first + Seeds - 1, ["epochs"] = Epochs, ["rate"] = Rate }, Solve);

        IEnumerable<double> Solve(Work<Solution> work)
        {
            const int StepsOfPart = 100;
            var data = Dataset.FromValues([0, 0, 0, 1, 1, 0, 1, 1], [0f, 1, 1, 0], inputs: 2, outputs: 1);
            int found = 0;
            for (int seed = first; seed < first + Seeds; seed++)
            {
                var network = Network.Create(data.Inputs, (ulong)seed, new Dense(2, Activation.Tanh), new Dense(1, Activation.Sigmoid));
                var trainer = new Trainer(network, data, new TrainingOptions
                {
                    Optimizer = new Sgd(Rate), BatchSize = data.Count, Epochs = Epochs, Seed = (ulong)seed, Threads = 1,
                });
                foreach (var report in trainer.BatchesIfAny())
                {
                    if (report.Step % StepsOfPart == 0) yield return (seed - first + (double)report.Step / Epochs) / Seeds;
                }

                float[] given = new float[data.Count];
                new Evaluator(network, trainer.Options.Cost).Run(network, data, given);
                if (given.Zip(data.Targets.ToArray()).All(pair => pair.First > 0.5f == pair.Second > 0.5f)) found++;
            }

            work.Result = Trial.Nearly(
                found, Near, new Dictionary<string, double> { ["every-seed-arrives"] = Seeds },
                new Dictionary<string, double> { ["found"] = found, ["seeds"] = Seeds, ["missed"] = Seeds - found });
        }
    }
}
