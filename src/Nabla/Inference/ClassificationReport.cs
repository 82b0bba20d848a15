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
        if (data.IsRegression) throw NoClasses(data);
        Fit.Require(Fit.Problems(network, data));
        var evaluator = new Evaluator(network, Cost.UsualFor(network.Layers[^1].Activation));
        var tally = new ClassTally(data, network.Outputs);
        while (tally.Begin())
        {
            for (var pass = evaluator.Begin(network, data); !pass.IsDone;) pass.Next([], tally.Add);
            tally.End();
        }

        return tally.Report();
    }

    /// <summary>Judges outputs.</summary>
    /// <param name="outputs">The outputs, example after example.</param>
    /// <param name="data">The examples that they are of.</param>
    /// <param name="classes">Outputs of an example, at least as many as there are classes.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or the targets are numbers.</exception>
    public static ClassificationReport Of(ReadOnlySpan<float> outputs, Dataset data, int classes)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.IsRegression) throw NoClasses(data);
        if (classes < data.Classes || outputs.Length != (long)data.Count * classes)
            throw Refusal.Argument($"{outputs.Length} outputs are not {classes} for each of {data.Count} examples of {data.Classes} classes.");

        var tally = new ClassTally(data, classes);
        while (tally.Begin())
        {
            for (int i = 0; i < data.Count; i++) tally.Add(i, outputs.Slice(i * classes, classes));
            tally.End();
        }

        return tally.Report();
    }

    private static ArgumentException NoClasses(Dataset data) => Refusal.Argument($"The targets of '{Printable.Path(data.Name)}' are numbers, not classes.");

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
