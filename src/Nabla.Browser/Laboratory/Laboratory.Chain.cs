namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    /// <summary>The chain of factors from a weight to the cost, beside measured nudges.</summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The weight's layer, from 1.</param>
    /// <param name="neuron">The neuron that it leads to, from 0.</param>
    /// <param name="input">The neuron of the layer before that it comes from, from 0.</param>
    public ChainOfFactors Chain(ExampleRef example, int layer, int neuron, int input)
    {
        Layer(layer, neuron, input);
        return Judged(example).Chain(layer, neuron, input);
    }

    /// <summary>A network with one neuron a layer, forward, backward and nudged.</summary>
    public static OneNeuronChain OneNeuronChain(OneNeuronNetwork network)
    {
        if (network.Weights.Count != network.Biases.Count)
            throw new ArgumentException($"Each neuron has a weight and a bias; there are {network.Weights.Count} weights and {network.Biases.Count} biases.");
        return Nabla.OneNeuronChain.Run(
            network.Input, network.Target, Nabla.Cost.Parse(network.Cost), Activation.Parse(network.Activation),
            [.. network.Weights.Zip(network.Biases)]);
    }

    /// <summary>
    /// The four equations of a layer with an example's numbers. A term of more than 2,000 numbers has no values here;
    /// those are in equationTerm.
    /// </summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The layer, from 1.</param>
    public IReadOnlyList<Equation> Equations(ExampleRef example, int layer) =>
    [
        .. AllEquations(example, layer).Select(equation => equation with
        {
            Terms = [.. equation.Terms.Select(term => term.Rows * term.Columns <= MostNumbers ? term : term with { Values = [] })],
        }),
    ];

    /// <summary>All numbers of a term, row by row; NaN where one is infinite.</summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="equation">The equation's name, BP1 to BP4.</param>
    /// <param name="term">The term's place in it, from 0.</param>
    public double[] EquationTerm(ExampleRef example, int layer, string equation, int term)
    {
        var found = AllEquations(example, layer).FirstOrDefault(e => e.Name == equation)
            ?? throw new ArgumentException($"Layer {layer} has no equation '{equation}'.");
        if (term < 0 || term >= found.Terms.Count) throw new ArgumentException($"{equation} has no term {term}; its terms are 0 to {found.Terms.Count - 1}.");
        return [.. found.Terms[term].Values.SelectMany(row => row).Select(value => value ?? double.NaN)];
    }

    /// <summary>Compares a derivative by backpropagation with one by finite differences.</summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="neuron">The neuron, from 0.</param>
    /// <param name="input">The neuron of the layer before, from 0; null for the bias.</param>
    public DerivativeCheck CheckDerivative(ExampleRef example, int layer, int neuron, int? input)
    {
        Layer(layer, neuron, input);
        var explainer = Judged(example);
        var parameter = new Parameter(layer, neuron, input);
        double computed = input is { } k ? explainer.At(layer).DCdW[neuron, k] : explainer.At(layer).DCdB[neuron];
        double measured = GradientCheck.Measure(explainer.Reference, explainer.At(1).Input, explainer.Target, Run.Cost, parameter);
        double error = GradientCheck.RelativeError(computed, measured);
        return new DerivativeCheck(
            parameter, parameter.In(Now.Network), computed, measured, error, GradientCheck.UsualTolerance, error <= GradientCheck.UsualTolerance);
    }

    /// <summary>Compares a person's own formula for a derivative with finite differences.</summary>
    /// <param name="formula">The formula, such as <c>a' · σ'(z) · 2(a−y)</c>.</param>
    /// <param name="of">By what it differentiates the cost: w, b, a', z or a.</param>
    /// <param name="cost">quadratic or half-quadratic.</param>
    /// <param name="activation">sigmoid, tanh or relu.</param>
    public static FormulaCheck CheckFormula(string formula, string of, string cost, string activation) =>
        FormulaCheck.Run(formula, of, Nabla.Cost.Parse(cost), Activation.Parse(activation));

    private IEnumerable<Equation> AllEquations(ExampleRef example, int layer)
    {
        Layer(layer);
        return Judged(example).Equations().Where(equation => equation.Layer == layer);
    }
}
