namespace Nabla;

/// <summary>
/// What a name in the graph stands for: a number times a product of functions of one layer's sums z. <c>½</c> and
/// <c>1+erf·z</c> are a GELU that was written out, in whatever order its factors came.
/// </summary>
/// <param name="Node">What made it, for messages.</param>
/// <param name="Layer">The layer whose sums z are; null where it is the network's input.</param>
/// <param name="Scale">The number.</param>
/// <param name="Factors">The functions, in alphabetical order, joined by <c>·</c>.</param>
internal sealed record OnnxValue(Said Node, OnnxLayer? Layer, double Scale = 1, string Factors = OnnxValue.Sums)
{
    public const string Sums = "z";
    private const string Erf = "erf", OneAndErf = "1+erf";
    private const int Longest = 100;

    /// <summary>Whether it is the sums themselves, or the input.</summary>
    public bool IsPlain => Scale == 1 && Factors == Sums;

    /// <summary>A function of it; null where that is not one of z.</summary>
    public OnnxValue? Apply(Activation function) => IsPlain ? Written(function) with { Node = Node, Layer = Layer } : null;

    /// <summary><c>erf(z/√2)</c>; null where it is something else.</summary>
    public OnnxValue? ApplyErf() => Factors == Sums && IsNear(Scale, Math.Sqrt(0.5)) ? this with { Scale = 1, Factors = Erf } : null;

    /// <summary><c>1 + erf</c>; null where it is something else.</summary>
    public OnnxValue? AddOne() => Factors == Erf && Scale == 1 ? this with { Factors = OneAndErf } : null;

    /// <summary>The product; null where the other is of another layer, or it is longer than any that we know.</summary>
    public OnnxValue? Times(OnnxValue other)
    {
        if (!ReferenceEquals(Layer, other.Layer) || Factors.Length + other.Factors.Length > Longest) return null;
        var factors = Factors.Split('·').Concat(other.Factors.Split('·')).Order(StringComparer.Ordinal);
        return this with { Scale = Scale * other.Scale, Factors = string.Join('·', factors) };
    }

    /// <summary>The activation function that it is; null where it is none of ours.</summary>
    public Activation? Activation => IsPlain ? Activation.Identity
        : Activation.All.FirstOrDefault(known => Written(known) is var own && own.Factors == Factors && (own.Scale == 1 ? Scale == 1 : IsNear(Scale, own.Scale)));

    // What an activation's own spelling comes to.
    private static OnnxValue Written(Activation activation)
    {
        var z = new OnnxValue($"", null);
        if (activation.Onnx.Steps.Count == 0) return z with { Factors = activation.Name };
        return activation.Onnx.Steps.Aggregate(z, (value, step) => step switch
        {
            { Operator: "Mul", Operand: OnnxStep.Sums } => value.Times(z),
            { Operator: "Mul" } => value with { Scale = value.Scale * step.Number },
            { Operator: "Add", Number: 1 } => value.AddOne(),
            { Operator: "Erf" } => value.ApplyErf(),
            _ => value.Apply(Activation.All.First(known => known.Onnx.Operator == step.Operator)),
        } ?? throw new NotSupportedException($"The ONNX spelling of {activation} cannot be read at its {step.Operator}."));
    }

    public static bool IsNear(double value, double expected) => Math.Abs(value / expected - 1) < 1e-6;
}
