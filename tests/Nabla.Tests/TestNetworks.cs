namespace Nabla.Tests;

/// <summary>The networks that every gradient, kernel, file and determinism test goes through, with an example each.</summary>
public static class TestNetworks
{
    // The others share nothing with each other: each is tried as hidden layer with every cost, and as output once.
    private static readonly IReadOnlyList<string> Classic = ["sigmoid", "tanh", "relu", "identity"];

    /// <summary>Every hidden activation × every cost with every output it allows × depths 1 to 4.</summary>
    public static TheoryData<string, string, string, int> All()
    {
        var data = new TheoryData<string, string, string, int>();
        foreach (var cost in Cost.All)
        {
            foreach (var output in Activation.All.Where(output => cost.Misfit(output) is null))
            {
                bool known = output == Activation.Softmax || Classic.Contains(output.Name);
                data.Add("identity", output.Name, cost.Name, 1);
                foreach (var hidden in Activation.All.Where(hidden => hidden != Activation.Softmax))
                {
                    if (known && Classic.Contains(hidden.Name))
                    {
                        for (int depth = 2; depth <= 4; depth++) data.Add(hidden.Name, output.Name, cost.Name, depth);
                    }
                    else if (known ? output == Activation.Sigmoid || output == cost.OutputActivation : hidden == Activation.Tanh)
                    {
                        data.Add(hidden.Name, output.Name, cost.Name, 3);
                    }
                }
            }
        }

        return data;
    }

    /// <summary>A network of a given depth, of widths that are no multiple of any vector's.</summary>
    public static Network Make(string hidden, string output, int depth, ulong seed = 7)
    {
        int[] widths = [9, 21, 6];
        var layers = new List<Dense>();
        for (int l = 0; l < depth - 1; l++) layers.Add(new Dense(widths[l], Activation.Parse(hidden)));
        layers.Add(new Dense(5, Activation.Parse(output)));
        var network = Network.Create(11, seed, layers);

        // Initialisers leave biases at zero; here they shall matter.
        var rng = new Rng(seed + 1);
        foreach (var layer in network.Layers)
        {
            foreach (ref float b in layer.Biases) b = (float)rng.NextDouble(-0.5, 0.5);
        }

        return network;
    }

    /// <summary>Examples of numbers, a third of them zero, for those networks.</summary>
    public static Dataset Data(int count, ulong seed = 3, int inputs = 11, int classes = 5)
    {
        var rng = new Rng(seed);
        float[] values = new float[count * inputs];
        foreach (ref float x in values.AsSpan()) x = rng.NextInt(3) == 0 ? 0 : (float)rng.NextDouble(-1, 1);
        int[] labels = new int[count];
        foreach (ref int label in labels.AsSpan()) label = rng.NextInt(classes);
        return Dataset.FromValues(values, labels, inputs, classes);
    }

    /// <summary>All parameters, in file order.</summary>
    public static float[] Parameters(Network network) =>
        [.. network.Layers.SelectMany(layer => layer.Weights.ToArray().Concat(layer.Biases.ToArray()))];
}
