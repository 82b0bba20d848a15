namespace Nabla.Descent;

/// <summary>All parameters of a network as one vector: layer by layer, the weights row by row, then the biases.</summary>
internal static class ParameterVector
{
    public static float[] Of(Network network) =>
        [.. network.Layers.SelectMany(layer => layer.Weights.ToArray().Concat(layer.Biases.ToArray()))];

    public static void Into(Network network, ReadOnlySpan<float> parameters)
    {
        foreach (var layer in network.Layers)
        {
            parameters[..layer.Weights.Length].CopyTo(layer.Weights);
            parameters = parameters[layer.Weights.Length..];
            parameters[..layer.Biases.Length].CopyTo(layer.Biases);
            parameters = parameters[layer.Biases.Length..];
        }
    }

    public static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += (double)a[i] * b[i];
        return sum;
    }

    public static float[] Difference(float[] a, float[] b)
    {
        float[] difference = new float[a.Length];
        for (int i = 0; i < difference.Length; i++) difference[i] = a[i] - b[i];
        return difference;
    }
}
