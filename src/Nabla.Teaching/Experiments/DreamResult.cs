using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="DreamExperiment"/> measured.</summary>
public sealed record DreamResult : ExperimentResult
{
    /// <summary>The layer of the neurons, from 1.</summary>
    public required int Layer { get; init; }

    /// <summary>Whether that is the output.</summary>
    public required bool IsOutput { get; init; }

    /// <summary>Width of a picture.</summary>
    public required int Width { get; init; }

    /// <summary>Height of a picture.</summary>
    public required int Height { get; init; }

    /// <summary>How many training examples the pictures were compared with.</summary>
    public required int Examples { get; init; }

    /// <summary>How test examples correlate with the training example most like them.</summary>
    public required Spread TestNearest { get; init; }

    /// <summary>The picture of each neuron.</summary>
    public required IReadOnlyList<Dream> Dreams { get; init; }

    // What counts as on, and what as rising.
    private const double Fired = 0.5, StillRising = 0.01;

    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        Spread nearest = Spread.Of(Dreams.Select(dream => dream.Nearest));
        Said similar = $"The most similar of {Words.Count(Examples)} training examples correlates with such a picture by {Words.Number(nearest.Mean)} "
            + $"on average, with a test example by {Words.Number(TestNearest.Mean)}.";
        var findings = new List<Said>
        {
            $"Ascent raises {(IsOutput ? (Said)$"the outputs" : $"the neurons of layer {Layer}")} "
                + $"from {Words.Number(Dreams.Average(dream => dream.StartActivation))} to {Words.Number(Dreams.Average(dream => dream.Activation))} on average.",
            nearest.Most < TestNearest.Least
                ? $"{similar} Every one of them is further from the examples than each of those test examples."
                : similar,
        };
        if (Dreams.Where(dream => dream.Activation < Fired).ToList() is { Count: > 0 } low)
        {
            Said names = Said.List([.. low.Select(dream => (Said)$"{dream.Neuron}")]);
            double rise = low.Max(dream => dream.LateRise);
            findings.Add(rise > StillRising
                ? (Said)$"Below ½ stay {names}: in the last tenth of the steps they still rose by up to {Words.Number(rise)}, so more --steps may raise them."
                : $"Below ½ stay {names}: in the last tenth of the steps they rose by {Words.Number(Math.Max(0, rise))} at most, and "
                    + $"{Words.Percent(low.Average(dream => dream.Picture.Average(pixel => pixel is 0 or 1 ? 1.0 : 0)))} of their pixels can go no further, being black or "
                    + $"white; another --from or a smaller --step may lead elsewhere.");
        }

        return new ExperimentReport(findings, new ExperimentTable(
            [IsOutput ? (Said)$"output" : $"neuron", $"activation at start", $"activation at end", $"correlation with the nearest example"],
            [
                .. Dreams.Select(dream => (Said[])
                [
                    $"{dream.Neuron}", $"{Words.Number(dream.StartActivation)}", $"{Words.Number(dream.Activation)}", $"{Words.Number(dream.Nearest)}",
                ]),
                [$"test examples", $"", $"", $"{TestNearest.Say(Words.Number)}"],
            ]))
        {
            Pictures =
            [
                new PictureGrid(
                    IsOutput ? "What each output likes best" : $"What each neuron of layer {Layer} likes best",
                    [.. Dreams.Select(dream => new ValuePicture(
                        $"{dream.Neuron} ({Words.Number(dream.Activation)})", Width, Height, [.. dream.Picture.Select(pixel => (double)pixel)]))])
                {
                    Columns = Dreams.Count % 5 == 0 ? 5 : 8,
                    Kind = PaletteKind.Sequential,
                    Label = "brightness",
                },
            ],
        };
    }
}

/// <summary>The picture that pleases one neuron.</summary>
/// <param name="Neuron">The neuron, from 0.</param>
/// <param name="StartActivation">Its activation for the picture that the ascent began with.</param>
/// <param name="Activation">Its activation for the picture.</param>
/// <param name="LateRise">By how much it rose in the last tenth of the steps.</param>
/// <param name="Nearest">How the picture correlates with the training example most like it.</param>
/// <param name="Picture">The picture, row by row, 0 to 1.</param>
public sealed record Dream(int Neuron, double StartActivation, double Activation, double LateRise, double Nearest, IReadOnlyList<float> Picture);
