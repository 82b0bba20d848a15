namespace Nabla.Explanations;

/// <summary>
/// A step of size ε along the avenues of a neuron, taken: everything nudged by <c>−ε·∂C/∂θ</c>, the network run forward
/// again, and the change of the cost beside what the derivatives promise, <c>−ε·Σ(∂C/∂θ)²</c>.
/// </summary>
/// <param name="Size">ε.</param>
/// <param name="Promised">The change to first order.</param>
/// <param name="Measured">The change.</param>
/// <param name="Bias">The change with the bias nudged alone.</param>
/// <param name="Weights">The change with the weights nudged alone.</param>
/// <param name="Activations">The change with the activations nudged alone, as this neuron sees them.</param>
/// <param name="PromisedBias">The part of the promise that is the bias's.</param>
/// <param name="PromisedWeights">The weights' part of it.</param>
/// <param name="PromisedActivations">The activations' part of it.</param>
public sealed record AvenueStep(
    double Size, double Promised, double Measured, double Bias, double Weights, double Activations,
    double PromisedBias, double PromisedWeights, double PromisedActivations)
{
    internal static AvenueStep Take(Explainer explainer, int l, int j, double[] w, double size)
    {
        double[] a = explainer.At(l).Input;
        double bias = explainer.LayerOf(l).Biases[j], delta = explainer.At(l).Delta[j], step = size * delta;
        double ofBias = -step * delta, ofWeights = ofBias * a.Sum(x => x * x), ofActivations = ofBias * w.Sum(x => x * x);
        return new(size, ofBias + ofWeights + ofActivations, Change(step, step, step),
            Change(step, 0, 0), Change(0, step, 0), Change(0, 0, step), ofBias, ofWeights, ofActivations);

        double Change(double b, double ofW, double ofA)
        {
            double z = bias - b;
            for (int k = 0; k < a.Length; k++) z += (w[k] - ofW * a[k]) * (a[k] - ofA * w[k]);
            return explainer.CostChange(l, j, z);
        }
    }
}
