namespace Nabla.Expressions;

/// <summary>
/// Makes formulas of formulas, leaving out what does nothing: <c>0·u = 0</c>, <c>1·u = u</c>, <c>u + 0 = u</c>, <c>u¹ = u</c>.
/// Derivatives are made so; what a person wrote is left as it is.
/// </summary>
internal static class Simplified
{
    public static Node Call(string function, Node of) =>
        function == "ln" && of is NumberNode { Name: "e" } ? new NumberNode(1) : new CallNode(Function.Find(function)!, of);

    public static Node Add(Node u, Node v) => (u, v) switch
    {
        _ when Is(u, 0) => v,
        _ when Is(v, 0) => u,
        (NumberNode { Name: null } a, NumberNode { Name: null } b) when double.IsFinite(a.Number + b.Number) => new NumberNode(a.Number + b.Number),
        _ when Opposite(v) is { } opposite => new DifferenceNode(u, opposite),
        _ => new SumNode(u, v),
    };

    public static Node Subtract(Node u, Node v) => (u, v) switch
    {
        _ when Is(v, 0) => u,
        _ when Is(u, 0) => Negate(v),
        (NumberNode { Name: null } a, NumberNode { Name: null } b) when double.IsFinite(a.Number - b.Number) => new NumberNode(a.Number - b.Number),
        _ when Opposite(v) is { } opposite => new SumNode(u, opposite),
        _ => new DifferenceNode(u, v),
    };

    public static Node Multiply(Node u, Node v)
    {
        if (Is(u, 0) || Is(v, 0)) return new NumberNode(0);
        double number = 1;
        var factors = new List<Node>();
        Factors(u, factors, ref number);
        Factors(v, factors, ref number);
        if (number == 0) return new NumberNode(0);
        if (!double.IsFinite(number)) return new ProductNode(u, v);
        if (number == 1 && factors.Count > 0) return factors.Aggregate((left, right) => new ProductNode(left, right));
        return number == -1 && factors.Count > 0
            ? new NegationNode(factors.Aggregate((left, right) => new ProductNode(left, right)))
            : factors.Aggregate((Node)new NumberNode(number), (left, right) => new ProductNode(left, right));
    }

    public static Node Divide(Node u, Node v) =>
        Is(u, 0) ? u
        : Is(v, 1) ? u
        : u is NegationNode { Of: var inner } ? Negate(Divide(inner, v))
        : new QuotientNode(u, v);

    public static Node Raise(Node u, Node v) => Is(v, 1) ? u : Is(v, 0) ? new NumberNode(1) : new PowerNode(u, v);

    public static Node Negate(Node u) => Opposite(u) ?? (u is NumberNode { Name: null } a ? new NumberNode(-a.Number) : new NegationNode(u));

    // −u, where u has a minus sign to lose.
    private static Node? Opposite(Node u) => u switch
    {
        NegationNode { Of: var inner } => inner,
        NumberNode { Name: null, Number: < 0 } number => new NumberNode(-number.Number),
        ProductNode when FirstFactor(u) is NumberNode { Name: null, Number: < 0 } => Multiply(new NumberNode(-1), u),
        _ => null,
    };

    private static Node FirstFactor(Node u) => u is ProductNode product ? FirstFactor(product.Left) : u;

    // The numbers of a product come first, multiplied.
    private static void Factors(Node u, List<Node> factors, ref double number)
    {
        switch (u)
        {
            case NumberNode { Name: null } leaf:
                number *= leaf.Number;
                break;
            case NegationNode negation:
                number = -number;
                Factors(negation.Of, factors, ref number);
                break;
            case ProductNode product:
                Factors(product.Left, factors, ref number);
                Factors(product.Right, factors, ref number);
                break;
            default:
                factors.Add(u);
                break;
        }
    }

    private static bool Is(Node node, double number) => node is NumberNode leaf && leaf.Is(number);
}
