namespace Nabla.Cli;

/// <summary>Pictures of an explanation, where its input is an image: in orange and blue, each by its own largest value.</summary>
internal static class ExplainPictures
{
    /// <summary>The pictures that go with a part of an explanation; null where there are none.</summary>
    public static PictureGrid? Of(ExplainRun run, ExplainView view)
    {
        if (run.Chosen.Picture is not { } picture) return null;
        float[] input = run.Chosen.Example.Input;
        return view switch
        {
            { Layer: 1, Neuron: int j } => Grid($"Layer 1, neuron {j}: {run.Chosen.Name}",
                Tile("weights", k => run.Model.Network.Layers[0][j, k]),
                Tile("weights × input", k => run.Model.Network.Layers[0][j, k] * input[k]),
                Tile("wished change: −∂C/∂w", k => -run.Explainer.Layers()[0].Delta[j] * input[k])),
            { Layer: 1, Equations: false } => Grid($"Weights × input of layer 1: {run.Chosen.Name}",
                [.. Enumerable.Range(0, run.Model.Network.Layers[0].Outputs).Select(j => Tile($"{j}", k => run.Model.Network.Layers[0][j, k] * input[k]))]),
            { Layer: null, Weight: null, Equations: false, Backward: false } => Grid(run.Chosen.Name,
                Tile("input", k => input[k]), Tile("wished change: −∂C/∂a⁰", Wished(run.Explainer.Wishes(1)))),
            _ => null,
        };

        ValuePicture Tile(string caption, Func<int, double> value)
        {
            double[] values = [.. Enumerable.Range(0, input.Length).Select(value)];
            double most = values.Max(Math.Abs);
            return new(most > 0 ? $"{caption} (±{most.ToString("G2", System.Globalization.CultureInfo.InvariantCulture)})" : caption,
                picture.Width, picture.Height, [.. values.Select(x => most > 0 ? x / most : 0)]);
        }
    }

    /// <summary>A picture a neuron of the first layer, all on one scale.</summary>
    public static PictureGrid? OfFirstLayer(string title, string label, Dataset data, IEnumerable<IReadOnlyList<double>> neurons) =>
        !data.IsImages ? null : new PictureGrid(title,
            [.. neurons.Select((values, j) => new ValuePicture($"{j}", data.Width, data.Height, values))])
        { Label = label };

    private static Func<int, double> Wished(IReadOnlyList<Wish> wishes) => k => -wishes[k].Derivative;

    private static PictureGrid Grid(string title, params IReadOnlyList<ValuePicture> pictures) =>
        new(title, pictures) { Columns = Math.Min(8, pictures.Count), Label = "part of each picture's largest value" };
}
