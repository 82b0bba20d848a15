namespace Nabla;

/// <summary>How good a network is on a set of examples.</summary>
public sealed record Evaluation
{
    /// <summary>Number of examples.</summary>
    public required int Examples { get; init; }

    /// <summary>The cost of the set: the mean over its examples.</summary>
    public required double Cost { get; init; }

    /// <summary>How close the outputs are to the targets, for regression; null for classes.</summary>
    public RegressionReport? Regression { get; init; }

    /// <summary>
    /// What the network saw in each example: the output with the largest activation; −1 where it gave no answer, for an output is not a number
    /// (NaN). Empty for regression, like all that counts classes.
    /// </summary>
    public required IReadOnlyList<int> Predictions { get; init; }

    /// <summary>The activation of that output, example by example; NaN where there is no answer.</summary>
    public required IReadOnlyList<float> Confidences { get; init; }

    /// <summary>How often a class (first index) was taken for a class (second index); examples without an answer are not in it.</summary>
    /// <exception cref="InvalidOperationException">There are more than 1,024 classes; <see cref="Confusions"/> has what happened.</exception>
    public int[,] Confusion => Counts.ToMatrix();

    /// <summary>How often a class was taken for a class, where that happened at least once: class by class, then by what was seen.</summary>
    public IEnumerable<(int Label, int Prediction, int Count)> Confusions => Counts.Pairs;

    /// <summary>Number of examples whose class was seen.</summary>
    public int Correct => Counts.Correct;

    internal ConfusionCounts Counts { get; init; } = new(0);

    /// <summary>Number of examples without an answer: neither right nor taken for another.</summary>
    public int Unanswered => Predictions.Count(seen => seen < 0);

    /// <summary>The part of the examples whose class was seen, 0 to 1; 0 for regression.</summary>
    public double Accuracy => (double)Correct / Examples;

    /// <summary>The class most often taken for another, with that other and how often; null where nothing was mistaken.</summary>
    public (int Label, int Prediction, int Count)? WorstConfusion => Confusions.Where(pair => pair.Label != pair.Prediction)
        .Select(pair => ((int Label, int Prediction, int Count)?)pair).MaxBy(pair => pair!.Value.Count);

    /// <summary>How often a class was taken for a class.</summary>
    /// <param name="label">The class.</param>
    /// <param name="prediction">What it was taken for.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public int CountOf(int label, int prediction) => Counts[Class(label), Class(prediction)];

    /// <summary>Number of examples of a class.</summary>
    /// <param name="label">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public int ExamplesOf(int label) => Counts.ExamplesOf(Class(label));

    private int Class(int label) => (uint)label < (uint)Counts.Classes ? label : throw Refusal.Range(nameof(label), label, $"There is no such class.");

    /// <summary>The misread examples, the most confident first.</summary>
    /// <param name="data">The data that was evaluated.</param>
    /// <exception cref="ArgumentException">It has another number of examples, or no classes.</exception>
    public IEnumerable<int> Mistakes(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Count != Examples || data.IsRegression)
            throw Refusal.Argument(
                $"{Examples} examples were evaluated, but '{Printable.Path(data.Name)}' has {data.Count}{(data.IsRegression ? (Said)$" without classes" : $"")}.");
        return Enumerable.Range(0, Examples)
            .Where(i => Predictions[i] >= 0 && Predictions[i] != data.Labels[i])
            .OrderByDescending(i => Confidences[i]);
    }
}
