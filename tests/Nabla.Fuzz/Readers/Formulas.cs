using System.Text;

namespace Nabla.Fuzz;

/// <summary>Formulas: what is printed is read again as the same function, and the derivative is the slope that differences show.</summary>
internal sealed class Formulas() : Reader("formula", 20_000)
{
    private static readonly double[][] Points = [[0.3, -0.7], [1.7, 0.9], [-2.2, 3.1]];

    public override IReadOnlyList<byte[][]> Samples { get; } =
    [
        .. new[]
        {
            "x^4 - 3x^2 + x", "(1-x)^2 + 100(y-x^2)^2", "sin(x)cos(y)", "exp(-x^2 - y^2)", "√(x²+y²)",
            "2(a−y)".Replace('a', 'x'), "max(x, min(y, 0.5))", "σ'(x)·tanh(y)", "ln(abs(x)+1)/y", "x⁻¹⁻¹",
            "relu(x)step(y)", "½x²", "-x^-y", "2^3^x", "(((x)))", "e^x/π",
        }.Select(text => new[] { Encoding.UTF8.GetBytes(text) }),
    ];

    public override IReadOnlyList<string> Words { get; } =
    [
        "x", "y", "xy", "e", "pi", "π", "+", "-", "−", "*", "·", "/", "÷", "^", "**", "(", ")", "((((((((",
        "))))))))", "sin(", "cos(", "tan(", "exp(", "ln(", "log(", "√", "sqrt(", "abs(", "sign(", "tanh(", "σ(", "σ'(",
        "sigmoid(", "relu(", "step(", "max(", "min(", ",", "²", "⁻¹", "⁹⁹", "½", "1e308", "1e-3", ".", "0", "1", "2", "'", "--", "exy", "_", "（", "９",
    ];

    public override bool IsRefusal(Exception error) => error is ExpressionException;

    public override Action Read(byte[][] parts, string folder)
    {
        var formula = Expression.Parse(HostileText.Decode(parts[0]), "x", "y");
        return () =>
        {
            var again = Expression.Parse(formula.ToString(), "x", "y");
            foreach (double[] point in Points) Promise.That(Same(formula.Evaluate(point), again.Evaluate(point)), "the same function from what is printed");
            for (int variable = 0; variable < 2; variable++)
            {
                if (Derivative(formula, variable) is not { } slope) continue;
                foreach (double[] point in Points) CheckSlope(formula, slope, variable, point);
            }
        };
    }

    // One that would be larger than can be shown is refused, as it is documented.
    private static Expression? Derivative(Expression formula, int variable)
    {
        try
        {
            return formula.Derivative(variable);
        }
        catch (ExpressionException error)
        {
            Promise.That(Contract.ProblemOf(error.Message) is null, "one short line about a derivative that is too large");
            return null;
        }
    }

    private static bool Same(double x, double y) => x.Equals(y) || Math.Abs(x - y) <= 1e-12 * Math.Max(Math.Abs(x), Math.Abs(y));

    // Where differences of three widths, and of both sides, agree, the function is smooth there and they can judge.
    private static void CheckSlope(Expression formula, Expression slope, int variable, double[] point)
    {
        double[] differences =
        [
            .. from width in new[] { 1e-3, 5e-4, 2.5e-4 } from side in new[] { (-1, 1), (0, 1), (-1, 0) }
               select (At(side.Item2 * width) - At(side.Item1 * width)) / ((side.Item2 - side.Item1) * width),
        ];
        double difference = differences[6], size = Math.Max(1, Math.Abs(difference)), value = Math.Abs(At(0));
        if (!differences.All(double.IsFinite) || !(value < 1e6) || differences.Any(other => Math.Abs(other - difference) > 1e-2 * size)) return;
        double derivative = slope.Evaluate(point);

        // Where a factor of it overflows, as x^1024 does, it is infinite or none though the function is flat.
        Promise.That(!double.IsFinite(derivative) || Math.Abs(derivative - difference) <= 3e-2 * size, "a derivative that is the slope");

        double At(double along)
        {
            double[] moved = [.. point];
            moved[variable] += along;
            return formula.Evaluate(moved);
        }
    }
}
