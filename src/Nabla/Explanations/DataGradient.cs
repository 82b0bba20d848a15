namespace Nabla;

/// <summary>The gradient of the cost of a data set, or of some of its examples, by the kernels: as the trainer has it.</summary>
/// <param name="Derivatives">The mean of the examples' derivatives, in the shape of a network.</param>
/// <param name="Cost">The mean of their costs.</param>
internal sealed record DataGradient(Network Derivatives, double Cost)
{
    /// <summary>Computes it.</summary>
    public static DataGradient Of(
        Network network, Dataset data, Cost cost, CancellationToken cancellation, IReadOnlyList<int>? examples = null)
    {
        var pass = new GradientPass(network, data, cost, examples);
        while (!pass.IsDone)
        {
            cancellation.ThrowIfCancellationRequested();
            pass.Next();
        }

        return pass.Result();
    }

    /// <summary>Throws where the examples or the cost do not fit the network.</summary>
    public static void Check(Network network, Dataset data, Cost cost)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(cost);
        if (data.Count == 0) throw Refusal.Argument($"'{Printable.Path(data.Name)}' has no examples.");
        if (data.Inputs != network.Inputs || data.Outputs != network.Outputs)
        {
            throw Refusal.Argument($"The network takes {network.Inputs} inputs and has {network.Outputs} outputs, but '{Printable.Path(data.Name)}' "
                + $"has {data.Inputs} inputs and {data.Outputs} {(data.IsRegression ? (Said)$"targets" : $"classes")}; it was made for other data.");
        }

        if (cost.Misfit(network.Layers[^1].Activation) is { } misfit) throw Refusal.Argument(misfit);
    }
}
