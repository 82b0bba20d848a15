namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    /// <summary>Shows a trained network in the place of the one of this moment; training goes on without it.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="file">What is in its .safetensors file.</param>
    public Moment ShowModel(string name, byte[] file)
    {
        using var stream = new MemoryStream(file);
        var (network, own) = (ModelFile.Load(stream, name).Network, Run.Live.Trainer.Network);
        if (!network.Sizes.SequenceEqual(own.Sizes) || !network.Layers.Select(layer => layer.Activation).SequenceEqual(own.Layers.Select(layer => layer.Activation)))
            throw Refusal.Argument($"'{name}' is a network of {Shape(network)}, and the run's has {Shape(own)}; start a run of that shape first.");
        LeaveModel();
        _model = (name, network);
        return Moment();

        static Said Shape(Network network) => $"{string.Join('-', network.Sizes)} with {string.Join(", ", network.Layers.Select(layer => layer.Activation))}";
    }

    /// <summary>Goes back to the run's own network, as it is at this moment.</summary>
    public Moment HideModel()
    {
        LeaveModel();
        return Moment();
    }

    // Edits belong to the network that they were made on.
    private void LeaveModel()
    {
        _model = null;
        _edits.Clear();
        Forget();
    }
}
