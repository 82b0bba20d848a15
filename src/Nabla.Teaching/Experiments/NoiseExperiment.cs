namespace Nabla.Experiments;

/// <summary>What a network of digits answers to noise (C17).</summary>
public sealed class NoiseExperiment() : Experiment<NoiseSettings, NoiseResult>(
    "noise", $"shows noise to a trained network, and how sure it is of what it sees in it",
    $"The network has learned to tell digits apart, not to tell what a digit is: a picture of nothing can get an answer as sure as a digit's.",
    [
        Whole("pictures", $"pictures of each kind of noise", 1, 100_000, s => s.Pictures, (s, v) => s with { Pictures = v }),
        Choice(
            "output", $"of the network that is trained: softmax with cross-entropy, or sigmoid with the quadratic cost", ["softmax", "sigmoid"],
            s => s.Output, (s, v) => s with { Output = v }),
        Number("sure", $"the activation from which an answer is called sure", 0, 1, s => s.Sure, (s, v) => s with { Sure = v }),
        .. CommonOptions.Learning,
        Seeds(),
    ],
    needsImages: true, takesNetwork: true)
{
    private const int Bins = 10;

    private protected override NoiseResult RunOn(NoiseSettings settings, Workbench bench)
    {
        bench.Expect(settings.Seeds.Count);
        double brightness = NoisePictures.Brightness(bench.Test.Pixels);
        var kinds = NoisePictures.Kinds(brightness);
        var answers = new List<Answers>[kinds.Length + 1];
        foreach (ref var list in answers.AsSpan()) list = [];
        double accuracy = 0;
        foreach (ulong seed in settings.Seeds)
        {
            bench.Begin(bench.Network is null ? (Said)$"training, seed {seed}" : $"looking");
            var network = bench.Network ?? Trained(settings, seed, bench);
            if (bench.Network is not null) bench.Note(network);
            answers[0].Add(new Answers(network, bench.Test));
            accuracy += answers[0][^1].Evaluation.Accuracy / settings.Seeds.Count;
            for (int k = 0; k < kinds.Length; k++)
            {
                answers[k + 1].Add(new Answers(network, NoisePictures.Draw(bench.Test, k, seed, settings.Pictures)));
            }
        }

        return new NoiseResult(
            Sure: settings.Sure,
            TestAccuracy: accuracy,
            Width: bench.Test.Width,
            Height: bench.Test.Height,
            Kinds: [.. answers.Select((list, k) => Summarise(k == 0 ? $"test" : kinds[k - 1].Name, list, settings.Sure))]);
    }

    private static Network Trained(NoiseSettings settings, ulong seed, Workbench bench)
    {
        var output = Activation.Parse(settings.Output);
        var network = bench.Create(seed, [16, 16], Activation.Sigmoid, output);
        bench.Learn(new LearningTask(network, bench.Train, settings.Training(seed) with { Cost = Cost.UsualFor(output) }));
        return network;
    }

    private static NoiseAnswers Summarise(Said name, List<Answers> networks, double sure)
    {
        double[] top = [.. networks.SelectMany(answers => answers.Evaluation.Confidences).Select(a => (double)a)];
        int[] seen = [.. networks.SelectMany(answers => answers.Evaluation.Predictions)];
        double[] histogram = new double[Bins];
        foreach (double a in top) histogram[Math.Clamp((int)(a * Bins), 0, Bins - 1)] += 1.0 / top.Length;
        var often = seen.CountBy(answer => answer).MaxBy(pair => pair.Value);
        var surest = networks.MaxBy(answers => answers.Evaluation.Confidences.Max())!;
        int index = surest.Evaluation.Confidences.Index().MaxBy(pair => pair.Item).Index;
        return new NoiseAnswers
        {
            Name = name,
            Pictures = top.Length,
            Brightness = NoisePictures.Brightness(networks[0].Data.Pixels),
            TopActivation = Spread.Of(top),
            OutputSum = networks.Average(answers => answers.OutputSum),
            SureShare = (double)top.Count(a => a >= sure) / top.Length,
            Histogram = histogram,
            MostSeen = often.Key,
            MostSeenShare = (double)often.Value / seen.Length,
            Surest = surest.Evaluation.Predictions[index],
            SurestActivation = surest.Evaluation.Confidences[index],
            SurestPicture = surest.Data[index].Input,
        };
    }

    /// <summary>What one network answers to pictures.</summary>
    private sealed class Answers(Network network, Dataset data)
    {
        public Dataset Data => data;

        public Evaluation Evaluation { get; } =
            Evaluator.Evaluate(network, data, Cost.UsualFor(network.Layers[^1].Activation));

        /// <summary>What all outputs together come to, on average over the pictures.</summary>
        public double OutputSum
        {
            get
            {
                var reference = new ReferenceNetwork<double>(network);
                return Enumerable.Range(0, data.Count).Average(i => reference.Output(Backpropagation.Convert<double>(data[i].Input)).Sum());
            }
        }
    }
}

/// <summary>The settings of <see cref="NoiseExperiment"/>.</summary>
public sealed record NoiseSettings : LearningExperimentSettings
{
    /// <summary>The defaults: a network that is trained well is surer, of noise too.</summary>
    public NoiseSettings() => Epochs = 30;

    /// <summary>Pictures of each kind of noise, for each seed.</summary>
    public int Pictures { get; init; } = 1000;

    /// <summary>
    /// The outputs of the network that is trained: softmax with cross-entropy, whose outputs add up to 1 whatever they are shown, or the lectures'
    /// sigmoid with the quadratic cost.
    /// </summary>
    public string Output { get; init; } = "softmax";

    /// <summary>The activation from which an answer is called sure, 0 to 1.</summary>
    public double Sure { get; init; } = 0.9;
}
