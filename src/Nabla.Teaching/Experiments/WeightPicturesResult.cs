using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="WeightPicturesExperiment"/> measured.</summary>
/// <param name="Width">Width of a picture.</param>
/// <param name="Height">Height of a picture.</param>
/// <param name="AlwaysDark">The part of the pixels that are dark in every training example, 0 to 1.</param>
/// <param name="ImageCorrelation">The correlation between neighbouring pixels of the training images themselves.</param>
/// <param name="Moments">The moments, in their order.</param>
public sealed record WeightPicturesResult(
    int Width, int Height, double AlwaysDark, double ImageCorrelation, IReadOnlyList<WeightMoment> Moments) : ExperimentResult
{
    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        var (first, last) = (Moments[0], Moments[^1]);
        Said[] findings =
        [
            $"Neighbouring weights of a neuron correlate by {Words.Number(first.NeighbourCorrelation)} {When(first)} and by "
                + $"{Words.Number(last.NeighbourCorrelation)} {When(last)}; neighbouring pixels of the images by {Words.Number(ImageCorrelation)}.",
            $"{Words.Percent(AlwaysDark)} of the pixels are dark in every example, and {Words.Percent(last.Unmoved)} of the weights "
                + $"are {When(last)} as they were at the start: what is dark does not move.",
        ];
        return new ExperimentReport(findings, new ExperimentTable(
            [$"epochs", $"training cost", $"test accuracy", $"neighbours correlate", $"weights unmoved"],
            [.. Moments.Select(moment => (Said[])
            [
                $"{Words.Count(moment.Epoch)}", $"{Words.Number(moment.TrainCost)}", $"{Words.Percent(moment.TestAccuracy)}",
                $"{Words.Number(moment.NeighbourCorrelation)}", $"{Words.Percent(moment.Unmoved)}",
            ])]))
        {
            Pictures =
            [
                new PictureGrid(
                    "The first layer while it learns",
                    [.. last.Weights.SelectMany((_, j) => Moments.Select(moment => Picture(moment, j, $"{j}: epoch {moment.Epoch}")))])
                {
                    Columns = Moments.Count,
                    Label = "weight",
                    Subtitle = "a row for each neuron",
                },
                .. Moments.Select(moment => new PictureGrid(
                    $"The first layer {When(moment)}", [.. moment.Weights.Select((_, j) => Picture(moment, j, $"{j}"))])
                {
                    Label = "weight",
                    Subtitle = $"test accuracy {Words.Percent(moment.TestAccuracy)}",
                }),
            ],
        };
    }

    private ValuePicture Picture(WeightMoment moment, int j, string caption) =>
        new(caption, Width, Height, [.. moment.Weights[j].Select(w => (double)w)]);

    private static Said When(WeightMoment moment) => moment.Epoch switch
    {
        0 => $"before training",
        1 => $"after 1 epoch",
        _ => $"after {Words.Count(moment.Epoch)} epochs",
    };
}

/// <summary>The first layer at one moment.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="TrainCost">The cost of the training examples.</param>
/// <param name="TestAccuracy">The part of the test examples that the network reads right.</param>
/// <param name="NeighbourCorrelation">
/// The correlation between neighbouring weights of a neuron, pixels that are always dark left out: 0 for independent
/// draws, near 1 for smooth pictures.
/// </param>
/// <param name="Unmoved">The part of the layer's weights that are bit by bit what they were at the start.</param>
/// <param name="Weights">The weights of each neuron shown, row by row.</param>
public sealed record WeightMoment(
    int Epoch, double TrainCost, double TestAccuracy, double NeighbourCorrelation, double Unmoved, IReadOnlyList<IReadOnlyList<float>> Weights);
