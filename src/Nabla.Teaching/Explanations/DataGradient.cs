namespace Nabla.Explanations;

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
}
