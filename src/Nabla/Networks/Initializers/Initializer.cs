using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Nabla;

/// <summary>How the weights and biases of a layer are chosen before training.</summary>
public abstract class Initializer
{
    private protected Initializer(string name) => Name = name;

    /// <summary>
    /// Weights and biases from N(0, 1), as in the first chapter of Nielsen's book. Wide layers start saturated.
    /// </summary>
    public static Initializer Normal { get; } = new NormalInitializer();

    /// <summary>
    /// Weights uniform in <c>±√(6/(n_in+n_out))</c>, biases 0: keeps the spread of activations and of gradients about
    /// the same from layer to layer (Glorot and Bengio 2010, equation 16). For sigmoid, tanh and softmax.
    /// </summary>
    public static Initializer Xavier { get; } = new XavierInitializer();

    /// <summary>Weights from <c>N(0, 2/n_in)</c>, biases 0 (He et al. 2015, equation 10). For ReLU.</summary>
    public static Initializer He { get; } = new HeInitializer();

    /// <summary>The names of all, <c>constant</c> with a place for its number.</summary>
    public static IReadOnlyList<string> Known { get; } = ["xavier", "he", "normal", "constant:NUMBER"];

    /// <summary>Its name in files and on the command line.</summary>
    public string Name { get; }

    /// <summary>
    /// All weights and biases the same number: the neurons of a layer then stay alike for ever, which is what random
    /// initialisation is there to prevent.
    /// </summary>
    /// <param name="value">The number, finite.</param>
    public static Initializer Constant(float value) => new ConstantInitializer(value);

    /// <summary>The initialiser of that name: <c>normal</c>, <c>xavier</c>, <c>he</c>, or <c>constant:0.5</c>.</summary>
    /// <param name="name">The name; upper and lower case are alike.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Initializer Parse(string name) =>
        TryParse(name, out var initializer) ? initializer : throw Refusal.Argument($"There is no initializer '{Printable.Name(name)}'. Known: {Said.Names(Known)}.");

    /// <summary>Finds the initialiser of a name, if there is one.</summary>
    /// <param name="name">The name, as <see cref="Parse"/> takes it.</param>
    /// <param name="initializer">What was found.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? name, [NotNullWhen(true)] out Initializer? initializer)
    {
        const string Prefix = "constant:";
        string key = name?.ToLowerInvariant() ?? "";
        initializer = key switch
        {
            "normal" => Normal,
            "xavier" => Xavier,
            "he" => He,
            _ when key.StartsWith(Prefix, StringComparison.Ordinal)
                && float.TryParse(key.AsSpan(Prefix.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out float value)
                && float.IsFinite(value) => Constant(value),
            _ => null,
        };
        return initializer is not null;
    }

    /// <summary>Fills a layer's parameters.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="rng">The generator; weights are drawn in file order, row by row, then the biases.</param>
    internal abstract void Fill(DenseLayer layer, Rng rng);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
