namespace Nabla;

/// <summary>
/// Backpropagation against finite differences: nudge one parameter, see how the cost answers, and compare with what the
/// four equations say. In double precision, by the five-point central difference
/// <c>(C(θ−2h) − 8C(θ−h) + 8C(θ+h) − C(θ+2h)) / 12h</c>.
/// </summary>
public static class GradientCheck
{
    /// <summary>The largest relative difference that counts as agreement, unless another is given.</summary>
    public const double UsualTolerance = 1e-6;

    /// <summary>Derivatives below it are compared absolutely.</summary>
    private const double Floor = 1e-4;

    private const double Step = 1e-3;

    /// <summary>Compares the derivatives of one example's cost by every parameter.</summary>
    /// <param name="network">The network; it is not changed.</param>
    /// <param name="example">The example.</param>
    /// <param name="cost">The cost.</param>
    /// <exception cref="ArgumentException">The example does not fit the network, or the cost its output layer.</exception>
    public static GradientCheckResult Run(Network network, Example example, Cost cost) => Run(network, [example], cost);

    /// <summary>Compares the derivatives of the mean cost of examples by every parameter.</summary>
    /// <param name="network">The network; it is not changed.</param>
    /// <param name="examples">The examples, at least one.</param>
    /// <param name="cost">The cost.</param>
    /// <param name="tolerance">The largest relative difference that counts as agreement.</param>
    /// <param name="cancellation">Stops between two neurons.</param>
    /// <exception cref="ArgumentException">There is no example, one does not fit the network, or the cost its output layer.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static GradientCheckResult Run(
        Network network, IReadOnlyCollection<Example> examples, Cost cost, double tolerance = UsualTolerance, CancellationToken cancellation = default)
    {
        var computed = Backpropagation.Gradient<double>(network, examples, cost);
        var measured = new Gradient<double>(network);
        var reference = new ReferenceNetwork<double>(network);
        foreach (var example in examples) Measure(reference, example, cost, measured, cancellation);
        measured.Divide(examples.Count);

        var worst = new GradientCheckResult
        {
            Parameters = network.ParameterCount,
            Examples = examples.Count,
            Tolerance = tolerance,
            WorstRelativeError = -1,
        };
        var layers = network.Layers.Select((layer, l) => new LayerCheck(l + 1, layer.ParameterCount, 0, 0)).ToArray();
        foreach (var parameter in Parameter.All(network))
        {
            double said = computed[parameter], seen = measured[parameter], error = RelativeError(said, seen);
            ref var layer = ref layers[parameter.Layer - 1];
            layer = layer with
            {
                WorstRelativeError = Math.Max(layer.WorstRelativeError, error),
                LargestDerivative = Math.Max(layer.LargestDerivative, Math.Abs(said)),
            };
            if (error > worst.WorstRelativeError)
                worst = worst with { WorstRelativeError = error, Worst = parameter, Computed = said, Measured = seen };
        }

        return worst with { Layers = [.. layers.Select(layer => layer with { ChecksNothing = layer.LargestDerivative <= tolerance * Floor })] };
    }

    /// <summary>One derivative of an example's cost, measured.</summary>
    internal static double Measure(ReferenceNetwork<double> network, double[] input, double[] y, Cost cost, Parameter parameter)
    {
        int l = parameter.Layer - 1, j = parameter.Neuron;
        double[] a = network.Layers.Take(l).Aggregate(input, (a, layer) => layer.Activations(layer.WeightedSums(a)));
        var own = network.Layers[l];
        double[] z = own.WeightedSums(a);
        return Slope(ref parameter.Input is { } k ? ref own.Weights[j, k] : ref own.Biases[j], () =>
        {
            z[j] = own.WeightedSum(j, a);
            return Forward(network, l, z, y, cost);
        });
    }

    /// <summary>
    /// <c>|x − y| / max(|x|, |y|, 10⁻⁴)</c>: below the floor two derivatives are compared absolutely, because a finite
    /// difference of numbers near 1 cannot resolve more than about 10⁻¹³. What is not a number agrees with nothing.
    /// </summary>
    internal static double RelativeError(double x, double y)
    {
        double error = Math.Abs(x - y) / Math.Max(Floor, Math.Max(Math.Abs(x), Math.Abs(y)));
        return double.IsNaN(error) ? double.PositiveInfinity : error;
    }

    private static void Measure(
        ReferenceNetwork<double> network, Example example, Cost cost, Gradient<double> sum, CancellationToken cancellation)
    {
        double[] y = network.Target(example), a = Backpropagation.Convert<double>(example.Input);
        for (int l = 0; l < network.Layers.Length; l++)
        {
            var layer = network.Layers[l];
            double[] input = a, z = layer.WeightedSums(a);
            for (int j = 0; j < z.Length; j++)
            {
                cancellation.ThrowIfCancellationRequested();
                double home = z[j];
                sum.Biases[l][j] += Slope(ref layer.Biases[j], () => Nudged(j));
                for (int k = 0; k < input.Length; k++) sum.Weights[l][j, k] += Slope(ref layer.Weights[j, k], () => Nudged(j));
                z[j] = home;
            }

            a = layer.Activations(z);

            // A nudged parameter of neuron j changes its own z_j and what comes after, nothing before or beside it.
            (double Cost, ulong Side) Nudged(int j)
            {
                z[j] = layer.WeightedSum(j, input);
                return Forward(network, l, z, y, cost);
            }
        }
    }

    private static double Slope(ref double parameter, Func<(double Cost, ulong Side)> forward)
    {
        double original = parameter;
        ulong home = forward().Side;
        double slope = 0;
        Span<double> values = stackalloc double[4];
        ReadOnlySpan<int> steps = [-2, -1, 1, 2];

        // A nudge that carries a neuron over a kink measures neither slope, so the step shrinks until every neuron stays
        // on its side.
        for (double h = Step; h > 1e-7; h /= 8)
        {
            bool sameSide = true;
            for (int i = 0; i < steps.Length; i++)
            {
                parameter = original + steps[i] * h;
                (values[i], ulong side) = forward();
                sameSide &= side == home;
            }

            slope = (values[0] - 8 * values[1] + 8 * values[2] - values[3]) / (12 * h);
            if (sameSide) break;
        }

        parameter = original;
        return slope;
    }

    // The cost from one layer's weighted sums on, and on which side of its kinks each neuron is, as a hash.
    private static (double Cost, ulong Side) Forward(ReferenceNetwork<double> network, int l, double[] z, double[] y, Cost cost)
    {
        ulong side = 1;
        while (true)
        {
            var layer = network.Layers[l];
            foreach (double kink in layer.Activation.Kinks)
            {
                foreach (double sum in z) side = side * 0x9E3779B97F4A7C15 + (sum > kink ? 1UL : 2UL);
            }

            double[] a = layer.Activations(z);
            if (++l == network.Layers.Length) return (cost.Value<double>(z, a, y), side);
            z = network.Layers[l].WeightedSums(a);
        }
    }
}
