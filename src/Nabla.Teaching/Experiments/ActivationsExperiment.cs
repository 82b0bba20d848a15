namespace Nabla.Experiments;

/// <summary>Activation functions as curves, with their slopes and where they saturate (C3).</summary>
public sealed class ActivationsExperiment() : Experiment<ActivationsSettings, ActivationsResult>(
    "activations", $"draws activation functions beside their slopes, and says where they are flat",
    $"Where the curve is flat, σ′(z) is next to 0, and with it every derivative that passes back: the neuron is saturated. The sigmoid is flat "
        + $"at both ends, ReLU only below 0.",
    [
        Choices("activations", $"the activation functions", Known, s => s.Activations, (s, v) => s with { Activations = v }),
        Number("flat", $"the |σ′| below which a curve is called flat", 1e-6, 1, s => s.Flat, (s, v) => s with { Flat = v }),
        Number("reach", $"how far the curves go, from -z to z", 0.1, Far, s => s.Reach, (s, v) => s with { Reach = v }),
    ],
    usesData: false)
{
    // Every σ′ has come to rest there: what is flat at all is flat by then.
    private const double Far = 40;
    private const double Grid = 0.01;
    private const int CurvePoints = 321;

    private static string[] Known => [.. Activation.All.Where(activation => activation.IsElementwise).Select(activation => activation.Name)];

    private protected override ActivationsResult RunOn(ActivationsSettings settings, Workbench bench)
    {
        bench.Expect(settings.Activations.Count);
        return new ActivationsResult(settings.Flat, [.. settings.Activations.Select(name =>
        {
            bench.Begin($"{name}");
            return Draw((ElementwiseActivation)Activation.Parse(name), settings);
        })]);
    }

    private static ActivationCurve Draw(ElementwiseActivation sigma, ActivationsSettings settings)
    {
        double[] z = [.. Enumerable.Range(0, CurvePoints).Select(i => settings.Reach * (2.0 * i / (CurvePoints - 1) - 1))];
        int places = (int)(Far / Grid);
        return new ActivationCurve
        {
            Activation = sigma.Name,
            Least = Bound(sigma.Range.Least),
            Most = Bound(sigma.Range.Most),
            LargestSlope = Enumerable.Range(-places, 2 * places + 1).Max(i => sigma.Slope(i * Grid)),
            FlatBelow = FlatBeyond(-1),
            FlatAbove = FlatBeyond(1),
            Z = z,
            A = [.. z.Select(sigma.Value)],
            Slope = [.. z.Select(sigma.Slope)],
        };

        bool IsFlat(double at) => Math.Abs(sigma.Slope(at)) < settings.Flat;

        // From far out inwards to the first place that is not flat, and then nearer and nearer to where that begins.
        double? FlatBeyond(int side)
        {
            int place = places;
            while (place > -places && IsFlat(side * place * Grid)) place--;
            if (place == places || place == -places) return null;
            double steep = side * place * Grid, flat = side * (place + 1) * Grid;
            while ((steep + flat) / 2 is var middle && middle != steep && middle != flat) (steep, flat) = IsFlat(middle) ? (steep, middle) : (middle, flat);
            return flat + 0;
        }
    }

    private static double? Bound(double x) => double.IsFinite(x) ? x : null;
}

/// <summary>The settings of <see cref="ActivationsExperiment"/>.</summary>
public sealed record ActivationsSettings : ExperimentSettings
{
    /// <summary>The activation functions to draw, by name.</summary>
    public IReadOnlyList<string> Activations { get; init; } = ["sigmoid", "tanh", "relu", "leaky-relu"];

    /// <summary>The |σ′| below which a curve is called flat: 0.01 is a hundredth of what the identity passes.</summary>
    public double Flat { get; init; } = 0.01;

    /// <summary>How far the curves go, from −z to z.</summary>
    public double Reach { get; init; } = 8;
}
