namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    /// <summary>The chain of factors from a weight or bias to the cost, beside measured nudges.</summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The weight's layer, from 1.</param>
    /// <param name="neuron">The neuron that it leads to, from 0.</param>
    /// <param name="input">The neuron of the layer before that it comes from, from 0; null for the bias.</param>
    public ChainOfFactors Chain(ExampleRef example, int layer, int neuron, int? input)
    {
        Layer(layer, neuron, input);
        return Judged(example).Chain(layer, neuron, input);
    }

    /// <summary>A network with one neuron a layer, forward, backward and nudged.</summary>
    public static OneNeuronChain OneNeuronChain(OneNeuronNetwork network) => ChainNudger.Run(network);

    /// <summary>From one quantity of a network with one neuron a layer to the cost, factor by factor, beside nudges of it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="neuron">The neuron, from 0.</param>
    /// <param name="symbol">What is nudged: w, b or a', which is what comes into the neuron.</param>
    public static NudgedChain NudgeChain(OneNeuronNetwork network, int neuron, string symbol) => ChainNudger.Nudge(network, neuron, symbol);

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
            ?? throw Refusal.Argument($"Layer {layer} has no equation '{equation}'.");
        if (term < 0 || term >= found.Terms.Count) throw Refusal.Argument($"{equation} has no term {term}; its terms are 0 to {found.Terms.Count - 1}.");
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

    /// <summary>
    /// Weights and biases drawn at random, to be checked; the layers take turns. Weights from inputs that are zero are left out, for
    /// their derivatives are zero whatever the rest may be.
    /// </summary>
    /// <param name="example">The example.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">What they are drawn by.</param>
    public IReadOnlyList<Parameter> DrawParameters(ExampleRef example, int count, int seed)
    {
        var explainer = Explainer(example);
        var rng = new Rng((ulong)seed);
        return [.. Enumerable.Range(0, count).Select(i => Draw(i % explainer.Depth + 1))];

        Parameter Draw(int layer)
        {
            double[] before = explainer.At(layer).Input;
            int?[] inputs = [null, .. Enumerable.Range(0, before.Length).Where(k => before[k] != 0).Select(k => (int?)k)];
            return new Parameter(layer, rng.NextInt(Layer(layer).Outputs), inputs[rng.NextInt(inputs.Length)]);
        }
    }

    /// <summary>Compares a person's own formula for a derivative with finite differences.</summary>
    /// <param name="formula">The formula, such as <c>a' · σ'(z) · 2(a−y)</c>.</param>
    /// <param name="of">By what it differentiates the cost: w, b, a', z or a.</param>
    /// <param name="cost">quadratic or half-quadratic.</param>
    /// <param name="activation">sigmoid, tanh or relu.</param>
    public static FormulaAnswer CheckFormula(string formula, string of, string cost, string activation)
    {
        try
        {
            return new FormulaAnswer(FormulaCheck.Run(formula, of, Nabla.Cost.Parse(cost), Activation.Parse(activation)), null);
        }
        catch (ExpressionException error)
        {
            return new FormulaAnswer(null, new FormulaProblem(error.Position, Said.Of(error)));
        }
    }

    private IEnumerable<Equation> AllEquations(ExampleRef example, int layer)
    {
        Layer(layer);
        return Equation.Of(Judged(example), layer);
    }
}
