namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    /// <summary>The chain of factors from a weight to the cost, beside measured nudges.</summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The weight's layer, from 1.</param>
    /// <param name="neuron">The neuron that it leads to, from 0.</param>
    /// <param name="input">The neuron of the layer before that it comes from, from 0.</param>
    public ChainOfFactors Chain(ExampleRef example, int layer, int neuron, int input) => throw new NotSupportedException();

    /// <summary>A network with one neuron a layer, forward, backward and nudged.</summary>
    public OneNeuronChain OneNeuronChain(OneNeuronNetwork network) => throw new NotSupportedException();

    /// <summary>
    /// The four equations of a layer with an example's numbers. A term of more than 2,000 numbers has no values here;
    /// those are in equationTerm.
    /// </summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The layer, from 1.</param>
    public IReadOnlyList<Equation> Equations(ExampleRef example, int layer) => throw new NotSupportedException();

    /// <summary>All numbers of a term, row by row; NaN where one is infinite.</summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="equation">The equation's name, BP1 to BP4.</param>
    /// <param name="term">The term's place in it, from 0.</param>
    public double[] EquationTerm(ExampleRef example, int layer, string equation, int term) => throw new NotSupportedException();

    /// <summary>Compares a derivative by backpropagation with one by finite differences.</summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="neuron">The neuron, from 0.</param>
    /// <param name="input">The neuron of the layer before, from 0; null for the bias.</param>
    public DerivativeCheck CheckDerivative(ExampleRef example, int layer, int neuron, int? input) => throw new NotSupportedException();

    /// <summary>Compares a person's own formula for a derivative with finite differences.</summary>
    /// <param name="formula">The formula, such as <c>a' · σ'(z) · 2(a−y)</c>.</param>
    /// <param name="of">By what it differentiates the cost: w, b, a', z or a.</param>
    /// <param name="cost">quadratic or half-quadratic.</param>
    /// <param name="activation">sigmoid, tanh or relu.</param>
    public FormulaCheck CheckFormula(string formula, string of, string cost, string activation) => throw new NotSupportedException();
}
