namespace Nabla.Explanations;

/// <summary>
/// What one output wants on one example (C20): to move by <c>−∂C/∂a_j</c>, up where that is positive, and more the
/// farther it is off. For the lectures' cost it is <c>−2(a_j−y_j)</c>, for Nielsen's <c>−(a_j−y_j)</c>.
/// </summary>
/// <param name="Output">The output j.</param>
/// <param name="Activation">Its activation, <c>a_j</c>.</param>
/// <param name="Target">Its target, <c>y_j</c>.</param>
/// <param name="CostPart">Its part of the cost: <c>(a_j−y_j)²</c>, half of that, or <c>−y_j·ln a_j</c>. The parts add up to C₀.</param>
/// <param name="Change">The change that it wants, <c>−∂C/∂a_j</c>; null where it is infinite.</param>
/// <param name="SumChange">
/// The change that its weighted sum wants, <c>−∂C/∂z_j = −δ_j</c>. With softmax and cross-entropy only the right
/// output has a wish of its own; that the others must fall shows here, where it is <c>y_j − a_j</c>. With a cross-entropy
/// the wishes are ranked by this.
/// </param>
public sealed record DesiredChange(int Output, double Activation, double Target, double CostPart, double? Change, double SumChange)
{
    /// <summary>Each output's wish, the strongest first.</summary>
    internal static IReadOnlyList<DesiredChange> Of(Explainer explainer)
    {
        var output = explainer.At(explainer.Depth);
        return
        [
            .. Enumerable.Range(0, output.A.Length)
                .Select(j => new DesiredChange(
                    Output: j,
                    Activation: output.A[j],
                    Target: explainer.Target[j],
                    CostPart: PartOf(explainer, output, j),
                    Change: Explainer.Finite(0 - output.DCdA[j]),
                    SumChange: 0 - output.Delta[j]))
                .OrderByDescending(wish => Math.Abs(explainer.Cost.OutputActivation is null ? wish.Change ?? double.PositiveInfinity : wish.SumChange)),
        ];
    }

    private static double PartOf(Explainer explainer, LayerTrace<double> output, int j)
    {
        // Behind softmax a cost is computed from all sums z at once: with a target of y_j alone, that is this output's part.
        if (explainer.Cost.OutputActivation is not { IsElementwise: false })
            return explainer.Cost.Value<double>([output.Z[j]], [output.A[j]], [explainer.Target[j]]);
        double[] alone = new double[output.A.Length];
        alone[j] = explainer.Target[j];
        return explainer.Cost.Value<double>(output.Z, output.A, alone);
    }
}
