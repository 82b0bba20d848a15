using System.Runtime.InteropServices;

namespace Nabla.Experiments;

/// <summary>One hidden layer approximates any function, the better the wider it is (C5).</summary>
public sealed class ApproximationExperiment() : Experiment<ApproximationSettings, ApproximationResult>(
    "approximation", $"fits a function of one variable with hidden layers of growing width",
    $"A single hidden layer with a non-linear activation comes as near to any continuous function as one likes, if only it is wide enough.",
    [
        Choice("function", $"the function to fit, from -1 to 1", [.. Functions.Keys], s => s.Function, (s, v) => s with { Function = v }),
        Wholes("widths", $"neurons in the hidden layer", 1, 1000, s => s.Widths, (s, v) => s with { Widths = v }),
        Choice("activation", $"of the hidden layer", ["tanh", "sigmoid", "relu", "identity"], s => s.Activation, (s, v) => s with { Activation = v }),
        Whole("steps", $"steps of descent, each with all 64 points", 1, 1_000_000, s => s.Steps, (s, v) => s with { Steps = v }),
        Number("learning-rate", $"how far a weight goes in a step, about", 1e-6, 1, s => s.LearningRate, (s, v) => s with { LearningRate = v }),
        Seeds(),
    ],
    usesData: false)
{
    private const int Points = 64;

    // The adaptive steps of Kingma and Ba (2014, algorithm 1): with one size of step for all weights a fit takes far longer.
    private const double FirstDecay = 0.9, SecondDecay = 0.999, Tiny = 1e-8;

    internal static readonly Dictionary<string, Func<double, double>> Functions = new()
    {
        ["sine"] = x => 0.8 * Math.Sin(2 * Math.PI * x),
        ["step"] = x => x < 0 ? -0.7 : 0.7,
        ["bump"] = x => 0.9 * Math.Exp(-20 * x * x),
        ["wave"] = x => 0.5 * Math.Sin(3 * Math.PI * x) + 0.3 * Math.Cos(5 * Math.PI * x),
    };

    private protected override ApproximationResult RunOn(ApproximationSettings settings, Workbench bench)
    {
        bench.Expect(settings.Widths.Count * settings.Seeds.Count);
        double[] x = Places();
        double[] y = [.. x.Select(Functions[settings.Function])];
        return new ApproximationResult(
            Function: settings.Function,
            Activation: settings.Activation,
            X: x,
            Y: y,
            Fits: [
                .. settings.Widths.Select(width =>
                {
                    var fits = settings.Seeds.Select(seed => Fit(settings, width, seed, x, y, bench)).ToList();
                    var errors = fits.ConvertAll(fit => Spread.RootMeanSquare(fit.Zip(y, (a, target) => a - target)));
                    return new Approximation(width, fits[errors.IndexOf(errors.Min())], Spread.Of(errors));
                }),
            ]);
    }

    /// <summary>The points that are fitted, evenly spaced from −1 to 1.</summary>
    internal static double[] Places(int count = Points) => [.. Enumerable.Range(0, count).Select(i => 2.0 * i / (count - 1) - 1)];

    /// <summary>One hidden layer before its first step.</summary>
    internal static Network NetworkOf(int width, string activation, ulong seed)
    {
        var network = Network.Create(1, seed, new Dense(width, Activation.Parse(activation), Initializer.Normal), new Dense(1, Activation.Identity));

        // Steep enough that their bends lie apart within the interval.
        foreach (ref float w in network.Layers[0].Weights) w *= 4;
        foreach (ref float b in network.Layers[0].Biases) b *= 2;
        return network;
    }

    private static double[] Fit(ApproximationSettings settings, int width, ulong seed, double[] x, double[] y, Workbench bench)
    {
        bench.Begin(width == 1 ? (Said)$"1 neuron" : $"{width} neurons", seed);
        var network = NetworkOf(width, settings.Activation, seed);
        bench.Note(network, Cost.HalfQuadratic);
        var reference = new ReferenceNetwork<double>(network);
        Gradient<double> first = new(network), second = new(network);
        for (int step = 1; step <= settings.Steps; step++)
        {
            if (step % 100 == 0) bench.Report((double)step / settings.Steps);
            var gradient = new Gradient<double>(network);
            for (int i = 0; i < x.Length; i++) gradient.Add(reference.Trace([x[i]], [y[i]], Cost.HalfQuadratic));
            gradient.Divide(x.Length);
            double rate = settings.LearningRate * (1 - (double)(step - 1) / settings.Steps);
            for (int l = 0; l < reference.Layers.Length; l++)
            {
                Move(Flat(reference.Layers[l].Weights), Flat(gradient.Weights[l]), Flat(first.Weights[l]), Flat(second.Weights[l]), rate, step);
                Move(reference.Layers[l].Biases, gradient.Biases[l], first.Biases[l], second.Biases[l], rate, step);
            }
        }

        return [.. x.Select(at => reference.Output([at])[0])];
    }

    private static void Move(Span<double> parameters, Span<double> gradient, Span<double> first, Span<double> second, double rate, int step)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            first[i] = FirstDecay * first[i] + (1 - FirstDecay) * gradient[i];
            second[i] = SecondDecay * second[i] + (1 - SecondDecay) * gradient[i] * gradient[i];
            double mean = first[i] / (1 - Math.Pow(FirstDecay, step)), square = second[i] / (1 - Math.Pow(SecondDecay, step));
            parameters[i] -= rate * mean / (Math.Sqrt(square) + Tiny);
        }
    }

    private static Span<double> Flat(double[,] matrix) => MemoryMarshal.CreateSpan(ref matrix[0, 0], matrix.Length);
}

/// <summary>The settings of <see cref="ApproximationExperiment"/>.</summary>
public sealed record ApproximationSettings : ExperimentSettings
{
    /// <summary>The function to fit: sine, step, bump or wave.</summary>
    public string Function { get; init; } = "wave";

    /// <summary>Neurons in the hidden layer.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [1, 2, 4, 8, 32, 128];

    /// <summary>The activation of the hidden layer; the output is the identity.</summary>
    public string Activation { get; init; } = "tanh";

    /// <summary>Steps of descent, each with all points.</summary>
    public int Steps { get; init; } = 2000;

    /// <summary>About how far a weight goes in the first steps; it falls to 0 towards the last.</summary>
    public double LearningRate { get; init; } = 0.03;
}
