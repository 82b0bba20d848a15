using Nabla.Expressions;

namespace Nabla.Descent;

/// <summary>The functions that can be called by name, each with what is known of it.</summary>
internal static class NamedObjectives
{
    public static IReadOnlyList<Objective> All { get; } =
    [
        Make(
            "parabola", $"one valley: steps shrink as the slope does",
            "x^2", ["x"], 3, [2], 0.1, 1000, [0]),
        Make(
            "double-well", $"two valleys: where you start decides which you reach",
            "x^4 - 3x^2 + x", ["x"], 2.2, [2], 0.02, 1000, [RootOfDoubleWell(0)], [RootOfDoubleWell(2)]),
        Make(
            "waves", $"many valleys, one of them the deepest",
            "x^2/10 + 1 - cos(3x)", ["x"], 6, [4.5], 0.02, 1000, [0]),
        Make(
            "bowl", $"at (1, 1) the gradient is (3, 1): x matters three times as much as y",
            "½(3x^2 + y^2)", ["x", "y"], 2, [1, 1], 0.1, 1000, [0, 0]),
        Make(
            "ravine", $"steep across, flat along: steps go to and fro",
            "½x^2 + 10y^2", ["x", "y"], 4, [-3.5, 1], 0.09, 1000, [0, 0]),
        Make(
            "saddle", $"on the ridge y = 0 the slope leads to a saddle, not to a minimum",
            "x^2 - y^2 + ¼y^4", ["x", "y"], 2.5, [2, 0], 0.1, 1000, [0, Math.Sqrt(2)], [0, -Math.Sqrt(2)]),
        Make(
            "rosenbrock", $"a bent valley with a floor that is nearly flat",
            "(1 - x)^2 + 100(y - x^2)^2", ["x", "y"], 2, [-1.2, 1], 0.001, 50_000, [1, 1]),
        Make(
            "himmelblau", $"four minima, all as deep",
            "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", ["x", "y"], 5, [0, 0], 0.01, 1000, [3, 2]),
        Make(
            "rastrigin", $"a bowl full of pits, one of them the deepest",
            "20 + x^2 + y^2 - 10cos(2π x) - 10cos(2π y)", ["x", "y"], 3, [2.3, 1.7], 0.002, 1000, [0, 0]),
    ];

    // The roots of 4x³ − 6x + 1, by Viète's formula for three real roots.
    private static double RootOfDoubleWell(int k) =>
        Math.Sqrt(2) * Math.Cos(Math.Acos(-Math.Sqrt(2) / 4) / 3 - 2 * Math.PI * k / 3);

    private static Objective Make(
        string name, Said summary, string formula, string[] variables, double range, double[] start, double rate, int steps, params double[][] closedForms) =>
        new(Expression.Parse(formula, variables))
        {
            Name = name,
            Summary = summary,
            Low = [.. variables.Select(_ => -range)],
            High = [.. variables.Select(_ => range)],
            Start = start,
            LearningRate = rate,
            MaxSteps = steps,
            ClosedForms = closedForms,
        };
}
