namespace Nabla.Experiments;

/// <summary>A neuron made by hand to see an edge (C2; 3Blue1Brown, <i>But what is a neural network?</i>).</summary>
public sealed class EdgeExperiment() : Experiment<EdgeSettings, EdgeResult>(
    "edge", $"makes a neuron by hand that sees an edge, and shows it pictures",
    $"Weights above 0 where the edge should be and below 0 around it make the weighted sum large where the edge is bright and its surroundings are dark. "
        + $"The bias says how large it must be: with -10 the neuron is active only when the weighted sum is greater than 10.",
    [
        Number("bias", $"the bias b", -1e4, 1e4, s => s.Bias, (s, v) => s with { Bias = v }),
        Number("weight", $"of each pixel of the edge; around it as much below 0", 1e-3, 1e3, s => s.Weight, (s, v) => s with { Weight = v }),
        CommonOptions.Data[1],
    ],
    needsImages: true)
{
    private protected override EdgeResult RunOn(EdgeSettings settings, Workbench bench)
    {
        bench.Expect(2);
        bench.Begin($"made pictures");
        var (width, height) = (bench.Test.Width, bench.Test.Height);
        var layer = new DenseLayer(width * height, 1, Activation.Sigmoid);
        layer.Biases[0] = (float)settings.Bias;
        for (int p = 0; p < layer.Inputs; p++) layer[0, p] = (float)(Band(p) switch { 0 => settings.Weight, -1 or 1 => -settings.Weight, _ => 0 });
        var neuron = new ReferenceNetwork<double>(new Network(layer)).Layers[0];
        bench.Note(new Network(layer));
        EdgeAnswer[] made =
        [
            Look($"the edge alone", p => Band(p) == 0 ? 1 : 0),
            Look($"the edge at a quarter of the brightness", p => Band(p) == 0 ? 0.25 : 0),
            Look($"the edge higher by its height", p => Band(p) == -1 ? 1 : 0),
            Look($"a whole picture of white", _ => 1),
            Look($"a whole picture of black", _ => 0),
        ];

        bench.Begin($"test examples");
        int[] active = new int[bench.Test.Classes], all = new int[bench.Test.Classes];
        EdgeAnswer? strongest = null;
        for (int i = 0; i < bench.Test.Count; i++)
        {
            if (i % 100 == 0) bench.Report((double)i / bench.Test.Count);
            float[] input = bench.Test[i].Input;
            var answer = Look($"test example {i}, a {bench.Test.Label(i)}", p => input[p]);
            all[bench.Test.Label(i)]++;
            if (answer.Z > 0) active[bench.Test.Label(i)]++;
            if (strongest is null || answer.Z > strongest.Z) strongest = answer;
        }

        return new EdgeResult
        {
            Bias = settings.Bias,
            Width = width,
            Height = height,
            Weights = layer.Weights.ToArray(),
            Pictures = [.. made, strongest!],
            Examples = all,
            Active = active,
        };

        // Bands of pixels as large as the edge: 0 is the edge itself, where the upper bar of a 7 is in 28×28 pixels, -1 the one above, 1 the one below.
        int? Band(int pixel)
        {
            int x = pixel % width - width * 10 / 28, y = pixel / width - height * 7 / 28;
            return x >= 0 && x < Math.Max(1, width * 8 / 28) ? (int)Math.Floor((double)y / Math.Max(1, height * 3 / 28)) : null;
        }

        EdgeAnswer Look(Said name, Func<int, double> pixel)
        {
            double[] picture = [.. Enumerable.Range(0, width * height).Select(pixel)];
            double z = neuron.WeightedSums(picture)[0];
            return new EdgeAnswer(name, z - neuron.Biases[0], z, neuron.Activations([z])[0], [.. picture.Select(x => (float)x)]);
        }
    }
}

/// <summary>The settings of <see cref="EdgeExperiment"/>.</summary>
public sealed record EdgeSettings : DataExperimentSettings
{
    /// <summary>The defaults: nothing is learned, so one training example is as good as many.</summary>
    public EdgeSettings() => Examples = 1;

    /// <summary>The bias b; the lectures' is −10.</summary>
    public double Bias { get; init; } = -10;

    /// <summary>The weight of each pixel of the edge; around it as much below 0.</summary>
    public double Weight { get; init; } = 1;
}
