namespace Nabla.Browser;

/// <summary>Nudges a quantity of a one-neuron chain and follows it to the cost. Forward passes alone measure; no derivative takes part.</summary>
internal static class ChainNudger
{
    /// <summary>The first two are large enough to be seen on a number line, and too large to be a derivative.</summary>
    private static IReadOnlyList<double> Sizes => [0.5, 0.1, .. Explainer.NudgeSizes];

    public static NudgedChain Nudge(OneNeuronNetwork network, int neuron, string symbol)
    {
        var whole = Run(network);
        if (neuron < 0 || neuron >= whole.Links.Count)
            throw Refusal.Argument($"There is no neuron {neuron}; they are 0 to {whole.Links.Count - 1}.");
        // What comes before the neuron does not move: the chain begins with it.
        network = network with
        {
            Input = whole.Links[neuron].Previous,
            Weights = [.. network.Weights.Skip(neuron)],
            Biases = [.. network.Biases.Skip(neuron)],
        };
        var chain = Run(network);
        var first = chain.Links[0];
        var (derivative, factor) = symbol switch
        {
            "w" => (first.DCdW, first.DZdW),
            "b" => (first.DCdB, 1),
            "a'" => (first.DCdPrevious, first.Weight),
            _ => throw Refusal.Argument($"There is no '{symbol}' to nudge; known: w, b, a'."),
        };
        return new NudgedChain(derivative, [.. Factors()], [.. Sizes.Select(Made)]);

        IEnumerable<ChainFactor> Factors()
        {
            for (int l = 0; l < chain.Links.Count; l++)
            {
                yield return l == 0 ? new("z", symbol, neuron, factor) : new("z", "a'", neuron + l, chain.Links[l].Weight);
                yield return new("a", "z", neuron + l, chain.Links[l].DAdZ);
            }

            yield return new("C", "a", whole.Links.Count - 1, chain.Links[^1].DCdA);
        }

        ChainNudgeMade Made(double size)
        {
            var nudged = Run(symbol switch
            {
                "w" => network with { Weights = [first.Weight + size, .. network.Weights.Skip(1)] },
                "b" => network with { Biases = [first.Bias + size, .. network.Biases.Skip(1)] },
                _ => network with { Input = first.Previous + size },
            });
            double[] changes = [.. chain.Links.Zip(nudged.Links)
                .SelectMany(pair => new[] { pair.Second.Z - pair.First.Z, pair.Second.A - pair.First.A }), nudged.Cost - chain.Cost];
            return new ChainNudgeMade(
                size, changes[^1] / size,
                [.. changes.Select((change, i) => new ChainMove(change, (i == 0 ? size : changes[i - 1]) is var before && before != 0 ? change / before : null))]);
        }
    }

    /// <summary>Runs the chain forward and backward.</summary>
    public static OneNeuronChain Run(OneNeuronNetwork network)
    {
        if (network.Weights.Count != network.Biases.Count)
            throw Refusal.Argument($"Each neuron has a weight and a bias; there are {network.Weights.Count} weights and {network.Biases.Count} biases.");
        return OneNeuronChain.Run(
            network.Input, network.Target, Cost.Parse(network.Cost), Activation.Parse(network.Activation),
            [.. network.Weights.Zip(network.Biases)]);
    }
}
