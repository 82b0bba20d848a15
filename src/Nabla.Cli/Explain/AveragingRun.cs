namespace Nabla.Cli;

/// <summary>The averaging table of a mini-batch, and the pictures of its first layer.</summary>
internal sealed record AveragingRun(AveragingResult Result, PictureGrid? Pictures)
{
    public static AveragingRun Of(LocatedModel model, DataPart part, (int From, int To) range, Cost cost, int rows, Host host)
    {
        part.Check("--examples", range.To);
        int[] examples = [.. Enumerable.Range(range.From, range.To - range.From + 1)];
        var table = AveragingTable.Of(model.Network, part.Examples, examples, cost, rows, host.Cancellation);
        var result = new AveragingResult(model.Path, model.Step, part.Name, part.Split, cost.Name, table);

        // In file order the weights of the first layer come first, a row a neuron.
        var firstLayer = table.Means.Take(model.Network.Layers[0].Weights.Length).Chunk(model.Network.Inputs);
        return new(result, ExplainPictures.OfFirstLayer("The mean gradient of layer 1", part.Examples, firstLayer));
    }
}
