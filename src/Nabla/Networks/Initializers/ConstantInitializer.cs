using System.Globalization;

namespace Nabla;

/// <summary><c>w = b = c</c>.</summary>
internal sealed class ConstantInitializer(float value) : Initializer("constant:" + value.ToString(CultureInfo.InvariantCulture))
{
    internal override void Fill(DenseLayer layer, Rng rng)
    {
        layer.Weights.Fill(value);
        layer.Biases.Fill(value);
    }
}
