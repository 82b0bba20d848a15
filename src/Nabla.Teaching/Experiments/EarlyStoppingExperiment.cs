namespace Nabla.Experiments;

/// <summary>When to stop: the cost of what is learned from goes on falling when that of other examples no longer does (C12).</summary>
public sealed class EarlyStoppingExperiment() : Experiment<EarlyStoppingSettings, EarlyStoppingResult>(
    "early-stopping", $"trains too long, and says when it was time to stop",
    $"Training is over when the cost no longer changes. The cost of the training examples may fall for ever, and more and more of it is learned by "
        + $"heart; that of examples which are not learned from says when.",
    [
        Whole("patience", $"epochs in a row that may pass without improvement", 1, 100_000, s => s.Patience, (s, v) => s with { Patience = v }),
        Number(
            "improvement", $"by which part of itself the lowest cost must fall to count as better", 0, 0.99,
            s => s.Improvement, (s, v) => s with { Improvement = v }),
        Whole("hidden", $"neurons in the hidden layer", 1, 10_000, s => s.Hidden, (s, v) => s with { Hidden = v }),
        .. CommonOptions.Learning,
        Seeds(1),
    ])
{
    private protected override EarlyStoppingResult RunOn(EarlyStoppingSettings settings, Workbench bench)
    {
        bench.Expect(1);
        bench.Begin($"training");
        int half = Math.Max(1, bench.Test.Count / 2);
        var validation = bench.Test.Take(half);
        var test = bench.Test.Count == 1 ? bench.Test : bench.Test.Select([.. Enumerable.Range(half, bench.Test.Count - half)]);
        var network = bench.Create(settings.Seeds[0], [settings.Hidden], Activation.Sigmoid, Activation.Sigmoid);
        var cost = Cost.BinaryCrossEntropy;
        var epochs = new List<StoppingPoint>();
        bench.Learn(
            new LearningTask(network, bench.Train, settings.Training(settings.Seeds[0]) with { Cost = cost }),
            look: point => epochs.Add(new StoppingPoint(
                (int)Math.Round(point.Epoch), point.TrainCost,
                Evaluator.Evaluate(network, validation, cost).Cost, Evaluator.Evaluate(network, test, cost).Accuracy)));
        return new EarlyStoppingResult
        {
            Patience = settings.Patience,
            Validation = validation.Count,
            Epochs = epochs,
            StopByTrain = Stop(epochs.Select(epoch => epoch.TrainCost)),
            StopByValidation = Stop(epochs.Select(epoch => epoch.ValidationCost)),
        };

        // The trainer's own rule; before the first epoch it has not looked yet.
        int? Stop(IEnumerable<double> costs)
        {
            var watch = new CostWatch(new EarlyStopping { Patience = settings.Patience, MinimumImprovement = settings.Improvement }, plateau: null);
            foreach (var (epoch, value) in costs.Index().Skip(1))
            {
                watch.Note(value);
                if (watch.IsPatienceOver) return epoch;
            }

            return null;
        }
    }
}

/// <summary>The settings of <see cref="EarlyStoppingExperiment"/>.</summary>
public sealed record EarlyStoppingSettings : LearningExperimentSettings
{
    /// <summary>The defaults: 1,000 examples for 23,860 parameters.</summary>
    public EarlyStoppingSettings()
    {
        Examples = 1000;
        Epochs = 60;
        LearningRate = 0.5;
    }

    /// <summary>How many epochs in a row may pass without improvement.</summary>
    public int Patience { get; init; } = 5;

    /// <summary>By which part of itself the lowest cost must fall to count as better.</summary>
    public double Improvement { get; init; } = 0.001;

    /// <summary>Neurons in the hidden layer.</summary>
    public int Hidden { get; init; } = 30;
}
