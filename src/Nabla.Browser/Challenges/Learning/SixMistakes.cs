namespace Nabla.Browser;

/// <summary>The accuracy stays at about chance: which of six mistakes was made, by the signs that each leaves.</summary>
internal sealed class SixMistakes() : Challenge("six-mistakes", "C12", "training.cost", ChallengeForm.Choice)
{
    private const int Examples = 100, Epochs = 3, Batch = 10, Tries = 6, MostParameters = 40_000;
    private const float White = 255;
    private const double MostRight = 25;

    private static readonly string[] Mistakes = ["pixels-undivided", "equal-weights", "rate-too-large", "flipped-sign", "rate-too-small", "labels-shuffled"];

    public override Posed? Pose(Scene scene, Rng rng)
    {
        if (scene.Network.ParameterCount > MostParameters) return null;
        for (int i = 0; i < Tries; i++)
        {
            int mistake = rng.NextInt(Mistakes.Length);
            ulong seed = (ulong)rng.NextInt(1000);
            if (Make(scene, mistake, seed) is { } signs && signs["accuracy"] <= MostRight && Diagnosis(signs) == mistake)
                return Posed.With(signs, Trial.Exactly(mistake, new Dictionary<string, double>(), signs)) with { Options = Mistakes };
        }

        return null;
    }

    /// <summary>The mistake that signs tell of, the surest sign first.</summary>
    private static int Diagnosis(Dictionary<string, double> signs)
    {
        double growth = signs["after"] / signs["before"];
        return signs["largest"] > 1 ? 0
            : signs["different"] == 1 ? 1
            : signs["saturated"] > 50 ? 2
            : growth > 1.05 ? 3
            : growth >= 0.95 ? 4
            : 5;
    }

    /// <summary>Trains with a mistake; null where training breaks off.</summary>
    private static Dictionary<string, double>? Make(Scene scene, int mistake, ulong seed)
    {
        string made = Mistakes[mistake];
        var data = Trial.Train(scene, Examples);
        if (made == "labels-shuffled") data = ShuffledLabelsExperiment.Shuffled(data, seed);
        if (made == "pixels-undivided") data = Undivided(data);
        var network = Trial.Network(scene, seed, made == "equal-weights" ? Initializer.Constant(0.01f) : scene.Network.Layers[0].Activation.UsualInitializer);
        var options = Trial.Options(scene, seed, Epochs) with { BatchSize = Batch };
        double factor = made == "rate-too-small" ? 0.001 : made == "rate-too-large" ? 300 : 1;
        options = options with { Optimizer = options.Optimizer with { LearningRate = factor * options.Optimizer.LearningRate } };
        double before = Evaluator.Evaluate(network, data, options.Cost).Cost;
        if (made == "flipped-sign")
        {
            for (int first = 0; first < Epochs * data.Count; first += Batch) FlippedSign.Climb(network, data, options.Cost, options.Optimizer.LearningRate, first, Batch);
        }
        else
        {
            var trainer = new Trainer(network, data, options);
            foreach (double _ in Trial.Steps(trainer))
            {
            }

            if (trainer.State == TrainingState.Diverged) return null;
        }

        var evaluation = Evaluator.Evaluate(network, data, options.Cost);
        if (!double.IsFinite(before + evaluation.Cost)) return null;
        var layer = network.Layers[0];
        float[][] inputs = [.. Enumerable.Range(0, Math.Min(20, data.Count)).Select(i => data[i].Input)];
        return new Dictionary<string, double>
        {
            ["examples"] = data.Count, ["epochs"] = Epochs, ["accuracy"] = Trial.Shown(100 * evaluation.Accuracy),
            ["before"] = Trial.Shown(before), ["after"] = Trial.Shown(evaluation.Cost),
            ["largest"] = Trial.Shown(inputs.Max(input => input.Max())), ["saturated"] = layer.Activation.IsElementwise ? Trial.Shown(Trial.Saturated(layer, inputs)) : 0,
            ["answers"] = evaluation.Predictions.Distinct().Count(), ["different"] = Trial.DifferentNeurons(layer), ["neurons"] = layer.Outputs,
        };
    }

    private static Dataset Undivided(Dataset data)
    {
        float[] values = new float[data.Count * data.Inputs];
        for (int i = 0; i < data.Count; i++) data.CopyInput(i, values.AsSpan(i * data.Inputs));
        for (int i = 0; i < values.Length; i++) values[i] *= White;
        return Dataset.FromValues(values, data.Labels, data.Inputs, data.Classes);
    }
}
