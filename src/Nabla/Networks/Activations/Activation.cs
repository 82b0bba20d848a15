using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Nabla;

/// <summary>
/// An activation function: what a layer makes of its weighted sums, <c>a = σ(z)</c>, beside the derivative that
/// backpropagation needs.
/// </summary>
public abstract class Activation
{
    private protected Activation(string name, Initializer usual) => (Name, UsualInitializer) = (name, usual);

    /// <summary>The logistic function, <c>1/(1+e⁻ᶻ)</c>: squashes any number into (0, 1).</summary>
    public static Activation Sigmoid { get; } = new Sigmoid();

    /// <summary>The hyperbolic tangent: squashes any number into (−1, 1).</summary>
    public static Activation Tanh { get; } = new Tanh();

    /// <summary>The rectifier, <c>max(0, z)</c>.</summary>
    public static Activation Relu { get; } = new Relu();

    /// <summary>A rectifier that leaks, <c>z</c> above zero and <c>0.01·z</c> below.</summary>
    public static Activation LeakyRelu { get; } = new LeakyRelu();

    /// <summary>The exponential linear unit, <c>z</c> above zero and <c>eᶻ − 1</c> below.</summary>
    public static Activation Elu { get; } = new Elu();

    /// <summary>A rounded rectifier, <c>ln(1+eᶻ)</c>.</summary>
    public static Activation Softplus { get; } = new Softplus();

    /// <summary>The Gaussian error linear unit, <c>z·Φ(z)</c> with the normal distribution Φ.</summary>
    public static Activation Gelu { get; } = new Gelu();

    /// <summary>Also called SiLU: <c>z/(1+e⁻ᶻ)</c>.</summary>
    public static Activation Swish { get; } = new Swish();

    /// <summary>No squashing, <c>a = z</c>.</summary>
    public static Activation Identity { get; } = new Identity();

    /// <summary>A distribution over the outputs, <c>e^(z_j) / Σ e^(z_i)</c>; for the last layer.</summary>
    public static Activation Softmax { get; } = new Softmax();

    /// <summary>Every activation function there is.</summary>
    public static IReadOnlyList<Activation> All { get; } = [Sigmoid, Tanh, Relu, LeakyRelu, Elu, Softplus, Gelu, Swish, Identity, Softmax];

    /// <summary>Its name in files and on the command line, in lower case.</summary>
    public string Name { get; }

    /// <summary>How the weights before it are usually chosen: <see cref="Initializer.He"/> for the rectifiers, else <see cref="Initializer.Xavier"/>.</summary>
    public Initializer UsualInitializer { get; }

    /// <summary>
    /// Whether each activation depends on its own weighted sum alone; not of softmax. Only the last layer may have one that is not.
    /// </summary>
    public abstract bool IsElementwise { get; }

    /// <summary>Where σ′ or σ″ jumps: a finite difference across such a point measures neither side's derivative.</summary>
    public virtual IReadOnlyList<double> Kinks => [];

    /// <summary>The least and the most that an activation can be or come near; infinite where there is no such bound.</summary>
    public virtual (double Least, double Most) Range => (double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Whether σ is a straight line, so that layers of it collapse into one.</summary>
    internal virtual bool IsLinear => false;

    /// <summary>Whether the slope is read off the activation as <c>σ′(z) = a(1 − a)</c>: that of the logistic function.</summary>
    internal virtual bool IsLogistic => false;

    /// <summary>Whether a and σ′ are exactly 0 for a good part of all z, so that wide layers gain by leaving those neurons out.</summary>
    internal virtual bool IsSparse => false;

    /// <summary>How it is written in ONNX.</summary>
    internal abstract OnnxSpelling Onnx { get; }

    /// <summary>The activation of one neuron alone.</summary>
    internal double At(double z)
    {
        Span<double> a = [0];
        Apply([z], a);
        return a[0];
    }

    /// <summary>The activation function of that name.</summary>
    /// <param name="name">For example <c>sigmoid</c>; upper and lower case are alike.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Activation Parse(string name) => TryParse(name, out var activation)
        ? activation
        : throw Refusal.Argument($"There is no activation '{Printable.Name(name)}'. Known: {Said.Names([.. All.Select(known => known.Name)])}.");

    /// <summary>Finds the activation function of a name, if there is one.</summary>
    /// <param name="name">The name; upper and lower case are alike.</param>
    /// <param name="activation">What was found.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? name, [NotNullWhen(true)] out Activation? activation) =>
        (activation = All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) is not null;

    /// <summary>The activations of a layer, <c>a = σ(z)</c>.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="z">The weighted sums of the layer.</param>
    /// <param name="a">Receives the activations; as long as <paramref name="z"/>.</param>
    public abstract void Apply<T>(ReadOnlySpan<T> z, Span<T> a)
        where T : IFloatingPointIeee754<T>;

    /// <summary>How steeply each activation follows its own weighted sum, <c>σ′(z_j) = ∂a_j/∂z_j</c>.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="z">The weighted sums of the layer.</param>
    /// <param name="slopes">Receives the derivatives; as long as <paramref name="z"/>.</param>
    public abstract void Derivative<T>(ReadOnlySpan<T> z, Span<T> slopes)
        where T : IFloatingPointIeee754<T>;

    /// <summary>
    /// Carries a derivative from the activations back to the weighted sums: <c>∂C/∂z = ∂C/∂a ⊙ σ′(z)</c>, and where an
    /// activation depends on several sums (softmax), <c>∂C/∂z_j = Σ_i ∂C/∂a_i · ∂a_i/∂z_j</c>.
    /// </summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="dCda">The derivatives by the activations.</param>
    /// <param name="z">The weighted sums of the layer.</param>
    /// <param name="delta">Receives the derivatives by the weighted sums, <c>δ</c>.</param>
    public abstract void PullBack<T>(ReadOnlySpan<T> dCda, ReadOnlySpan<T> z, Span<T> delta)
        where T : IFloatingPointIeee754<T>;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
