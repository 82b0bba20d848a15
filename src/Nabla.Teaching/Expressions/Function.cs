using static Nabla.Expressions.Simplified;

namespace Nabla.Expressions;

/// <summary>A function of one number, beside its derivative.</summary>
/// <param name="Names">Its names; it is printed by the first.</param>
/// <param name="Value">Its value.</param>
/// <param name="Slope">Its derivative at a formula.</param>
internal sealed record Function(string[] Names, Func<double, double> Value, Func<Node, Node> Slope)
{
    private static readonly NumberNode One = new(1);
    private static readonly NumberNode Two = new(2);

    public static IReadOnlyList<Function> All { get; } =
    [
        new(["sin"], Math.Sin, u => Call("cos", u)),
        new(["cos"], Math.Cos, u => Negate(Call("sin", u))),
        new(["tan"], Math.Tan, u => Add(One, Raise(Call("tan", u), Two))),
        new(["exp"], Math.Exp, u => Call("exp", u)),
        new(["ln", "log"], Math.Log, u => Divide(One, u)),
        new(["√", "sqrt"], Math.Sqrt, u => Divide(One, Multiply(Two, Call("√", u)))),
        new(["abs"], Math.Abs, u => Call("sign", u)),
        new(["sign"], u => u > 0 ? 1 : u < 0 ? -1 : u, _ => new NumberNode(0)),
        new(["tanh"], Math.Tanh, u => Subtract(One, Raise(Call("tanh", u), Two))),
        new(["σ", "sigma", "sigmoid"], Squash, u => Call("σ'", u)),
        new(["σ'", "sigma'", "sigmoid'"], u => Squash(u) * Squash(-u), u => Multiply(Call("σ'", u), Subtract(One, Multiply(Two, Call("σ", u))))),
        new(["relu"], u => Math.Max(0, u), u => Call("step", u)),
        new(["step"], u => u > 0 ? 1 : u <= 0 ? 0 : u, _ => new NumberNode(0)),
    ];

    /// <summary>The function of that name, or null.</summary>
    public static Function? Find(string name) => All.FirstOrDefault(function => function.Names.Contains(name));

    // 1−σ(z) is σ(−z): the difference would lose every digit where the curve is flat.
    private static double Squash(double z) => 1 / (1 + Math.Exp(-z));
}
