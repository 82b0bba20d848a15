namespace Nabla.Explanations;

/// <summary>
/// A network with one neuron a layer (C24; 3Blue1Brown, <i>Backpropagation calculus</i>), in which every derivative is one
/// chain of factors: <c>z = w·a' + b</c>, <c>a = σ(z)</c>, <c>C₀ = (a−y)²</c> or another cost of the last activation.
/// </summary>
public sealed record OneNeuronChain
{
    /// <summary>The input of the first neuron.</summary>
    public required double Input { get; init; }

    /// <summary>The target y.</summary>
    public required double Target { get; init; }

    /// <summary>The cost, <c>C₀</c>.</summary>
    public required double Cost { get; init; }

    /// <summary>The neurons, from the input to the output.</summary>
    public required IReadOnlyList<ChainLink> Links { get; init; }

    /// <summary>The last neuron's weight, bias and input, each nudged by itself and the cost run forward again.</summary>
    public IReadOnlyList<ChainNudge> Nudges { get; init; } = [];

    /// <summary>Runs the chain forward and backward.</summary>
    /// <param name="input">The input of the first neuron.</param>
    /// <param name="target">The target y.</param>
    /// <param name="cost">The cost: a quadratic one, or with sigmoid <see cref="Nabla.Cost.BinaryCrossEntropy"/>.</param>
    /// <param name="activation">The activation σ of every neuron; not softmax.</param>
    /// <param name="neurons">Weight and bias of each neuron, at least one.</param>
    /// <exception cref="ArgumentException">
    /// There is no neuron, the cost or the activation is another, or a cross-entropy's target is not from 0 to 1.
    /// </exception>
    public static OneNeuronChain Run(
        double input, double target, Cost cost, Activation activation, params IReadOnlyList<(double Weight, double Bias)> neurons)
    {
        ArgumentNullException.ThrowIfNull(cost);
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentNullException.ThrowIfNull(neurons);
        if (neurons.Count == 0) throw Refusal.Argument($"A chain needs at least one neuron.");
        if (activation is not ElementwiseActivation sigma) throw Refusal.Argument($"A single neuron cannot be {activation}.");
        if (cost.Misfit(activation) is { } misfit) throw Refusal.Argument(misfit);
        if (cost.OutputActivation is not null && target is not (>= 0 and <= 1))
            throw Refusal.Argument($"The target of the cost {cost} is from 0 to 1, not {target}.");

        var links = new ChainLink[neurons.Count];
        double a = input;
        for (int l = 0; l < links.Length; l++)
        {
            var (w, b) = neurons[l];
            double z = w * a + b;
            links[l] = new ChainLink { Weight = w, Bias = b, Previous = a, Z = z, A = sigma.Value(z), DAdZ = sigma.Slope(z) };
            a = links[l].A;
        }

        double dCda = cost.Derivative(a, target);
        for (int l = links.Length - 1; l >= 0; l--)
        {
            links[l] = links[l] with { DCdA = dCda };
            dCda = links[l].DCdPrevious;
        }

        double value = cost.Value<double>([links[^1].Z], [a], [target]);
        return new OneNeuronChain { Input = input, Target = target, Cost = value, Links = links, Nudges = [.. Measure()] };

        IEnumerable<ChainNudge> Measure()
        {
            var last = links[^1];
            foreach (double h in Explainer.NudgeSizes)
            {
                yield return Nudge("w", h, last.DCdW, (last.Weight + h) * last.Previous + last.Bias);
                yield return Nudge("b", h, last.DCdB, last.Weight * last.Previous + last.Bias + h);
                yield return Nudge("a'", h, last.DCdPrevious, last.Weight * (last.Previous + h) + last.Bias);
            }

            ChainNudge Nudge(string symbol, double size, double derivative, double z)
            {
                double nudged = sigma.Value(z), change = cost.Value<double>([z], [nudged], [target]) - value;
                return new ChainNudge(symbol, derivative, new MeasuredNudge(size, z - last.Z, nudged - last.A, change, change / size));
            }
        }
    }
}

/// <summary>A nudge of one of the last neuron's quantities, beside the derivative that it should show.</summary>
/// <param name="Symbol">What was nudged: <c>w</c>, <c>b</c> or <c>a'</c>.</param>
/// <param name="Derivative">The derivative of the cost by it.</param>
/// <param name="Measured">What the nudge did.</param>
public sealed record ChainNudge(string Symbol, double Derivative, MeasuredNudge Measured);

/// <summary>One neuron of a chain, with every factor and derivative.</summary>
public sealed record ChainLink
{
    /// <summary>w.</summary>
    public required double Weight { get; init; }

    /// <summary>b.</summary>
    public required double Bias { get; init; }

    /// <summary>The activation before, a'.</summary>
    public required double Previous { get; init; }

    /// <summary><c>z = w·a' + b</c>.</summary>
    public required double Z { get; init; }

    /// <summary><c>a = σ(z)</c>.</summary>
    public required double A { get; init; }

    /// <summary><c>∂z/∂w = a'</c>; for the bias this factor is 1, for the activation before it is w.</summary>
    public double DZdW => Previous;

    /// <summary><c>∂a/∂z = σ′(z)</c>.</summary>
    public required double DAdZ { get; init; }

    /// <summary><c>∂C/∂a</c>: the cost's own derivative at the end of the chain, before it the next link's <see cref="DCdPrevious"/>.</summary>
    public double DCdA { get; init; }

    /// <summary><c>∂C/∂w = a' · σ′(z) · ∂C/∂a</c>.</summary>
    public double DCdW => DZdW * DAdZ * DCdA;

    /// <summary><c>∂C/∂b = σ′(z) · ∂C/∂a</c>.</summary>
    public double DCdB => DAdZ * DCdA;

    /// <summary><c>∂C/∂a' = w · σ′(z) · ∂C/∂a</c>.</summary>
    public double DCdPrevious => Weight * DAdZ * DCdA;
}
