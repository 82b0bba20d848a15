namespace Nabla.Browser;

/// <summary>
/// A small training that answers a question: with the run's own settings and its first examples, but without what would vary them or end it early.
/// </summary>
internal static class Trial
{
    /// <summary>The slope below which a neuron is called saturated.</summary>
    public const double Flat = 0.01;

    private const int MostParameters = 100_000;
    private const int Tests = 200;

    /// <summary>Whether such a training of the run's network is over in a few seconds in a browser.</summary>
    public static bool IsShort(Scene scene) => scene.Network.ParameterCount <= MostParameters;

    /// <summary>The first training examples.</summary>
    public static Dataset Train(Scene scene, int most) => scene.Run.Train.Take(most);

    /// <summary>The first test examples.</summary>
    public static Dataset Test(Scene scene) => scene.Run.Test.Take(Tests);

    /// <summary>A network as the run begins with, from another seed.</summary>
    public static Network Network(Scene scene, ulong seed, Initializer? initializer = null)
    {
        var configuration = scene.Run.Configuration;
        return (configuration with { Initializer = initializer ?? configuration.Initializer, Training = configuration.Training with { Seed = seed } })
            .CreateNetwork(scene.Run.Train);
    }

    /// <summary>How the run trains, for so many epochs and with examples in the order of another seed.</summary>
    public static TrainingOptions Options(Scene scene, ulong seed, int epochs) => scene.Run.Configuration.Training with
    {
        Seed = seed,
        Epochs = epochs,
        EarlyStopping = null,
        Schedule = new ConstantRate(),
        Augmentation = null,
        DropOut = 0,
        Threads = 1,
    };

    /// <summary>Trains to the end, a step a part.</summary>
    public static IEnumerable<double> Steps(Trainer trainer)
    {
        double all = (double)trainer.StepsPerEpoch * trainer.Options.Epochs;
        foreach (var report in trainer.BatchesIfAny()) yield return report.Step / all;
    }

    /// <summary>The part of some examples that a network reads rightly, in per cent.</summary>
    public static double Accuracy(Scene scene, Network network, Dataset data) => 100 * Evaluator.Evaluate(network, data, scene.Run.Cost).Accuracy;

    /// <summary>How many neurons of a layer differ from all before them in a weight or in the bias.</summary>
    public static int DifferentNeurons(DenseLayer layer) => Enumerable.Range(0, layer.Outputs)
        .Count(j => !Enumerable.Range(0, j).Any(i => layer.Biases[i] == layer.Biases[j] && layer.Row(i).SequenceEqual(layer.Row(j))));

    /// <summary>The part of a layer's neurons, over some examples, whose activation function is so flat that they hardly learn; in per cent.</summary>
    /// <param name="layer">A first layer, element-wise.</param>
    /// <param name="inputs">The inputs.</param>
    public static double Saturated(DenseLayer layer, IEnumerable<float[]> inputs)
    {
        var reference = new ReferenceNetwork<double>(new Network(layer)).Layers[0];
        double[] slopes = new double[layer.Outputs];
        return 100 * inputs.Average(input =>
        {
            layer.Activation.Derivative<double>(reference.WeightedSums(Array.ConvertAll(input, x => (double)x)), slopes);
            return slopes.Average(slope => Math.Abs(slope) < Flat ? 1.0 : 0);
        });
    }

    /// <summary>A measured number as a question names it.</summary>
    public static double Shown(double number) => Written.Short(number, digits: 3);

    /// <summary>A solution that is a count or a choice; a slip that leads to it is none.</summary>
    public static Solution Exactly(double answer, IReadOnlyDictionary<string, double> slips, IReadOnlyDictionary<string, double> values) =>
        Solution.Exact(answer, slips, values).OfThoseApart;

    /// <summary>A solution that is estimated: a guess may be so far away. A slip that is nearer than it can be told from is none.</summary>
    public static Solution Nearly(double answer, double room, IReadOnlyDictionary<string, double> slips, IReadOnlyDictionary<string, double> values) =>
        (Solution.Exact(answer, slips, values) with { Least = room }).OfThoseApart;
}
