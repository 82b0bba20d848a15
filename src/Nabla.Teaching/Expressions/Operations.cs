using System.Text;
using static Nabla.Expressions.Simplified;

namespace Nabla.Expressions;

/// <summary>An operation on two numbers.</summary>
internal abstract record PairNode(Node Left, Node Right) : Node
{
    public override int Parts { get; } = 1 + Left.Parts + Right.Parts;

    public override bool DependsOn(int variable) => Left.DependsOn(variable) || Right.DependsOn(variable);
}

/// <summary><c>(u + v)′ = u′ + v′</c>.</summary>
internal sealed record SumNode(Node Left, Node Right) : PairNode(Left, Right)
{
    protected override Binding Strength => Binding.Sum;

    public override double Value(ReadOnlySpan<double> values) => Left.Value(values) + Right.Value(values);

    protected override Node Slope(int variable) => Add(Left.Derivative(variable), Right.Derivative(variable));

    protected override void Print(StringBuilder text) => Print(text, Left, Binding.Sum, " + ", Right, Binding.Product);
}

/// <summary><c>(u − v)′ = u′ − v′</c>.</summary>
internal sealed record DifferenceNode(Node Left, Node Right) : PairNode(Left, Right)
{
    protected override Binding Strength => Binding.Sum;

    public override double Value(ReadOnlySpan<double> values) => Left.Value(values) - Right.Value(values);

    protected override Node Slope(int variable) => Subtract(Left.Derivative(variable), Right.Derivative(variable));

    protected override void Print(StringBuilder text) => Print(text, Left, Binding.Sum, " − ", Right, Binding.Product);
}

/// <summary><c>(u·v)′ = u′·v + u·v′</c>.</summary>
internal sealed record ProductNode(Node Left, Node Right) : PairNode(Left, Right)
{
    protected override Binding Strength => Binding.Product;

    public override double Value(ReadOnlySpan<double> values) => Left.Value(values) * Right.Value(values);

    protected override Node Slope(int variable) =>
        Add(Multiply(Left.Derivative(variable), Right), Multiply(Left, Right.Derivative(variable)));

    protected override void Print(StringBuilder text) => Print(text, Left, Binding.Product, "·", Right, Binding.Power);
}

/// <summary><c>(u/v)′ = (u′·v − u·v′)/v²</c>.</summary>
internal sealed record QuotientNode(Node Left, Node Right) : PairNode(Left, Right)
{
    protected override Binding Strength => Binding.Product;

    public override double Value(ReadOnlySpan<double> values) => Left.Value(values) / Right.Value(values);

    protected override Node Slope(int variable) => Right.DependsOn(variable)
        ? Divide(
            Subtract(Multiply(Left.Derivative(variable), Right), Multiply(Left, Right.Derivative(variable))),
            Raise(Right, new NumberNode(2)))
        : Divide(Left.Derivative(variable), Right);

    protected override void Print(StringBuilder text) => Print(text, Left, Binding.Product, "/", Right, Binding.Power);
}

/// <summary><c>(uⁿ)′ = n·uⁿ⁻¹·u′</c>, <c>(cᵛ)′ = cᵛ·ln c·v′</c>, and where both vary <c>(uᵛ)′ = uᵛ·(v′·ln u + v·u′/u)</c>.</summary>
internal sealed record PowerNode(Node Left, Node Right) : PairNode(Left, Right)
{
    protected override Binding Strength => Binding.Power;

    public override double Value(ReadOnlySpan<double> values) => Math.Pow(Left.Value(values), Right.Value(values));

    protected override Node Slope(int variable)
    {
        var (slope, exponentSlope) = (Left.Derivative(variable), Right.Derivative(variable));
        if (!Right.DependsOn(variable)) return Multiply(Multiply(Right, Raise(Left, Subtract(Right, new NumberNode(1)))), slope);
        var logarithm = Call("ln", Left);
        return Left.DependsOn(variable)
            ? Multiply(this, Add(Multiply(exponentSlope, logarithm), Divide(Multiply(Right, slope), Left)))
            : Multiply(Multiply(this, logarithm), exponentSlope);
    }

    // x⁻¹⁻¹ is read as (x⁻¹)⁻¹ and x²^y as (x²)^y, but x²³ is another power.
    protected override void Print(StringBuilder text)
    {
        bool isRead = Left is PowerNode { Raised: not null } && Raised is not >= 0;
        Print(text, Left, isRead ? Binding.Power : Binding.Atom);
        if (Raised is { } raised)
        {
            text.Append(Superscript.Of(raised));
            return;
        }

        text.Append('^');
        Print(text, Right, Binding.Power);
    }

    // The exponent, where it is printed in small digits.
    private int? Raised =>
        Right is NumberNode { Name: null } n && n.Number == Math.Round(n.Number) && Math.Abs(n.Number) < 100 ? (int)n.Number : null;
}

/// <summary><c>(−u)′ = −u′</c>.</summary>
internal sealed record NegationNode(Node Of) : Node
{
    public override int Parts { get; } = 1 + Of.Parts;

    protected override Binding Strength => Binding.Sign;

    public override double Value(ReadOnlySpan<double> values) => -Of.Value(values);

    protected override Node Slope(int variable) => Negate(Of.Derivative(variable));

    public override bool DependsOn(int variable) => Of.DependsOn(variable);

    protected override void Print(StringBuilder text)
    {
        text.Append('−');
        Print(text, Of, Binding.Product);
    }
}

/// <summary>The larger or the smaller of two, with the derivative of the one that it is.</summary>
internal sealed record ExtremeNode(Node Left, Node Right, bool Largest) : PairNode(Left, Right)
{
    protected override Binding Strength => Binding.Atom;

    public override double Value(ReadOnlySpan<double> values) => Largest
        ? Math.Max(Left.Value(values), Right.Value(values))
        : Math.Min(Left.Value(values), Right.Value(values));

    protected override Node Slope(int variable)
    {
        var isLeft = Call("step", Largest ? Subtract(Left, Right) : Subtract(Right, Left));
        return Add(
            Multiply(isLeft, Left.Derivative(variable)),
            Multiply(Subtract(new NumberNode(1), isLeft), Right.Derivative(variable)));
    }

    protected override void Print(StringBuilder text)
    {
        text.Append(Largest ? "max(" : "min(");
        Print(text, Left, Binding.Sum, ", ", Right, Binding.Sum);
        text.Append(')');
    }
}

/// <summary>The chain rule: <c>f(u)′ = f′(u)·u′</c>.</summary>
internal sealed record CallNode(Function Function, Node Of) : Node
{
    public override int Parts { get; } = 1 + Of.Parts;

    protected override Binding Strength => Binding.Atom;

    public override double Value(ReadOnlySpan<double> values) => Function.Value(Of.Value(values));

    protected override Node Slope(int variable) => Multiply(Function.Slope(Of), Of.Derivative(variable));

    public override bool DependsOn(int variable) => Of.DependsOn(variable);

    protected override void Print(StringBuilder text)
    {
        text.Append(Function.Names[0]).Append('(');
        Print(text, Of, Binding.Sum);
        text.Append(')');
    }
}
