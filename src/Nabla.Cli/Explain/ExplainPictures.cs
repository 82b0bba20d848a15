using System.Globalization;

namespace Nabla.Cli;

/// <summary>Pictures of an explanation, where its input is an image: negative in orange, positive in blue.</summary>
internal static class ExplainPictures
{
    /// <summary>The pictures that go with a part of an explanation; null where there are none.</summary>
    public static PictureGrid? Of(ExplainRun run, ExplainView view)
    {
        if (run.Chosen.Picture is not { } picture) return null;
        float[] input = run.Chosen.Example.Input;
        var first = run.Model.Network.Layers[0];
        var delta = run.Explainer.Layers()[0].Delta;
        return view switch
        {
            { Equations: true } or { Gradient: true } => null,
            { Layer: 1, Neuron: int j } => Beside($"Layer 1, neuron {j}: {run.Chosen.Name}",
                Tile("weights", k => first[j, k]),
                Tile("w × input", k => first[j, k] * input[k]),
                Tile("−∂C/∂w", k => -delta[j] * input[k])),
            { Layer: 1 } => new PictureGrid($"Weights × input of layer 1: {run.Chosen.Name}",
                [.. Enumerable.Range(0, first.Outputs).Select(j => Tile($"{j}", k => first[j, k] * input[k]))])
            { Label = "w·a" },
            { Layer: null, Weight: null, Backward: false } => Beside(run.Chosen.Name,
                Tile("input", k => input[k]), Tile("−∂C/∂input", Wished(run.Explainer.Wishes(1)))),
            _ => null,
        };

        ValuePicture Tile(string caption, Func<int, double> value) =>
            new(caption, picture.Width, picture.Height, [.. Enumerable.Range(0, input.Length).Select(value)]);
    }

    /// <summary>A picture a neuron of the first layer, all on one scale.</summary>
    public static PictureGrid? OfFirstLayer(string title, Dataset data, IEnumerable<IReadOnlyList<double>> gradients) =>
        !data.IsImages ? null : new PictureGrid(title,
            [.. gradients.Select((values, j) => new ValuePicture($"{j}", data.Width, data.Height, values))])
        { Label = "∂C/∂w" };

    private static Func<int, double> Wished(IReadOnlyList<Wish> wishes) => k => -wishes[k].Derivative;

    // Pictures of different quantities cannot share a scale: each is drawn by its own largest value.
    private static PictureGrid Beside(string title, params IReadOnlyList<ValuePicture> pictures)
    {
        double[] most = [.. pictures.Select(picture => picture.Values.Max(Math.Abs))];
        return new PictureGrid(title, [.. pictures.Select((picture, i) => picture with { Values = [.. picture.Values.Select(x => most[i] > 0 ? x / most[i] : 0)] })])
        {
            Columns = pictures.Count,
            Label = "of the largest",
            Subtitle = "each by its own largest value: " + string.Join(", ", most.Select(x => x.ToString("G2", CultureInfo.InvariantCulture))),
        };
    }
}
