namespace Nabla.Tests;

/// <summary>A network in double precision, written without the library's own passes: the oracle for every nudge.</summary>
internal sealed class Naive(Network network, Example example, Cost cost)
{
    public double[][,] W { get; } =
    [
        .. network.Layers.Select(layer =>
        {
            double[,] w = new double[layer.Outputs, layer.Inputs];
            for (int j = 0; j < layer.Outputs; j++)
            {
                for (int k = 0; k < layer.Inputs; k++) w[j, k] = layer[j, k];
            }

            return w;
        }),
    ];

    public double[][] B { get; } = [.. network.Layers.Select(layer => layer.Biases.ToArray().Select(b => (double)b).ToArray())];

    public double[] X { get; } = [.. example.Input.Select(x => (double)x)];

    /// <summary>The cost, with one activation of a layer (0 is the input) moved on its way to one neuron, or to all of the next layer.</summary>
    public double Value(int layer = -1, Func<int, int, double>? moved = null)
    {
        double[] a = X, z = [];
        for (int l = 0; l < W.Length; l++)
        {
            z = new double[B[l].Length];
            for (int j = 0; j < z.Length; j++)
            {
                z[j] = B[l][j];
                for (int k = 0; k < a.Length; k++) z[j] += W[l][j, k] * (a[k] + (l == layer ? moved!(j, k) : 0));
            }

            a = network.Layers[l].Activation.Name switch
            {
                "sigmoid" => [.. z.Select(x => 1 / (1 + Math.Exp(-x)))],
                "tanh" => [.. z.Select(Math.Tanh)],
                "relu" => [.. z.Select(x => x > 0 ? x : 0)],
                "leaky-relu" => [.. z.Select(x => x > 0 ? x : 0.01 * x)],
                "elu" => [.. z.Select(x => x > 0 ? x : Math.Exp(x) - 1)],
                "softplus" => [.. z.Select(x => Math.Log(1 + Math.Exp(x)))],
                "swish" => [.. z.Select(x => x / (1 + Math.Exp(-x)))],
                "gelu" => [.. z.Select(x => x * NormalDistribution(x))],
                "softmax" => [.. z.Select(x => Math.Exp(x) / z.Sum(Math.Exp))],
                _ => z,
            };
        }

        float[] y = example.Target;
        return cost.Name switch
        {
            "quadratic" => a.Select((x, j) => (x - y[j]) * (x - y[j])).Sum(),
            "half-quadratic" => a.Select((x, j) => (x - y[j]) * (x - y[j])).Sum() / 2,
            "cross-entropy" => -a.Select((x, j) => y[j] == 0 ? 0 : y[j] * Math.Log(x)).Sum(),
            _ => -a.Select((x, j) => y[j] == 0 ? Math.Log(1 - x) : Math.Log(x)).Sum(),
        };
    }

    /// <summary>The derivative of the cost by a number, by the central difference of values near it.</summary>
    public static double Slope(Func<double, double> cost)
    {
        const double H = 1e-5;
        return (cost(H) - cost(-H)) / (2 * H);
    }

    // By the alternating series, which is good for the small sums of these tests.
    private static double NormalDistribution(double x)
    {
        double term = x, sum = x;
        for (int n = 1; n < 80; n++)
        {
            term *= -x * x / (2 * n);
            sum += term / (2 * n + 1);
        }

        return 0.5 + sum / Math.Sqrt(2 * Math.PI);
    }
}
