namespace Nabla;

/// <summary><c>w ~ N(0, 2/n_in)</c>, <c>b = 0</c>.</summary>
internal sealed class HeInitializer() : Initializer("he")
{
    internal override void Fill(DenseLayer layer, Rng rng)
    {
        double deviation = Math.Sqrt(2.0 / layer.Inputs);
        foreach (ref float w in layer.Weights) w = (float)(deviation * rng.NextNormal());
        layer.Biases.Clear();
    }
}
