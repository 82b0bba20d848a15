namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    private const int MostHiddenLayers = 8;
    private const int HiddenNeurons = 16;
    private const int MostMeasured = 200;

    // What everything else is compared with.
    private static readonly (Activation Activation, Initializer Initializer) Usual = (Activation.Sigmoid, Initializer.Xavier);

    /// <summary>One path on which the error comes back to a weight, the strongest of those that go where it is wanted, and what it is beside all of them.</summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The weight's layer, from 1.</param>
    /// <param name="neuron">The neuron that it leads to, from 0.</param>
    /// <param name="input">The neuron of the layer before that it comes from, from 0; null for the bias.</param>
    /// <param name="through">The neurons that the path goes through, of each layer after the weight's one; below 0 where any will do, and so beyond the list's end.</param>
    public ErrorPath ErrorPath(ExampleRef example, int layer, int neuron, int? input, IReadOnlyList<int> through)
    {
        Layer(layer, neuron, input);
        foreach (var (wanted, i) in through.Select((wanted, i) => (wanted, i))) Layer(layer + 1 + i, Math.Max(wanted, 0));
        var explainer = Judged(example);
        var finder = new PathFinder(explainer, layer, neuron);
        int[] path = finder.Strongest(through);
        PathFactor[] factors = [.. finder.Factors(path)];
        double share = factors[^1].Product, delta = explainer.At(layer).Delta[neuron], a = input is { } k ? explainer.At(layer).Input[k] : 1;
        return new ErrorPath(
            new Parameter(layer, neuron, input), path, [.. factors, new PathFactor("input", layer - 1, input, null, a, share * a)], share, delta,
            delta == 0 ? null : share / delta, a * delta, finder.Count, finder.Sum(), finder.Sizes(), path.SequenceEqual(finder.Strongest([])));
    }

    /// <summary>How large the gradients of a new network are by layer: it learns what the run learns, by the same cost, and has never been trained.</summary>
    /// <param name="depth">How many hidden layers of 16 neurons it has, 1 to 8.</param>
    /// <param name="activation">The name of their activation.</param>
    /// <param name="initializer">The name of the initialiser of all layers.</param>
    /// <param name="seed">What decides the weights.</param>
    /// <param name="examples">On how many of the examples that the run learns from it is measured, 1 to 200; on all where there are fewer.</param>
    public DepthGradients GradientsByDepth(int depth, string activation, string initializer, int seed, int examples)
    {
        if (depth is < 1 or > MostHiddenLayers) throw Refusal.Argument($"The network has 1 to {MostHiddenLayers} hidden layers, not {depth}.");
        if (examples is < 1 or > MostMeasured) throw Refusal.Argument($"It is measured on 1 to {MostMeasured} examples, not {examples}.");
        var last = Run.Configuration.OutputActivation;
        int count = Math.Min(examples, Run.Train.Count);
        var chosen = (Activation: Activation.Parse(activation), Initializer: Initializer.Parse(initializer));
        var shown = Profile(chosen.Activation, chosen.Initializer);
        return new DepthGradients(
            [Run.Train.Inputs, .. Enumerable.Repeat(HiddenNeurons, depth), Run.Train.Outputs], count, last.Name, Run.Cost.Name, shown,
            chosen == Usual ? shown : Profile(Usual.Activation, Usual.Initializer));

        GradientProfile Profile(Activation activation, Initializer initializer)
        {
            var network = Network.Create(
                Run.Train.Inputs, (ulong)seed,
                [.. Enumerable.Repeat(new Dense(HiddenNeurons, activation, initializer), depth), new Dense(Run.Train.Outputs, last, initializer)]);
            var (reference, meter) = (new ReferenceNetwork<double>(network), new GradientMeter(depth + 1));
            for (int i = 0; i < count; i++) meter.Add(reference.Trace(Run.Train[i], Run.Cost));
            var (weights, errors) = (meter.MeanWeightGradient, meter.ErrorSize);
            if (!weights.Concat(errors).All(double.IsFinite))
                throw Refusal.Operation($"With the initialiser '{initializer.Name}' the numbers grow beyond all bounds; choose another one.");
            return new GradientProfile(activation.Name, initializer.Name, weights, errors, meter.MeanSlope, Ratio(weights), Ratio(errors));
        }

        static double? Ratio(IReadOnlyList<double> sizes) => sizes[^1] == 0 ? null : sizes[0] / sizes[^1];
    }
}
