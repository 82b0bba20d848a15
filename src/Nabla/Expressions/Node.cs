namespace Nabla;

/// <summary>A part of a formula: an operation beside its derivative and its print.</summary>
internal abstract record Node
{
    /// <summary>How tightly it binds when printed.</summary>
    protected enum Binding
    {
        Sum,
        Product,
        Sign,
        Power,
        Atom,
    }

    protected abstract Binding Strength { get; }

    public abstract double Value(ReadOnlySpan<double> values);

    public abstract Node Derivative(int variable);

    public abstract bool DependsOn(int variable);

    // Sealed, or every record below would print its fields.
    public sealed override string ToString() => Print();

    protected abstract string Print();

    /// <summary>Printed, in parentheses where it binds less tightly than its place needs.</summary>
    protected static string Within(Node node, Binding needed) => node.Strength < needed ? $"({node})" : node.ToString();
}
