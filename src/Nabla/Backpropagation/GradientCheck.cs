namespace Nabla;

/// <summary>
/// Backpropagation against finite differences: nudge one parameter, see how the cost of an example answers, and compare
/// with what the four equations say. In double precision, by the five-point central difference
/// <c>(C(θ−2h) − 8C(θ−h) + 8C(θ+h) − C(θ+2h)) / 12h</c>.
/// </summary>
public static class GradientCheck
{
    private const double Step = 1e-3;

    /// <summary>Compares the derivatives by every parameter.</summary>
    /// <param name="network">The network; it is not changed.</param>
    /// <param name="example">The example.</param>
    /// <param name="cost">The cost.</param>
    /// <exception cref="ArgumentException">The example does not fit the network, or the cost its output layer.</exception>
    public static GradientCheckResult Run(Network network, Example example, Cost cost)
    {
        Backpropagation.Check(network, example, cost);
        var reference = new ReferenceNetwork<double>(network);
        double[] input = Backpropagation.Convert<double>(example.Input);
        double[] y = Backpropagation.Convert<double>(example.Target);
        var trace = reference.Trace(input, y, cost);

        var worst = new GradientCheckResult { Parameters = network.ParameterCount };
        for (int l = 0; l < reference.Layers.Length; l++)
        {
            var layer = reference.Layers[l];
            for (int j = 0; j < layer.Biases.Length; j++)
            {
                for (int k = -1; k < layer.Weights.GetLength(1); k++)
                {
                    ref double parameter = ref k < 0 ? ref layer.Biases[j] : ref layer.Weights[j, k];
                    double measured = Slope(ref parameter, () => reference.CostOf(input, y, cost), () => Side(reference, input));
                    double computed = k < 0 ? trace.Layers[l].DCdB[j] : trace.Layers[l].DCdW[j, k];
                    double error = RelativeError(computed, measured);
                    if (error > worst.WorstRelativeError)
                        worst = worst with { WorstRelativeError = error, Layer = l, Neuron = j, Input = k < 0 ? null : k, Computed = computed, Measured = measured };
                }
            }
        }

        return worst;
    }

    /// <summary>
    /// <c>|x − y| / max(|x|, |y|, 10⁻⁴)</c>: below the floor two derivatives are compared absolutely, because a finite
    /// difference of numbers near 1 cannot resolve more than about 10⁻¹³.
    /// </summary>
    internal static double RelativeError(double x, double y) => Math.Abs(x - y) / Math.Max(1e-4, Math.Max(Math.Abs(x), Math.Abs(y)));

    private static double Slope(ref double parameter, Func<double> cost, Func<ulong> side)
    {
        double original = parameter;
        double slope = 0;

        // A rectifier has a kink. A nudge that carries a neuron over it measures neither slope, so the step shrinks
        // until every neuron stays on its side.
        for (double h = Step; h > 1e-7; h /= 8)
        {
            parameter = original;
            ulong home = side();
            bool sameSide = true;
            double[] values = new double[4];
            int[] steps = [-2, -1, 1, 2];
            for (int i = 0; i < steps.Length; i++)
            {
                parameter = original + steps[i] * h;
                values[i] = cost();
                sameSide &= side() == home;
            }

            slope = (values[0] - 8 * values[1] + 8 * values[2] - values[3]) / (12 * h);
            if (sameSide) break;
        }

        parameter = original;
        return slope;
    }

    // Which rectifiers are on, as a hash; 0 when there are none.
    private static ulong Side(ReferenceNetwork<double> network, double[] input)
    {
        if (Array.TrueForAll(network.Layers, layer => layer.Activation != Activation.Relu)) return 0;
        ulong hash = 1;
        double[] a = input;
        foreach (var layer in network.Layers)
        {
            double[] z = layer.WeightedSums(a);
            if (layer.Activation == Activation.Relu)
            {
                foreach (double sum in z) hash = hash * 0x9E3779B97F4A7C15 + (sum > 0 ? 1UL : 2UL);
            }

            a = layer.Activations(z);
        }

        return hash;
    }
}
