namespace Nabla.Browser;

/// <summary>
/// Looks for what is true of how a network reads a picture, and not to be expected: several candidates, of which the first that holds is taken.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="input">The picture, 0 to 1, row by row.</param>
/// <param name="width">How many pixels a row has.</param>
/// <param name="noise">Draws pictures of pure noise, so many as are looked at.</param>
internal sealed class SurpriseFinder(ReferenceNetwork<double> network, double[] input, int width, Func<Dataset> noise)
{
    /// <summary>The most pictures of noise that are drawn.</summary>
    public const int MostNoise = 300;

    private const int FarthestMove = 3;
    private const double ClearlyRead = 0.5;
    private const double MuchInk = 0.5;

    private readonly double[] _outputs = network.Output(input);

    private int Prediction => Strongest(_outputs);

    /// <summary>Looks, and says after each part how much is done.</summary>
    public IEnumerable<double> Find(Action<Surprise> found)
    {
        List<(int Pixel, double[] Picture, double[] Outputs)> changes = [];
        for (int pixel = 0; pixel < input.Length; pixel++)
        {
            foreach (double value in (double[])[0, 1])
            {
                if (input[pixel] == value) continue;
                double[] picture = [.. input];
                picture[pixel] = value;
                changes.Add((pixel, picture, network.Output(picture)));
            }

            yield return 0.6 * pixel / input.Length;
        }

        var other = changes.Where(change => Strongest(change.Outputs) != Prediction).OrderByDescending(change => change.Outputs.Max()).FirstOrDefault();
        if (other.Picture is not null)
        {
            found(Of(SurpriseKind.Pixel, other.Picture, other.Outputs) with { Pixel = other.Pixel });
            yield break;
        }

        var moves = Moves().Select(move => (move.Across, move.Down, move.Picture, Outputs: network.Output(move.Picture)))
            .Where(move => Strongest(move.Outputs) != Prediction && move.Outputs.Max() >= ClearlyRead)
            .OrderBy(move => Math.Abs(move.Across) + Math.Abs(move.Down)).ThenByDescending(move => move.Outputs.Max()).ToList();
        yield return 0.7;
        if (moves is [var nearest, ..])
        {
            found(Of(SurpriseKind.Moved, nearest.Picture, nearest.Outputs) with { Across = nearest.Across, Down = nearest.Down });
            yield break;
        }

        var drawn = noise();
        for (int n = 1; n <= MostNoise; n++)
        {
            double[] picture = Backpropagation.Convert<double>(drawn[n - 1].Input), outputs = network.Output(picture);
            if (outputs.Max() >= _outputs[Prediction])
            {
                found(Of(SurpriseKind.Noise, picture, outputs) with { Draws = n });
                yield break;
            }

            yield return 0.7 + (0.2 * n / MostNoise);
        }

        if (Erased() is { } erased && erased.Part >= MuchInk)
        {
            found(Of(SurpriseKind.Erased, erased.Picture, network.Output(erased.Picture)) with { Part = erased.Part });
            yield break;
        }

        var strongest = changes.MaxBy(change => Math.Abs(change.Outputs[Prediction] - _outputs[Prediction]));
        found(Of(SurpriseKind.Strongest, strongest.Picture, strongest.Outputs) with { OtherValue = strongest.Outputs[Prediction], Pixel = strongest.Pixel });
    }

    /// <summary>The picture moved by as few pixels as one likes, as long as none of its ink leaves it.</summary>
    private IEnumerable<(int Across, int Down, double[] Picture)> Moves()
    {
        int height = input.Length / width;
        var ink = Enumerable.Range(0, input.Length).Where(pixel => input[pixel] > 0).Select(pixel => (Row: pixel / width, Column: pixel % width)).ToList();
        if (ink.Count == 0) yield break;
        int left = ink.Min(at => at.Column), right = width - 1 - ink.Max(at => at.Column), above = ink.Min(at => at.Row), below = height - 1 - ink.Max(at => at.Row);
        for (int down = -Math.Min(FarthestMove, above); down <= Math.Min(FarthestMove, below); down++)
        {
            for (int across = -Math.Min(FarthestMove, left); across <= Math.Min(FarthestMove, right); across++)
            {
                if ((across, down) == (0, 0)) continue;
                yield return (across, down, Moved(input, width, across, down));
            }
        }
    }

    /// <summary>A picture moved to the right and down, or the other way; what leaves it is gone.</summary>
    public static double[] Moved(double[] picture, int width, int across, int down)
    {
        double[] moved = new double[picture.Length];
        for (int p = 0; p < picture.Length; p++)
        {
            int row = p / width + down, column = p % width + across;
            if (row >= 0 && row < picture.Length / width && column >= 0 && column < width) moved[row * width + column] = picture[p];
        }

        return moved;
    }

    /// <summary>As much ink as can be erased, pixel by pixel, those first that the answer needs least; null where there is none.</summary>
    private (double Part, double[] Picture)? Erased()
    {
        double all = input.Sum(), gone = 0;
        if (all == 0) return null;
        double[] picture = [.. input];
        (double Part, double[] Picture)? most = null;
        foreach (int pixel in Enumerable.Range(0, input.Length).Where(pixel => input[pixel] > 0).OrderByDescending(LeadWithout).ToList())
        {
            picture[pixel] = 0;
            gone += input[pixel];
            if (Strongest(network.Output(picture)) == Prediction && gone < all) most = (gone / all, [.. picture]);
        }

        return most;

        double LeadWithout(int pixel)
        {
            double[] without = [.. input];
            without[pixel] = 0;
            double[] outputs = network.Output(without);
            return outputs[Prediction] - outputs.Where((_, j) => j != Prediction).Max();
        }
    }

    private Surprise Of(SurpriseKind kind, double[] picture, double[] outputs) =>
        new(kind, Prediction, _outputs[Prediction], Strongest(outputs), outputs.Max(), picture, 0, 0, null, 0, 0, MostChanged(picture));

    private int MostChanged(double[] picture)
    {
        var first = network.Layers[0];
        double[] before = first.Activations(first.WeightedSums(input)), after = first.Activations(first.WeightedSums(picture));
        return Enumerable.Range(0, before.Length).MaxBy(j => Math.Abs(after[j] - before[j]));
    }

    private static int Strongest(double[] outputs) => Laboratory.Strongest(outputs);
}
