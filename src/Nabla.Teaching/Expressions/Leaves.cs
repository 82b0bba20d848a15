using System.Globalization;
using System.Text;

namespace Nabla.Expressions;

/// <summary>A number, or π or e by name.</summary>
internal sealed record NumberNode(double Number, string? Name = null) : Node
{
    public bool Is(double number) => Name is null && Number == number;

    protected override Binding Strength => Number < 0 ? Binding.Sign : Binding.Atom;

    public override int Parts => 1;

    public override double Value(ReadOnlySpan<double> values) => Number;

    protected override Node Slope(int variable) => new NumberNode(0);

    public override bool DependsOn(int variable) => false;

    protected override void Print(StringBuilder text) => text.Append(
        Name ?? (Number < 0 ? "−" : "") + Math.Abs(Number).ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e'));
}

/// <summary>A variable, by its place among the values.</summary>
internal sealed record VariableNode(int Index, string Name) : Node
{
    protected override Binding Strength => Binding.Atom;

    public override int Parts => 1;

    public override double Value(ReadOnlySpan<double> values) => values[Index];

    protected override Node Slope(int variable) => new NumberNode(variable == Index ? 1 : 0);

    public override bool DependsOn(int variable) => variable == Index;

    protected override void Print(StringBuilder text) => text.Append(Name);
}
