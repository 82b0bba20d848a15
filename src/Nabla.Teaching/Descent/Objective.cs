using Nabla.Expressions;

namespace Nabla.Descent;

/// <summary>
/// A function of one or two variables to descend, with its gradient, and with where to start and what to show.
/// </summary>
public sealed class Objective
{
    private readonly Expression _value;
    private readonly Expression[] _gradient;
    private readonly Lazy<IReadOnlyList<MinimumPoint>> _minima;

    /// <summary>A function by its formula.</summary>
    /// <param name="formula">A formula of one or two variables; the gradient comes of it by the rules of calculus.</param>
    /// <exception cref="ArgumentException">It has no variable, or more than two.</exception>
    public Objective(Expression formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        if (formula.Variables.Count is not (1 or 2))
            throw Refusal.Argument($"'{formula}' has {formula.Variables.Count} variables; one or two can be descended.");
        _value = formula;
        _gradient = [.. Enumerable.Range(0, formula.Variables.Count).Select(formula.Derivative)];
        Name = formula.ToString();
        Low = [.. _gradient.Select(_ => -5.0)];
        High = [.. _gradient.Select(_ => 5.0)];
        Start = [.. _gradient.Select(_ => 1.0)];
        _minima = new Lazy<IReadOnlyList<MinimumPoint>>(() => MinimumSearch.Find(this));
    }

    private Objective(Objective other)
    {
        (_value, _gradient) = (other._value, other._gradient);
        (Name, Summary, Low, High, Start) = (other.Name, other.Summary, other.Low, other.High, other.Start);
        (LearningRate, MaxSteps, ClosedForms) = (other.LearningRate, other.MaxSteps, other.ClosedForms);
        _minima = new Lazy<IReadOnlyList<MinimumPoint>>(() => MinimumSearch.Find(this));
    }

    /// <summary>Its name, such as <c>double-well</c>; the formula where it has none.</summary>
    public string Name { get; init; }

    /// <summary>What can be seen on it.</summary>
    public Said? Summary { get; init; }

    /// <summary>The formula, as it was understood.</summary>
    public string Formula => _value.ToString();

    /// <summary>The names of the variables.</summary>
    public IReadOnlyList<string> Variables => _value.Variables;

    /// <summary>The formulas of the partial derivatives.</summary>
    public IReadOnlyList<string> GradientFormulas => [.. _gradient.Select(part => part.ToString())];

    /// <summary>Where the shown part begins, for each variable.</summary>
    public IReadOnlyList<double> Low { get; init; }

    /// <summary>Where the shown part ends, for each variable.</summary>
    public IReadOnlyList<double> High { get; init; }

    /// <summary>A start from which there is something to see.</summary>
    public IReadOnlyList<double> Start { get; init; }

    /// <summary>A learning rate that suits it; null where none was chosen.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Steps enough to arrive from <see cref="Start"/> with <see cref="LearningRate"/>.</summary>
    public int MaxSteps { get; init; } = new DescentOptions().MaxSteps;

    /// <summary>
    /// The minima in the shown part, the lowest first: those known in closed form, and those found by a search on a grid.
    /// </summary>
    public IReadOnlyList<MinimumPoint> Minima => _minima.Value;

    /// <summary>Minima known in closed form.</summary>
    internal IReadOnlyList<double[]> ClosedForms { get; init; } = [];

    /// <summary>The functions with a name.</summary>
    public static IReadOnlyList<Objective> All { get; } = NamedObjectives.All;

    /// <summary>Its value at a point.</summary>
    /// <param name="point">A value for each variable.</param>
    public double Value(params ReadOnlySpan<double> point) => _value.Evaluate(point);

    /// <summary>Its gradient at a point, <c>∇f = (∂f/∂x, ∂f/∂y)</c>.</summary>
    /// <param name="point">A value for each variable.</param>
    /// <param name="gradient">Takes the partial derivatives, one for each variable.</param>
    /// <exception cref="ArgumentException">One of them has another length.</exception>
    public void Gradient(ReadOnlySpan<double> point, Span<double> gradient)
    {
        if (gradient.Length != _gradient.Length) throw Refusal.Argument($"'{Formula}' has {_gradient.Length} partial derivatives; there is room for {gradient.Length}.");
        for (int i = 0; i < _gradient.Length; i++) gradient[i] = _gradient[i].Evaluate(point);
    }

    /// <summary>
    /// A learning rate that suits it at a point: half of <c>1/λ</c>, λ the curvature there, to one digit; 0.1 where it is flat.
    /// </summary>
    /// <param name="point">The point.</param>
    /// <exception cref="ArgumentException">It has another number of values than the function variables.</exception>
    public double SuitableLearningRate(IReadOnlyList<double> point)
    {
        _ = Value([.. point]);
        double rate = 0.5 / Curvature.At(this, [.. point]).Steepest;
        double digit = Math.Pow(10, Math.Floor(Math.Log10(rate)));
        return rate is > 1e-9 and < 1 ? Math.Round(Math.Max(1, Math.Floor(rate / digit)) * digit, 12) : 0.1;
    }

    /// <summary>The same function, with the shown part made wide enough for some points.</summary>
    /// <param name="points">The points.</param>
    public Objective Showing(IEnumerable<IReadOnlyList<double>> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        double[] low = [.. Low], high = [.. High];
        foreach (var point in points)
        {
            for (int i = 0; i < low.Length; i++)
            {
                double margin = (High[i] - Low[i]) / 10;
                if (point[i] < low[i]) low[i] = point[i] - margin;
                if (point[i] > high[i]) high[i] = point[i] + margin;
            }
        }

        return new Objective(this) { Low = low, High = high };
    }

    /// <summary>The same function, with another part of it shown.</summary>
    /// <param name="low">Where it begins, for every variable.</param>
    /// <param name="high">Where it ends.</param>
    /// <exception cref="ArgumentException">It does not end after it begins.</exception>
    public Objective Between(double low, double high) => low < high && double.IsFinite(high - low)
        ? new Objective(this) { Low = [.. Low.Select(_ => low)], High = [.. High.Select(_ => high)] }
        : throw Refusal.Argument($"The part from {low} to {high} cannot be shown; it must end after it begins.");

    /// <inheritdoc/>
    public override string ToString() => Name == Formula ? Name : $"{Name}: {Formula}";
}
