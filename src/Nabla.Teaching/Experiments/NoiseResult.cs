using System.Globalization;
using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="NoiseExperiment"/> measured.</summary>
/// <param name="Sure">The activation from which an answer is called sure.</param>
/// <param name="TestAccuracy">The part of the test examples that the network reads right.</param>
/// <param name="Width">Width of a picture.</param>
/// <param name="Height">Height of a picture.</param>
/// <param name="Kinds">The answers to the test examples, then to each kind of noise.</param>
public sealed record NoiseResult(double Sure, double TestAccuracy, int Width, int Height, IReadOnlyList<NoiseAnswers> Kinds) : ExperimentResult
{
    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        var examples = Kinds[0];
        var noise = Kinds.Skip(1).ToList();
        var surest = noise.MaxBy(kind => kind.SurestActivation)!;
        var findings = new List<Said>
        {
            $"The mean top activation is {Words.Number(examples.TopActivation.Mean)} on test examples, of which {Words.Percent(TestAccuracy)} "
                + $"are read right, and {Said.List([.. noise.Select(kind => (Said)$"{Words.Number(kind.TopActivation.Mean)} on {kind.Name} noise")])}.",
            $"Sure, by {Words.Given(Sure)} or more, are {Words.Percent(examples.SureShare)} of the answers to test examples and "
                + $"{Said.List([.. noise.Select(kind => (Said)$"{Words.Percent(kind.SureShare)} to {kind.Name} noise")])}.",
            $"The surest answer to noise is {surest.Surest}, with {Words.Number(surest.SurestActivation)}, to {surest.Name} noise.",
        };
        var most = noise.MaxBy(kind => kind.SureShare)!;
        if (2 * most.SureShare < examples.SureShare)
        {
            Said rarer = $"To noise sure answers are rarer here than to test examples";
            findings.Add(Math.Abs(most.OutputSum - 1) > 1e-6
                ? (Said)($"{rarer}: on {most.Name} noise all outputs together come to {Words.Number(most.OutputSum)} on average, on test examples to "
                    + $"{Words.Number(examples.OutputSum)}. Where they need not add up to 1, all may stay low.")
                : $"{rarer}: the outputs add up to 1, and on {most.Name} noise several share it, the largest with {Words.Number(most.TopActivation.Mean)} on average.");
        }

        int bins = examples.Histogram.Count;
        return new ExperimentReport(findings, new ExperimentTable(
            [$"pictures", $"count", $"mean brightness", $"mean top activation", $"sure ({Words.Given(Sure)})", $"most often seen", $"surest answer"],
            [.. Kinds.Select(kind => (Said[])
            [
                kind.Name, $"{Words.Count(kind.Pictures)}", $"{Words.Number(kind.Brightness)}", $"{kind.TopActivation.Say(Words.Number)}",
                $"{Words.Percent(kind.SureShare)}", $"{kind.MostSeen} ({Words.Percent(kind.MostSeenShare)})", $"{kind.Surest} ({Words.Number(kind.SurestActivation)})",
            ])]))
        {
            Charts =
            [
                new Chart(
                    "How sure the network is",
                    new Axis("top activation")
                    {
                        Categories =
                        [
                            .. Enumerable.Range(0, bins).Select(bin =>
                                string.Create(CultureInfo.InvariantCulture, $"{(double)bin / bins:0.0}–{(bin + 1.0) / bins:0.0}")),
                        ],
                    },
                    new Axis("part of the pictures") { Minimum = 0 })
                {
                    Series = [.. Kinds.Select(kind => new Series(
                        kind.Name.ToString(), [.. Enumerable.Range(0, bins).Select(bin => (double)bin)], kind.Histogram, SeriesStyle.Bars))],
                },
            ],
            Pictures =
            [
                new PictureGrid("The surest answers", [.. Kinds.Select(kind => new ValuePicture(
                    $"{kind.Name}: {kind.Surest}", Width, Height, [.. kind.SurestPicture.Select(pixel => (double)pixel)]))])
                {
                    Columns = Kinds.Count,
                    Subtitle = Said.List([.. Kinds.Select(kind => (Said)$"{kind.Name} {Words.Number(kind.SurestActivation)}")]).ToString(),
                    Kind = PaletteKind.Sequential,
                    Label = "brightness",
                },
            ],
        };
    }
}

/// <summary>What the network answers to pictures of one kind.</summary>
public sealed record NoiseAnswers
{
    /// <summary>
    /// The kind of pictures: the <c>test</c> examples, or noise. Of <c>uniform</c> noise every pixel is drawn from all shades, of
    /// <c>dim</c> noise from the dark ones, and of <c>salt</c> noise it is black or white; the latter two as bright as the test examples.
    /// </summary>
    public required Said Name { get; init; }

    /// <summary>How many answers there are.</summary>
    public required int Pictures { get; init; }

    /// <summary>The mean of all pixels, 0 to 1.</summary>
    public required double Brightness { get; init; }

    /// <summary>The activation of the strongest output.</summary>
    public required Spread TopActivation { get; init; }

    /// <summary>What all outputs together come to, on average.</summary>
    public required double OutputSum { get; init; }

    /// <summary>The part of the answers that are sure.</summary>
    public required double SureShare { get; init; }

    /// <summary>The part of the answers whose activation lies in each tenth of the way from 0 to 1.</summary>
    public required IReadOnlyList<double> Histogram { get; init; }

    /// <summary>The class seen most often.</summary>
    public required int MostSeen { get; init; }

    /// <summary>The part of the pictures in which it was seen.</summary>
    public required double MostSeenShare { get; init; }

    /// <summary>The class of the surest answer.</summary>
    public required int Surest { get; init; }

    /// <summary>How sure that is.</summary>
    public required double SurestActivation { get; init; }

    /// <summary>The picture that got it, row by row, 0 to 1.</summary>
    public required IReadOnlyList<float> SurestPicture { get; init; }
}
