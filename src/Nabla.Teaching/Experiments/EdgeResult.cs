using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="EdgeExperiment"/> measured.</summary>
public sealed record EdgeResult : ExperimentResult
{
    /// <summary>The bias b.</summary>
    public required double Bias { get; init; }

    /// <summary>Width of a picture.</summary>
    public required int Width { get; init; }

    /// <summary>Height of a picture.</summary>
    public required int Height { get; init; }

    /// <summary>The weights, row by row.</summary>
    public required IReadOnlyList<float> Weights { get; init; }

    /// <summary>The answers to the pictures that were made, then to the test example with the largest weighted sum.</summary>
    public required IReadOnlyList<EdgeAnswer> Pictures { get; init; }

    /// <summary>Test examples of each class.</summary>
    public required IReadOnlyList<int> Examples { get; init; }

    /// <summary>For how many of each class the neuron is active, <c>a &gt; ½</c>.</summary>
    public required IReadOnlyList<int> Active { get; init; }

    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        var (edge, strongest) = (Pictures[0], Pictures[^1]);
        int most = Enumerable.Range(0, Active.Count).MaxBy(c => (double)Active[c] / Math.Max(1, Examples[c]));
        Said[] findings =
        [
            $"a is more than ½ where z = Σw·a + b is above 0, so with b = {Words.Given(Bias)} where the weighted sum is above {Words.Given(-Bias)}: "
                + $"{edge.Name} gives {Words.Number(edge.Sum)}, z = {Words.Number(edge.Z)} and a = {Words.Number(edge.Activation)}.",
            Active.Sum() == 0
                ? (Said)$"It is active for none of {Words.Count(Examples.Sum())} test examples: the largest weighted sum among them is {Words.Number(strongest.Sum)}."
                : $"It is active for {Words.Count(Active.Sum())} of {Words.Count(Examples.Sum())} test examples, most often for a {most}: "
                    + $"{Words.Count(Active[most])} of {Words.Count(Examples[most])}.",
        ];
        return new ExperimentReport(findings, new ExperimentTable(
            [$"picture", $"weighted sum", $"bias", $"z", $"a = σ(z)"],
            [.. Pictures.Select(answer => (Said[])
            [
                answer.Name, $"{Words.Number(answer.Sum)}", $"{Words.Given(Bias)}", $"{Words.Number(answer.Z)}", $"{Words.Number(answer.Activation)}",
            ])]))
        {
            Pictures =
            [
                new PictureGrid("A neuron that sees an edge", [new ValuePicture("weights", Width, Height, [.. Weights.Select(w => (double)w)])])
                {
                    Label = "weight",
                    Subtitle = $"bias {Words.Given(Bias)}",
                },
                new PictureGrid("What it is shown", [.. Pictures.Select(answer => new ValuePicture(
                    $"a = {Words.Number(answer.Activation)}", Width, Height, [.. answer.Picture.Select(pixel => (double)pixel)]))])
                {
                    Columns = Pictures.Count,
                    Kind = PaletteKind.Sequential,
                    Label = "brightness",
                },
            ],
            Charts =
            [
                new Chart(
                    "Where it is active", new Axis("class") { Categories = [.. Active.Select((_, c) => $"{c}")] }, Plot.Accuracy("part of the test examples"))
                {
                    Series =
                    [
                        new Series("active", [.. Active.Select((_, c) => (double)c)],
                            [.. Active.Select((count, c) => (double)count / Math.Max(1, Examples[c]))], SeriesStyle.Bars),
                    ],
                },
            ],
        };
    }
}

/// <summary>What the neuron makes of a picture.</summary>
/// <param name="Name">What the picture is.</param>
/// <param name="Sum">The weighted sum of its pixels, <c>Σ_k w_k·a_k</c>.</param>
/// <param name="Z">The same with the bias, <c>z</c>.</param>
/// <param name="Activation"><c>a = σ(z)</c>.</param>
/// <param name="Picture">The picture, row by row, 0 to 1.</param>
public sealed record EdgeAnswer(Said Name, double Sum, double Z, double Activation, IReadOnlyList<float> Picture);
