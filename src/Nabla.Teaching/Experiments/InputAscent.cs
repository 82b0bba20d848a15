namespace Nabla.Experiments;

/// <summary>A picture that is changed, step by step, until it pleases a neuron more: ascent by <see cref="InputGradient"/> (C17).</summary>
/// <param name="network">The network.</param>
/// <param name="layer">The neuron's layer, from 0.</param>
/// <param name="neuron">The neuron, from 0.</param>
/// <param name="picture">Where to begin; each pixel from 0 to 1. It is changed in place.</param>
internal sealed class InputAscent(ReferenceNetwork<double> network, int layer, int neuron, double[] picture)
{
    /// <summary>The picture so far.</summary>
    public IReadOnlyList<double> Picture => picture;

    /// <summary>What the neuron makes of it.</summary>
    public double Activation => InputGradient.Of(network, layer, neuron, picture).Activation;

    /// <summary>Takes a step; false where there is no way up.</summary>
    /// <param name="size">How far the pixel with the largest gradient goes.</param>
    public bool Step(double size)
    {
        double[] gradient = InputGradient.Of(network, layer, neuron, picture).Gradient;

        // Its direction alone: where the neuron is saturated the gradient is tiny, and the way up is the same.
        double largest = gradient.Max(Math.Abs);
        if (largest == 0) return false;
        for (int p = 0; p < picture.Length; p++) picture[p] = Math.Clamp(picture[p] + size * gradient[p] / largest, 0, 1);
        return true;
    }

    /// <summary>A picture to begin with: ½ everywhere, or noise.</summary>
    public static double[] Start(int inputs, bool isNoise, ulong seed, int neuron)
    {
        var rng = new Rng(seed, RngStream.DreamStart, (ulong)neuron);
        double[] picture = new double[inputs];
        foreach (ref double pixel in picture.AsSpan()) pixel = isNoise ? rng.NextDouble() : 0.5;
        return picture;
    }
}
