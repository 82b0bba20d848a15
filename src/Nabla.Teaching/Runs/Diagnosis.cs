using System.Globalization;

namespace Nabla.Runs;

/// <summary>
/// What is the matter with a network that has learned nothing, from its figures, and what to try: one that reads no more examples right than who
/// always says the commonest class, or answers numbers no better than their mean.
/// </summary>
public sealed record Diagnosis
{
    // No more examples are looked at, and with fewer for a large network.
    private const int MostExamples = 1000, FewestExamples = 50;
    private const long MostWork = 200_000_000;

    // Less is no movement of the cost, as a part of it.
    private const double Still = 1e-3;

    // Weights that grew so much, or shrank, did not stay in the range where σ is steep.
    private const double Grown = 10, Shrunk = 0.1;

    private Diagnosis(IReadOnlyList<Said> findings, Said remedy, params (string Setting, string Value)[] settings) =>
        (Findings, Remedy, Try) = (findings, remedy, settings.ToDictionary(each => each.Setting, each => each.Value, StringComparer.Ordinal));

    /// <summary>What is the matter, each with its figures; the first is what is seen, the others why.</summary>
    public IReadOnlyList<Said> Findings { get; }

    /// <summary>What to try.</summary>
    public Said Remedy { get; }

    /// <summary>The same as settings, which <see cref="RunConfiguration.With(IReadOnlyDictionary{string, string}, Dataset?)"/> takes.</summary>
    public IReadOnlyDictionary<string, string> Try { get; }

    /// <summary>All of it.</summary>
    public Said Sentence => $"The network has learned nothing: {Said.Join(Findings, (a, b) => $"{a}; {b}")}. {Remedy}";

    /// <summary>Looks for what is the matter.</summary>
    /// <param name="configuration">How the network was trained.</param>
    /// <param name="network">The network as it is now.</param>
    /// <param name="data">The training examples; of many, some are looked at.</param>
    /// <param name="epochs">The epochs so far.</param>
    /// <returns>What it is; null where the network has learned something.</returns>
    /// <exception cref="ArgumentException">The examples do not fit the network.</exception>
    public static Diagnosis? Of(RunConfiguration configuration, Network network, Dataset data, IReadOnlyList<MetricsLine> epochs)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(epochs);
        foreach (var epoch in epochs) ArgumentNullException.ThrowIfNull(epoch, nameof(epochs));
        long work = Math.Max(1, network.ParameterCount);
        var some = Sample(data, (int)Math.Clamp(MostWork / work, FewestExamples, MostExamples));
        if (Symptom(Evaluator.Evaluate(network, some, configuration.Training.Cost), some) is not { } symptom) return null;

        var start = configuration.CreateNetwork(data);
        var layers = LayerHealth.Of(network, start.Sizes.SequenceEqual(network.Sizes) ? start : null, some);
        var findings = new List<Said> { symptom };
        var ill = layers.FirstOrDefault(layer => layer.IsSilent);
        var alike = layers.FirstOrDefault(layer => layer.IsAlike);
        if (alike is not null) findings.Add($"the {alike.Neurons} neurons of layer {alike.Layer} are all alike, and so are their derivatives");
        if (ill is not null)
        {
            Said silent = $"{ill.Silent} of {ill.Neurons} neurons of layer {ill.Layer} answer the same to everything";
            findings.Add(!ill.IsFlat ? silent : ill.LargestSlope == 0 ? (Said)$"{silent}, and their σ′ is 0" : $"{silent}, and their σ′ is at most {Figure(ill.LargestSlope)}");
        }

