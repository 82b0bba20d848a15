using System.Text;

namespace Nabla.Expressions;

/// <summary>A part of a formula: an operation beside its derivative and its print.</summary>
internal abstract record Node
{
    /// <summary>The most parts (numbers, variables and operations) that a formula has, and its derivative: what is longer is neither read nor made.</summary>
    public const int MostParts = 2000;

    /// <summary>How tightly it binds when printed.</summary>
    protected enum Binding
    {
        Sum,
        Product,
        Sign,
        Power,
        Atom,
    }

    /// <summary>Numbers, variables and operations in it, itself included; what stands twice counts twice.</summary>
    public abstract int Parts { get; }

    protected abstract Binding Strength { get; }

    public abstract double Value(ReadOnlySpan<double> values);

    /// <summary>The derivative by a variable.</summary>
    /// <exception cref="TooManyPartsException">It, or that of a part, has more than <see cref="MostParts"/>.</exception>
    public Node Derivative(int variable)
    {
        // The derivative of a product of n factors has n²: it is given up on the way, before it fills the memory.
        var slope = Slope(variable);
        return slope.Parts <= MostParts ? slope : throw new TooManyPartsException();
    }

    public abstract bool DependsOn(int variable);

    // Sealed, or every record below would print its fields.
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Print(text);
        return text.ToString();
    }

    protected abstract Node Slope(int variable);

    protected abstract void Print(StringBuilder text);

    /// <summary>Prints two with a sign between them, each in parentheses where it binds less tightly than its place needs.</summary>
    protected static void Print(StringBuilder text, Node left, Binding neededLeft, string sign, Node right, Binding neededRight)
    {
        Print(text, left, neededLeft);
        text.Append(sign);
        Print(text, right, neededRight);
    }

    /// <summary>Prints one, in parentheses where it binds less tightly than its place needs.</summary>
    protected static void Print(StringBuilder text, Node node, Binding needed)
    {
        if (node.Strength >= needed)
        {
            node.Print(text);
            return;
        }

        text.Append('(');
        node.Print(text);
        text.Append(')');
    }
}

/// <summary>A derivative has more parts than are made.</summary>
internal sealed class TooManyPartsException : Exception;
