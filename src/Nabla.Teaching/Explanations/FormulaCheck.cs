using Nabla.Expressions;

namespace Nabla.Explanations;

/// <summary>
/// A person's own formula for a derivative of one neuron, compared with finite differences (C31). The neuron is
/// <c>z = w·a' + b</c>, <c>a = σ(z)</c>, and its cost <c>(a−y)²</c> or half of that.
/// </summary>
/// <remarks>
/// Only the neuron and its cost are run forward, at 200 points; no derivative of ours takes part. A derivative by z or a
/// takes that for the variable: <c>∂C/∂z</c> is of <c>C = (σ(z)−y)²</c>, <c>∂C/∂a</c> of <c>C = (a−y)²</c>.
/// </remarks>
public sealed record FormulaCheck
{
    private const double Step = 1e-3;
    private const double Tolerance = 1e-6;

    // Below these a derivative is compared absolutely: to agree, and to be the point that is shown.
    private const double Floor = 1e-3;
    private const double ShownFloor = 0.05;

    /// <summary>The symbols that a formula may use, besides σ(z), σ′(z) and all that <see cref="Expression"/> knows.</summary>
    public static IReadOnlyList<string> Symbols { get; } = ["w", "b", "a'", "z", "a", "y"];

    /// <summary>The symbols by which can be differentiated.</summary>
    public static IReadOnlyList<string> Variables { get; } = ["w", "b", "a'", "z", "a"];

    /// <summary>The activations that σ may stand for: those that formulas know by name.</summary>
    public static IReadOnlyList<Activation> Activations { get; } = [.. Nabla.Activation.All.Where(known => Function.Find(known.Name) is not null)];

    /// <summary>The formula, as it was understood.</summary>
    public required string Formula { get; init; }

    /// <summary>The symbol by which it differentiates the cost.</summary>
    public required string Of { get; init; }

    /// <summary>The name of the cost.</summary>
    public required string Cost { get; init; }

    /// <summary>The name of the activation function σ.</summary>
    public required string Activation { get; init; }

    /// <summary>The derivative as the notes have it.</summary>
    public required string Right { get; init; }

    /// <summary>Number of points compared.</summary>
    public required int Points { get; init; }

    /// <summary>Whether the formula agrees everywhere.</summary>
    public required bool Holds { get; init; }

    /// <summary>Where it does not hold: the factor by which it is off, where that is the same everywhere; otherwise null.</summary>
    public required double? Factor { get; init; }

    /// <summary>Where one symbol stands in place of another and that is all that is wrong: which; otherwise null.</summary>
    public required FormulaSlip? Slip { get; init; }

    /// <summary>The largest relative error; null where the formula has no value at some point.</summary>
    public required double? WorstRelativeError { get; init; }

    /// <summary>The point where it fails worst.</summary>
    public required FormulaPoint Worst { get; init; }

    /// <summary>Checks a formula.</summary>
    /// <param name="formula">The formula, such as <c>a' · σ'(z) · 2(a−y)</c> or, the same, <c>a^(L-1) σ'(z^(L)) 2(a^(L)−y)</c>.</param>
    /// <param name="of">By what it differentiates, one of <see cref="Variables"/>.</param>
    /// <param name="cost"><see cref="Nabla.Cost.Quadratic"/> or <see cref="Nabla.Cost.HalfQuadratic"/>.</param>
    /// <param name="activation">What σ stands for: sigmoid, tanh or relu.</param>
    /// <exception cref="ExpressionException">It is not a formula, or has a name that is not known.</exception>
    /// <exception cref="ArgumentException">The variable, the cost or the activation is another.</exception>
    public static FormulaCheck Run(string formula, string of, Cost cost, Activation activation)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(cost);
        if (!Variables.Contains(of)) throw Refusal.Argument($"There is no '∂C/∂{Printable.Name(of)}'. Known: {Said.Names([.. Variables])}.");
        if (cost.OutputActivation is not null) throw Refusal.Argument($"The cost is quadratic or half-quadratic, not {cost}.");
        var neuron = new FormulaNeuron(activation, cost);
        var expression = neuron.Read(formula);

        FormulaPoint[] points = Compare(neuron, expression, of);
        bool defined = points.All(point => point.Value is not null);
        double worst = points.Max(point => Error(point, 1, Floor));
        var pivot = points.MaxBy(point => Math.Abs(point.Measured))!;
        double factor = (pivot.Value ?? 0) / pivot.Measured;
        bool holds = worst <= Tolerance;
        double? constant = !holds && factor != 0 && points.All(point => Error(point, factor, Floor * Math.Abs(factor)) <= Tolerance) ? factor : null;
        return new FormulaCheck
        {
            Formula = expression.ToString(),
            Of = of,
            Cost = cost.Name,
            Activation = activation.Name,
            Right = RightFor(of, cost),
            Points = points.Length,
            Holds = holds,
            Factor = constant,
            Slip = holds || constant is not null ? null
                : FormulaSlip.In(expression, other => Compare(neuron, other, of).All(point => Error(point, 1, Floor) <= Tolerance)),
            WorstRelativeError = defined ? worst : null,
            Worst = points.MaxBy(point => Error(point, 1, ShownFloor))!,
        };
    }

    private static FormulaPoint[] Compare(FormulaNeuron neuron, Expression expression, string of) =>
        [.. Enumerable.Range(0, 200).Select(i => neuron.Compare(expression, of, (ulong)i, Step))];

    private static double Error(FormulaPoint point, double factor, double floor)
    {
        if (point.Value is not { } value) return double.PositiveInfinity;
        double right = factor * point.Measured;
        return Math.Abs(value - right) / Math.Max(floor, Math.Max(Math.Abs(value), Math.Abs(right)));
    }

    private static string RightFor(string of, Cost cost)
    {
        string alone = cost.DerivativeFormula, last = alone.EndsWith(')') ? alone : $"({alone})";
        return of switch
        {
            "w" => $"a' · σ′(z) · {last}",
            "a'" => $"w · σ′(z) · {last}",
            "a" => alone,
            _ => $"σ′(z) · {last}",
        };
    }
}

/// <summary>A point at which a formula was compared.</summary>
/// <param name="W">The weight.</param>
/// <param name="B">The bias.</param>
/// <param name="Previous">The activation before, a'.</param>
/// <param name="Z"><c>w·a' + b</c>.</param>
/// <param name="A"><c>σ(z)</c>.</param>
/// <param name="Y">The target.</param>
/// <param name="Value">What the formula gives; null where it has no value.</param>
/// <param name="Measured">The derivative, by finite differences.</param>
public sealed record FormulaPoint(double W, double B, double Previous, double Z, double A, double Y, double? Value, double Measured);
