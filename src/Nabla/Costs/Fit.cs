namespace Nabla;

/// <summary>
/// Whether a network, examples and a cost go together. Whoever is about to use them asks here, and refuses in a way of its own; every answer
/// is a list of sentences, empty where all is well.
/// </summary>
/// <remarks>
/// A network fits classes where it has at least an output for each: the outputs behind them belong to no class, and their target is 0. It
/// fits target numbers where it has exactly as many outputs.
/// </remarks>
public static class Fit
{
    /// <summary>Why a network cannot be used with examples and a cost.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The examples.</param>
    /// <param name="cost">The cost; null where none is wanted.</param>
    /// <param name="toTrain">Whether the network is still to be trained on them, so that it can be made otherwise.</param>
    public static IEnumerable<Said> Problems(Network network, Dataset data, Cost? cost = null, bool toTrain = false)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        var problems = Problems(network.Inputs, network.Outputs, data.Shape, toTrain);
        if (data.Count == 0) problems = problems.Prepend((Said)$"'{Printable.Path(data.Name)}' has no examples.");
        if (cost is null) return problems;
        List<Said> misfits = [.. Problems(cost, data), .. Problems(network, cost)];
        if (toTrain && misfits.Count == 0 && OutOfReach(network.Layers[^1].Activation, data) is { } tooFar) misfits.Add(tooFar);
        return problems.Concat(misfits);
    }

    /// <summary>Why a network of a shape cannot be used with examples of a shape: what is known before either is there.</summary>
    /// <param name="inputs">Inputs of the network.</param>
    /// <param name="outputs">Its outputs.</param>
    /// <param name="data">The shape of the examples.</param>
    /// <param name="toTrain">Whether the network is still to be trained on them, so that it can be made otherwise.</param>
    public static IEnumerable<Said> Problems(int inputs, int outputs, DataShape data, bool toTrain = false)
    {
        string name = Printable.Path(data.Name);
        if (inputs != data.Inputs)
            yield return $"The network takes {inputs} inputs, but '{name}' has {data.Inputs}; "
                + $"{(toTrain ? (Said)$"the first layer must be {data.Inputs}" : $"it was made for other data")}.";
        if (data.IsRegression ? outputs != data.Outputs : outputs < data.Outputs)
        {
            yield return $"The network has {outputs} outputs, but '{name}' has {data.Outputs} {(data.IsRegression ? (Said)$"target numbers" : $"classes")}; "
                + $"{(toTrain ? (Said)$"the last layer must be {data.Outputs}" : $"it was made for other data")}.";
        }
    }

    /// <summary>Why there can be no network of such sizes, for no kernel could take it; null where there can.</summary>
    /// <param name="sizes">Inputs, then neurons layer by layer.</param>
    public static Said? TooLarge(IReadOnlyList<int> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        var layers = sizes.Zip(sizes.Skip(1)).ToList();
        return layers.Select(layer => DenseLayer.TooLarge(layer.First, layer.Second)).FirstOrDefault(problem => problem is not null)
            ?? Network.TooLarge(layers.Sum(layer => (layer.First + 1L) * layer.Second));
    }

    /// <summary>Why a network cannot be used with one example and a cost.</summary>
    internal static IEnumerable<Said> Problems(Network network, Example example, Cost cost)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(example.Input);
        ArgumentNullException.ThrowIfNull(example.Target);
        ArgumentNullException.ThrowIfNull(cost);
        return Problems(network.Inputs, network.Outputs, new DataShape("the example", example.Input.Length, example.Target.Length, example.Label < 0))
            .Concat(Problems(network, cost));
    }

    /// <summary>Why a network cannot be used with a cost.</summary>
    internal static IEnumerable<Said> Problems(Network network, Cost cost) => cost.Misfit(network.Layers[^1].Activation) is { } misfit ? [misfit] : [];

    /// <summary>Throws the first of some problems.</summary>
    /// <exception cref="ArgumentException">There is one.</exception>
    internal static void Require(IEnumerable<Said> problems)
    {
        if (problems.FirstOrDefault() is { } problem) throw Refusal.Argument(problem);
    }

    // Rounding of what was scaled into the range is no reason to refuse.
    private static Said? OutOfReach(Activation output, Dataset data)
    {
        const double Rounding = 1e-4;
        var (least, most) = output.Range;
        if (!data.IsRegression || data.Count == 0) return null;
        float lowest = data.Targets[0], highest = lowest;
        foreach (float y in data.Targets) (lowest, highest) = (Math.Min(lowest, y), Math.Max(highest, y));
        if (!(lowest < least - Rounding || highest > most + Rounding)) return null;
        Said reach = double.IsFinite(most) ? (Said)$"{least} to {most}" : $"{least} and more";
        return $"The targets of '{Printable.Path(data.Name)}' go from {lowest} to {highest}, but {output} outputs reach {reach}; "
            + $"scale the targets into that, or use {Activation.Identity} outputs.";
    }

    private static IEnumerable<Said> Problems(Cost cost, Dataset data) => data.IsRegression && cost.MisfitOfTargets(data) is { } wrong
        ? [$"The cost {cost} is for {wrong}; use {Cost.Quadratic}, with {Activation.Identity} outputs."] : [];
}
