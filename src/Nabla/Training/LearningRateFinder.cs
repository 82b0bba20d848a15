namespace Nabla;

/// <summary>
/// Looks for a learning rate: trains a copy of a network for some steps while the rate grows from tiny to huge, evenly in its logarithm,
/// and watches the cost (L. Smith, "Cyclical Learning Rates for Training Neural Networks", WACV 2017, section 3.3; the growth by a factor
/// and the smoothing are those of Howard and Gugger's fastai). The cost stands still where steps are too small, falls, and
/// explodes where they are too large.
/// </summary>
public static class LearningRateFinder
{
    // The part of the smoothed cost that stays from step to step.
    private const double Inertia = 0.95;

    // From here on it will not come back.
    private const double Explosion = 4;

    // A fall by less than this part is noise.
    private const double LeastFall = 0.01;

    /// <summary>Sweeps the learning rate. The network is left as it is.</summary>
    /// <param name="network">Where training is to begin.</param>
    /// <param name="data">The examples to learn from.</param>
    /// <param name="options">How it will be trained, but for the rate and its schedule.</param>
    /// <param name="from">The first rate, positive.</param>
    /// <param name="to">The last rate, larger than the first.</param>
    /// <param name="steps">Steps from the first to the last, at least 20.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rates or the number of steps are out of their range.</exception>
    /// <exception cref="TrainingOptionsException">The options do not make sense for this network and data.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static LearningRateSweep Run(
        Network network, Dataset data, TrainingOptions options, double from = 1e-6, double to = 100, int steps = 400, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(options.Optimizer);
        if (!(from > 0 && double.IsFinite(from))) throw Refusal.Range(nameof(from), from, $"The first rate must be positive.");
        if (!(to > from && double.IsFinite(to))) throw Refusal.Range(nameof(to), to, $"The last rate must be larger than the first.");
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 20);

        var trainer = new Trainer(network.Clone(), data, options with
        {
            Optimizer = options.Optimizer with { LearningRate = from },
            Schedule = new ExponentialRise { Ratio = to / from, Steps = steps },
            Epochs = steps,
            EarlyStopping = null,
        });
        var rates = new List<double>();
        var costs = new List<double>();
        double mean = 0, weight = 1, least = double.PositiveInfinity;
        double rate = trainer.LearningRate;
        foreach (var batch in trainer.BatchesIfAny())
        {
            // The mean of all costs so far, the latest the most, divided by the sum of their weights.
            mean = Inertia * mean + (1 - Inertia) * batch.Cost;
            weight *= Inertia;
            double cost = mean / (1 - weight);
            rates.Add(rate);
            costs.Add(cost);
            if (cost > Explosion * least || rates.Count == steps) break;
            least = Math.Min(least, cost);
            rate = trainer.LearningRate;
            cancellation.ThrowIfCancellationRequested();
        }

        return new LearningRateSweep(rates, costs, Suggest(rates, costs));
    }

    // Where the cost falls fastest is a careful choice, where it is lowest a daring one; good rates of known recipes are between them.
    private static double? Suggest(List<double> rates, List<double> costs)
    {
        // The first costs are means of few mini-batches and say little.
        const int Early = 10;
        if (costs.Count <= Early + 2) return null;
        int lowest = Early;
        for (int i = Early; i < costs.Count; i++)
        {
            if (costs[i] < costs[lowest]) lowest = i;
        }

        if (costs[lowest] > (1 - LeastFall) * costs[Early]) return null;
        int best = -1;
        double fall = 0;
        for (int i = Early + 1; i < lowest; i++)
        {
            double here = costs[i - 1] - costs[i + 1];
            if (here > fall) (best, fall) = (i, here);
        }

        return best < 0 ? null : rates[(best + lowest) / 2];
    }
}
