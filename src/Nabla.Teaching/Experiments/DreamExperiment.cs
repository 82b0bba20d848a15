namespace Nabla.Experiments;

/// <summary>The input that pleases a neuron most, found by ascending the gradient of its activation (C17).</summary>
public sealed class DreamExperiment() : Experiment<DreamSettings, DreamResult>(
    "dream", $"finds the picture that pleases each neuron most, and how far it is from any digit",
    $"Descent changes weights to lower a cost; the same chain rule, carried on to the pixels, changes a picture to raise a neuron. "
        + $"The picture that an output likes best is no digit: the network can recognise digits, but has no idea how to draw them.",
    [
        Whole("layer", $"the layer of the neurons, from 1; 0 is the output", 0, 1000, s => s.Layer, (s, v) => s with { Layer = v }),
        Choice("from", $"what to start from", ["grey", "noise"], s => s.From, (s, v) => s with { From = v }),
        Whole("steps", $"steps of ascent", 1, 100_000, s => s.Steps, (s, v) => s with { Steps = v }),
        Number("step", $"how far the pixel with the largest gradient goes in a step", 1e-6, 1, s => s.Step, (s, v) => s with { Step = v }),
        .. CommonOptions.Learning,
        Seeds(1),
    ],
    needsImages: true, takesNetwork: true)
{
    private const int Compared = 100;

    private protected override DreamResult RunOn(DreamSettings settings, Workbench bench)
    {
        ulong seed = settings.Seeds[0];
        if (bench.Network is null) bench.Expect(2);
        var network = bench.Network ?? Trained(settings, seed, bench);
        if (settings.Layer > network.Layers.Count)
        {
            throw new ExperimentException(
                $"There is no layer {settings.Layer} in {network}; give one from 1 to {network.Layers.Count}, or 0 for the output.");
        }

        int l = (settings.Layer == 0 ? network.Layers.Count : settings.Layer) - 1;

        bench.Note(network);
        bench.Begin($"dreaming");
        var reference = new ReferenceNetwork<double>(network);
        float[][] known = [.. Enumerable.Range(0, bench.Train.Count).Select(i => Correlation.Standardised(bench.Train[i].Input))];
        return new DreamResult
        {
            Layer = l + 1,
            IsOutput = l == network.Layers.Count - 1,
            Width = bench.Train.Width,
            Height = bench.Train.Height,
            Examples = bench.Train.Count,
            TestNearest = Spread.Of(Enumerable.Range(0, Math.Min(Compared, bench.Test.Count)).Select(i => Nearest(bench.Test[i].Input, known))),
            Dreams = [.. Enumerable.Range(0, network.Layers[l].Outputs).Select(j => Dream(reference, l, j, settings, known, bench))],
        };
    }

    private static Network Trained(DreamSettings settings, ulong seed, Workbench bench)
    {
        var network = bench.CreateLecture(seed);
        bench.Begin($"training {network}");
        bench.Learn(new LearningTask(network, bench.Train, settings.Training(seed)));
        return network;
    }

    private static Dream Dream(ReferenceNetwork<double> reference, int l, int j, DreamSettings settings, float[][] known, Workbench bench)
    {
        double[] picture = InputAscent.Start(bench.Train.Inputs, settings.From == "noise", settings.Seeds[0], j);
        var ascent = new InputAscent(reference, l, j, picture);
        double start = ascent.Activation;
        double late = start;
        for (int step = 0; step < settings.Steps; step++)
        {
            if (step == settings.Steps * 9 / 10) late = ascent.Activation;
            bench.Report((j + (double)step / settings.Steps) / reference.Layers[l].Biases.Length);
            if (!ascent.Step(settings.Step)) break;
        }

        return new Dream(
            Neuron: j,
            StartActivation: start,
            Activation: ascent.Activation,
            LateRise: ascent.Activation - late,
            Nearest: Nearest(Array.ConvertAll(picture, pixel => (float)pixel), known),
            Picture: Array.ConvertAll(picture, pixel => (float)pixel));
    }

    /// <summary>The correlation with the training example that is most like a picture.</summary>
    private static double Nearest(float[] picture, float[][] known)
    {
        float[] wanted = Correlation.Standardised(picture);
        double most = -1;
        foreach (float[] example in known)
        {
            float sum = 0;
            for (int p = 0; p < wanted.Length; p++) sum += wanted[p] * example[p];
            most = Math.Max(most, sum);
        }

        return most;
    }
}

/// <summary>The settings of <see cref="DreamExperiment"/>.</summary>
public sealed record DreamSettings : LearningExperimentSettings
{
    /// <summary>The layer of the neurons, from 1; 0 is the output.</summary>
    public int Layer { get; init; }

    /// <summary>What to start from: grey (½ everywhere) or noise.</summary>
    public string From { get; init; } = "grey";

    /// <summary>Steps of ascent.</summary>
    public int Steps { get; init; } = 1000;

    /// <summary>How far the pixel with the largest gradient goes in a step.</summary>
    public double Step { get; init; } = 0.02;
}
