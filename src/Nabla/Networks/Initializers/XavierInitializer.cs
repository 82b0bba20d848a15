namespace Nabla;

/// <summary><c>w ~ U(−r, r)</c> with <c>r = √(6/(n_in+n_out))</c>, <c>b = 0</c>.</summary>
internal sealed class XavierInitializer() : Initializer("xavier")
{
    internal override void Fill(DenseLayer layer, Rng rng)
    {
        double range = Math.Sqrt(6.0 / (layer.Inputs + layer.Outputs));
        foreach (ref float w in layer.Weights) w = (float)rng.NextDouble(-range, range);
        layer.Biases.Clear();
    }
}
