namespace Nabla.Fuzz;

/// <summary>What is done with a model once it is read: asked, judged, explained, saved in every form and read again.</summary>
internal static class ModelUse
{
    private const int MostParameters = 100_000;

    public static void Of(Model model, string folder)
    {
        var (network, info) = (model.Network, model.Info);
        if (network.Layers.Sum(layer => (long)layer.ParameterCount) > MostParameters) return;
        Ask(network);
        Judge(network, info.Cost);
        if (info.Table is { } table) TableEncodings.Use(table);

        foreach (var format in ModelFormat.All)
        {
            string path = Path.Combine(folder, "again" + format.Ending);
            model.Save(path);
            var again = Model.Load(path);

            // With a table, an ONNX file has the standardisation in its first layer, and hidden softmax has no name there.
            if (!format.TakesPixels) Same(model, again, format.Name);
            else if (info.Table is null) Promise.That(again.Network.Digest() == network.Digest(), $"the same network from {format.Name}");
        }
    }

    private static void Ask(Network network)
    {
        var predictor = new Predictor(network);
        Promise.That(predictor.Outputs(new byte[network.Inputs]).Length == network.Outputs, "an answer an output");
        Promise.That(predictor.Classify(new float[network.Inputs]) is var seen && seen >= -1 && seen < network.Outputs, "an answer that is a class");
    }

    private static void Judge(Network network, Cost? said)
    {
        var output = network.Layers[^1].Activation;
        var cost = said?.Misfit(output) is null && said is not null ? said : Cost.All.First(known => known.Misfit(output) is null);
        var data = Dataset.FromValues(new float[3 * network.Inputs], new int[3], network.Inputs, network.Outputs);
        Promise.That(Evaluator.Evaluate(network, data, cost).Examples == 3, "all examples evaluated");
        Promise.That(Backpropagation.Trace(network, data[0], cost).Layers.Count == network.Layers.Count, "a trace of every layer");
    }

    private static void Same(Model one, Model other, string format)
    {
        Promise.That(one.Network.Digest() == other.Network.Digest(), $"the same parameters from {format}");
        Promise.That(one.Network.Layers.Select(layer => layer.Activation)
            .SequenceEqual(other.Network.Layers.Select(layer => layer.Activation)), $"the same activations from {format}");
        Promise.That(one.Info.Cost == other.Info.Cost && one.Info.Table?.ToJson() == other.Info.Table?.ToJson(), $"the same cost and table from {format}");
        Promise.That((one.Info.ClassNames ?? []).SequenceEqual(other.Info.ClassNames ?? []), $"the same names of classes from {format}");
        Promise.That(one.Info.Provenance.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .SequenceEqual(other.Info.Provenance.OrderBy(entry => entry.Key, StringComparer.Ordinal)), $"the same provenance from {format}");
    }
}
