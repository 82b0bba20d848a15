namespace Nabla;

/// <summary>How well each class is told from the others, beyond the accuracy.</summary>
public sealed record ClassificationReport
{
    /// <summary>Class by class.</summary>
    public required IReadOnlyList<ClassReport> Classes { get; init; }

    /// <summary>
    /// At <c>k − 1</c>: the part of the examples whose class is among the k largest outputs, k from 1 to the number of outputs, at
    /// most 5. Among equal outputs the first counts as the larger.
    /// </summary>
    public required IReadOnlyList<double> TopAccuracy { get; init; }

    /// <summary>Mean precision over the classes that have examples (macro average): every class counts alike.</summary>
    public double MacroPrecision => Mean(c => c.Precision)!.Value;

    /// <summary>Mean recall over the classes that have examples.</summary>
    public double MacroRecall => Mean(c => c.Recall)!.Value;

    /// <summary>Mean F1 over the classes that have examples.</summary>
    public double MacroF1 => Mean(c => c.F1)!.Value;

    /// <summary>Mean area under the curve over the classes that have one; null where none has.</summary>
    public double? MacroAuc => Mean(c => c.Auc);

    /// <summary>Judges a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">Examples with classes, at least one.</param>
    /// <exception cref="ArgumentException">The data does not fit the network, or its targets are numbers.</exception>
    public static ClassificationReport Of(Network network, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        var evaluator = new Evaluator(network, network.Layers[^1].Activation == Activation.Softmax ? Cost.CrossEntropy : Cost.Quadratic);
        float[] outputs = new float[checked(data.Count * network.Outputs)];
        evaluator.Run(network, data, outputs);
        return Of(outputs, data, network.Outputs);
    }

    /// <summary>Judges outputs.</summary>
    /// <param name="outputs">The outputs, example after example.</param>
    /// <param name="data">The examples that they are of.</param>
    /// <param name="classes">Outputs of an example, at least as many as there are classes.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or the targets are numbers.</exception>
    public static ClassificationReport Of(ReadOnlySpan<float> outputs, Dataset data, int classes)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.IsRegression) throw new ArgumentException($"The targets of '{Printable.Path(data.Name)}' are numbers, not classes.");
        if (classes < data.Classes || outputs.Length != (long)data.Count * classes)
            throw new ArgumentException($"{outputs.Length} outputs are not {classes} for each of {data.Count} examples of {data.Classes} classes.");

        int[] right = new int[classes], seen = new int[classes], examples = new int[classes], ranks = new int[classes];
        for (int i = 0; i < data.Count; i++)
        {
            var output = outputs.Slice(i * classes, classes);
            int label = data.Labels[i], prediction = Evaluator.Largest(output), rank = 0;
            for (int j = 0; j < classes; j++)
            {
                if (output[j] > output[label] || (output[j] == output[label] && j < label)) rank++;
            }

            examples[label]++;
            if (prediction < 0) continue;
            seen[prediction]++;
            ranks[rank]++;
            if (prediction == label) right[label]++;
        }

        float[] scores = outputs.ToArray();
        int within = 0;
        return new ClassificationReport
        {
            TopAccuracy = [.. ranks.Take(5).Select(count => (double)(within += count) / data.Count)],
            Classes =
            [
                .. Enumerable.Range(0, classes).Select(c => new ClassReport(
                    c, examples[c], Ratio(right[c], seen[c]), Ratio(right[c], examples[c]), Ratio(2 * right[c], seen[c] + examples[c]),
                    AreaUnderCurve(scores, data, classes, c))),
            ],
        };
    }

    /// <summary>
    /// The probability that an example of the class has a larger output than one of another class, ties counting half: the rank sum of Mann and
    /// Whitney (1947), which is the area under the receiver operating characteristic (Fawcett 2006).
    /// </summary>
    private static double? AreaUnderCurve(float[] outputs, Dataset data, int classes, int c)
    {
        var ordered = Enumerable.Range(0, data.Count).Select(i => (Score: outputs[i * classes + c], Positive: data.Labels[i] == c))
            .OrderBy(example => example.Score).ToList();
        double positives = ordered.Count(example => example.Positive), negatives = ordered.Count - positives, rankSum = 0;
        if (positives == 0 || negatives == 0 || float.IsNaN(ordered[0].Score)) return null;
        for (int from = 0, to; from < ordered.Count; from = to)
        {
            for (to = from + 1; to < ordered.Count && ordered[to].Score == ordered[from].Score;) to++;
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) rankSum += ordered[i].Positive ? rank : 0;
        }

        return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private double? Mean(Func<ClassReport, double?> value) => Classes.Where(c => c.Examples > 0).Average(value);
}

/// <summary>How well one class is told from the others.</summary>
/// <param name="Label">The class.</param>
/// <param name="Examples">Examples of it.</param>
/// <param name="Precision">The part of what was taken for the class that is of it: TP / (TP + FP); 0 where nothing was.</param>
/// <param name="Recall">The part of the class that was taken for it: TP / (TP + FN); 0 where it has no examples.</param>
/// <param name="F1">Their harmonic mean, 2TP / (2TP + FP + FN).</param>
/// <param name="Auc">
/// Area under the receiver operating characteristic of this class against the rest, 0.5 for guessing and 1 for telling all apart; null where
/// there are no examples of it, or no others, or an output is not a number.
/// </param>
public sealed record ClassReport(int Label, int Examples, double Precision, double Recall, double F1, double? Auc);
