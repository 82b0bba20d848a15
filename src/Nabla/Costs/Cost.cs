using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Nabla;

/// <summary>
/// The cost of one example, <c>C₀</c>: how far the outputs <c>a</c> are from the target <c>y</c>, beside its derivative.
/// The cost of a set is the mean over its examples.
/// </summary>
public abstract class Cost
{
    private protected Cost(string name, string formula, string part, string derivative, Activation? output = null) =>
        (Name, Formula, PartFormula, DerivativeFormula, OutputActivation) = (name, formula, part, derivative, output);

    /// <summary>The lectures' quadratic cost, <c>C₀ = Σ(a−y)²</c>, with <c>∂C₀/∂a = 2(a−y)</c>.</summary>
    public static Cost Quadratic { get; } = new QuadraticCost();

    /// <summary>The quadratic cost of Nielsen's book, <c>C₀ = ½Σ(a−y)²</c>, with <c>∂C₀/∂a = a−y</c>.</summary>
    public static Cost HalfQuadratic { get; } = new HalfQuadraticCost();

    /// <summary>Cross-entropy of a distribution, <c>C₀ = −Σ y·ln a</c>; for softmax outputs.</summary>
    public static Cost CrossEntropy { get; } = new CrossEntropyCost();

    /// <summary>
    /// Cross-entropy of each output by itself, <c>C₀ = −Σ[y·ln a + (1−y)·ln(1−a)]</c>, as in Nielsen's book; for sigmoid
    /// outputs.
    /// </summary>
    public static Cost BinaryCrossEntropy { get; } = new BinaryCrossEntropyCost();

    /// <summary>Every cost there is.</summary>
    public static IReadOnlyList<Cost> All { get; } = [Quadratic, HalfQuadratic, CrossEntropy, BinaryCrossEntropy];

    /// <summary>Its name in files and on the command line.</summary>
    public string Name { get; }

    /// <summary>Its formula, to show.</summary>
    public string Formula { get; }

    /// <summary>
    /// The one activation that the output layer must have, or null where any will do. With it the error of the output
    /// layer is simply <c>δ = a − y</c>, and the cost is computed from <c>z</c>, without overflow for any logit.
    /// </summary>
    public Activation? OutputActivation { get; }

    /// <summary>One output's part of it, to show.</summary>
    public string PartFormula { get; }

    /// <summary>The derivative of a part, <c>∂C₀/∂a</c>, to show.</summary>
    public string DerivativeFormula { get; }

    /// <summary>The cost of that name.</summary>
    /// <param name="name">For example <c>quadratic</c>; upper and lower case are alike.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Cost Parse(string name) => TryParse(name, out var cost)
        ? cost
        : throw Refusal.Argument($"There is no cost '{Printable.Name(name)}'. Known: {Said.Names([.. All.Select(known => known.Name)])}.");

    /// <summary>Finds the cost of a name, if there is one.</summary>
    /// <param name="name">The name; upper and lower case are alike.</param>
    /// <param name="cost">What was found.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? name, [NotNullWhen(true)] out Cost? cost) =>
        (cost = All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) is not null;

    /// <summary>The cost that outputs are judged by where none was chosen: cross-entropy behind softmax, else the lectures' quadratic one.</summary>
    /// <param name="output">The activation of the output layer.</param>
    public static Cost UsualFor(Activation output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.IsElementwise ? Quadratic : CrossEntropy;
    }

    /// <summary>The cost of one example, <c>C₀</c>.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="z">The weighted sums of the output layer.</param>
    /// <param name="a">Its activations.</param>
    /// <param name="y">The target.</param>
    public abstract T Value<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> a, ReadOnlySpan<T> y)
        where T : IFloatingPointIeee754<T>;

    /// <summary>Its derivative by one output, <c>∂C₀/∂a_j</c>.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="a">The output.</param>
    /// <param name="y">Its target.</param>
    public abstract T Derivative<T>(T a, T y)
        where T : IFloatingPointIeee754<T>;

    /// <summary>Says why this cost cannot be used with an output layer, or null where it can.</summary>
    /// <param name="output">The activation of the output layer.</param>
    public Said? Misfit(Activation output) => OutputActivation is null || OutputActivation == output
        ? null
        : (Said)$"The cost {Name} needs {OutputActivation} outputs, not {output}; use it with {OutputActivation}, or choose the cost {Alternative(output)}.";

    /// <summary>One output's part of the cost, from the output itself.</summary>
    /// <param name="a">The output.</param>
    /// <param name="y">Its target.</param>
    internal abstract double Part(double a, double y);

    /// <summary>One output's part with numbers in it, in TeX; empty where its target leaves nothing of it.</summary>
    /// <param name="a">The output.</param>
    /// <param name="y">Its target.</param>
    internal abstract string PartTex(double a, double y);

    /// <summary>Which targets it is for, where numbers are given that it is not for; null where all is well.</summary>
    /// <param name="data">Examples whose targets are numbers.</param>
    internal virtual Said? MisfitOfTargets(Dataset data) => null;

    /// <inheritdoc/>
    public override string ToString() => Name;

    private protected static string Tex(double x, int decimals) =>
        double.IsFinite(x) ? x.ToString($"F{decimals}", CultureInfo.InvariantCulture) : x > 0 ? "\\infty" : x < 0 ? "-\\infty" : "?";

    private protected static string SquareTex(double a, double y) => $"({Tex(a, 2)}-{Tex(y, 0)})^2";

    private static Cost Alternative(Activation output) =>
        All.FirstOrDefault(cost => cost.OutputActivation == output) ?? Quadratic;
}