        int since = StillSince(epochs);
        if (since > 0) findings.Add($"the cost has not moved since epoch {since}");
        var grown = layers.Where(layer => layer.LargestWeight > 1 && layer.Growth >= Grown).MaxBy(layer => layer.Growth);
        var shrunk = layers.Where(layer => layer.Growth <= Shrunk).MinBy(layer => layer.Growth);
        if (grown is not null) findings.Add($"weights of layer {grown.Layer} grew from at most {Figure(grown.WeightAtStart)} to {Figure(grown.LargestWeight)}");
        else if (shrunk is not null) findings.Add($"weights of layer {shrunk.Layer} shrank from up to {Figure(shrunk.WeightAtStart)} to {Figure(shrunk.LargestWeight)}");
        bool hasMoved = layers.Any(layer => layer.Moved > 0.01);
        return Treat(configuration, findings, ill, alike is not null, grown is not null, shrunk is not null, since > 0, hasMoved);
    }

    private static Diagnosis Treat(
        RunConfiguration configuration, IReadOnlyList<Said> findings, LayerHealth? ill, bool isAlike, bool isGrown, bool isShrunk, bool isStill, bool hasMoved)
    {
        var training = configuration.Training;
        double rate = training.Optimizer.LearningRate;
        double usualRate = Optimizer.Parse(training.Optimizer.Name).LearningRate;
        string usual = configuration.Activation.UsualInitializer.Name;
        string initializer = configuration.Initializer.Name;

        // What is tried leads on and never back: a rate up or down towards where weights move and do not run away, everything else one way alone.
        if (initializer != usual && (isAlike || ill is { WasSilent: true }))
            return new(findings, $"Let the weights begin otherwise: initializer {usual} instead of {initializer}.", ("initializer", usual));
        if (isShrunk && training.L2 > 0) return new(findings, $"Do not pull the weights to 0: L2 of 0 instead of {Rounded(training.L2)}.", ("l2", "0"));
        if (isGrown || ill is { IsFlat: true, WasSilent: false }) return Smaller();
        if (ill is { IsFlat: true } && configuration.Activation.IsSparse)
        {
            var leaky = Activation.LeakyRelu;
            return new(findings, $"Let the slope not be 0: activation {leaky} instead of {configuration.Activation}.", ("activation", leaky.Name));
        }

        if (!hasMoved) return Larger();
        string longer = Text(3L * training.Epochs);
        if (!isStill) return new(findings, $"The cost still moves: train for {longer} epochs instead of {training.Epochs}.", ("epochs", longer));
        var adam = new Adam();
        if (training.Optimizer.IsPlain)
        {
            return new(
                findings, $"Let each weight have a pace of its own: optimizer {adam.Name} instead of {training.Optimizer.Name}.",
                ("optimizer", adam.Name), ("learning-rate", Rounded(adam.LearningRate)));
        }

        string wider = configuration.Hidden.Count == 0 ? "16" : string.Join(',', configuration.Hidden.Select(neurons => Text(2L * neurons)));
        return new(findings, $"Let there be more neurons: {wider} in hidden layers.", ("hidden", wider));

        // By tens, or at once to what is usual where that is farther.
        Diagnosis Smaller() => Rate(Math.Min(rate / 10, usualRate), $"Take smaller steps");

        Diagnosis Larger() => Rate(Math.Max(rate * 10, usualRate), $"Take larger steps");

        Diagnosis Rate(double better, Said how) =>
            new(findings, $"{how}: learning rate {Rounded(better)} instead of {Rounded(rate)}.", ("learning-rate", Rounded(better)));
    }

    // What anybody sees: it answers no better than who has not looked.
    private static Said? Symptom(Evaluation evaluation, Dataset data)
    {
        if (evaluation.Regression is { } numbers)
            return numbers.RSquared is > 0.01 ? null : (Said)$"its answers are no better than the mean of the targets";
        var commonest = data.Labels.ToArray().CountBy(label => label).MaxBy(count => count.Value);
        if (commonest.Value == data.Count || evaluation.Correct > commonest.Value) return null;
        int[] seen = [.. evaluation.Predictions.Distinct().Take(2)];
        return seen is [>= 0 and var one] ? (Said)$"every example is read as {Name(one)}"
            : $"{evaluation.Correct} of {data.Count} examples are read right, no more than by always saying {Name(commonest.Key)}";

        string Name(int label) => data.ClassNames is { } names ? $"'{Printable.Name(names[label])}'" : Text(label);
    }

    // The epoch after which no cost is another; 0 where the last one still moved.
    private static int StillSince(IReadOnlyList<MetricsLine> epochs)
    {
        if (epochs.Count < 3) return 0;
        double last = epochs[^1].Cost;
        int at = epochs.Count - 1;
        while (at > 0 && Math.Abs(epochs[at - 1].Cost - last) <= Still * Math.Abs(last)) at--;
        return at <= epochs.Count - 3 ? epochs[at].Epoch : 0;
    }

    private static Dataset Sample(Dataset data, int most) => data.Count <= most ? data
        : data.Select([.. Enumerable.Range(0, most).Select(i => (int)((long)i * data.Count / most))]);

    private static string Figure(double x) => x.ToString("G3", CultureInfo.InvariantCulture);

    private static string Rounded(double x) => x.ToString("G6", CultureInfo.InvariantCulture);

    private static string Text(long x) => x.ToString(CultureInfo.InvariantCulture);
}
