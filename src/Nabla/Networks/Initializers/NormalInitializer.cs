namespace Nabla;

/// <summary><c>w, b ~ N(0, 1)</c>.</summary>
internal sealed class NormalInitializer() : Initializer("normal")
{
    internal override void Fill(DenseLayer layer, Rng rng)
    {
        foreach (ref float w in layer.Weights) w = (float)rng.NextNormal();
        foreach (ref float b in layer.Biases) b = (float)rng.NextNormal();
    }
}
