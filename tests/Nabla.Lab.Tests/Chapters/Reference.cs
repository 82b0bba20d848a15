namespace Nabla.Lab.Tests.Chapters;

/// <summary>
/// A network of sigmoids with the quadratic cost once more, in float64 and plain loops, from the notes' formulas alone. Its parameters are
/// those of training; no number that follows from them is the engine's. Layers count from 1, layer 0 is the input.
/// </summary>
internal sealed class Reference
{
    private static readonly Lazy<(Network Network, IReadOnlyList<Example> Tests)> Trained = new(() =>
    {
        var (train, tests) = Digits.Load(train: 500, test: 200);
        var trainer = RunName.Parse(Desktop.Run).CreateTrainer(train);
        foreach (var report in trainer.Batches())
        {
            if (report.Step == Desktop.Step) break;
        }

        return (trainer.Network, [.. Enumerable.Range(0, 200).Select(i => tests[i])]);
    });

    private readonly Network _network;
    private readonly double[] _target;

    public Reference(Network network, Example example)
    {
        _network = network;
        _target = [.. example.Target.Select(value => (double)value)];
        int depth = network.Layers.Count;
        A = new double[depth + 1][];
        Z = new double[depth + 1][];
        Delta = new double[depth + 1][];
        A[0] = [.. example.Input.Select(value => (double)value)];
        for (int l = 1; l <= depth; l++)
        {
            Z[l] = new double[network.Layers[l - 1].Outputs];
            A[l] = new double[Z[l].Length];
            for (int j = 0; j < Z[l].Length; j++)
            {
                Z[l][j] = network.Layers[l - 1].Biases[j];
                for (int k = 0; k < A[l - 1].Length; k++) Z[l][j] += Weight(l, j, k) * A[l - 1][k];
                A[l][j] = 1 / (1 + Math.Exp(-Z[l][j]));
            }
        }

        for (int j = 0; j < _target.Length; j++) Cost += (A[depth][j] - _target[j]) * (A[depth][j] - _target[j]);
        for (int l = depth; l >= 1; l--)
        {
            Delta[l] = new double[Z[l].Length];
            for (int j = 0; j < Z[l].Length; j++) Delta[l][j] = DCdA(l, j) * A[l][j] * (1 - A[l][j]);
        }
    }

    /// <summary>The network of the desktop's run at its moment, and the test digits.</summary>
    public static (Network Network, IReadOnlyList<Example> Tests) AtDesktop => Trained.Value;

    public double[][] Z { get; }

    public double[][] A { get; }

    public double[][] Delta { get; }

    public double Cost { get; }

    public double Weight(int layer, int j, int k) => _network.Layers[layer - 1][j, k];

    public double Bias(int layer, int j) => _network.Layers[layer - 1].Biases[j];

    public double Target(int j) => _target[j];

    /// <summary>How the cost answers to an activation: by itself at the outputs, elsewhere by way of every neuron of the layer after.</summary>
    public double DCdA(int layer, int k)
    {
        if (layer == A.Length - 1) return 2 * (A[layer][k] - _target[k]);
        double sum = 0;
        for (int j = 0; j < Delta[layer + 1].Length; j++) sum += Weight(layer + 1, j, k) * Delta[layer + 1][j];
        return sum;
    }
}
