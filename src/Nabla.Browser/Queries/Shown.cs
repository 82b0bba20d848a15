namespace Nabla.Browser;

/// <summary>
/// The network that is shown, edits included, and what was found out about it. It stays the same until the moment or the edits
/// change; then there is a new one.
/// </summary>
internal sealed class Shown(long step, Network network, Dataset train, Dataset test, Cost cost)
{
    private readonly Dictionary<ExampleSet, SetReview> _reviews = [];
    private (ExampleRef Ref, DrawnExample? Drawing, Explainer Explainer)? _explained;
    private FullGradient? _fullGradient;
    private ReferenceNetwork<double>? _reference;
    private Neighbourhood? _neighbourhood;
    private GrowingDream? _dream;

    public Network Network => network;

    public Cost Cost => cost;

    public FullGradient FullGradient => _fullGradient ??= new FullGradient(network, train, cost);

    /// <summary>The same network in double precision.</summary>
    public ReferenceNetwork<double> Reference => _reference ??= new ReferenceNetwork<double>(network);

    public Neighbourhood Neighbourhood => _neighbourhood ??= new Neighbourhood(Reference, test);

    public SetReview Review(ExampleSet set)
    {
        if (!_reviews.TryGetValue(set, out var review))
            _reviews[set] = review = new SetReview(set, step, network, set == ExampleSet.Train ? train : test, cost);
        return review;
    }

    /// <summary>The last one is kept, so that it can be looked at step by step.</summary>
    public GrowingDream Dream(int layer, int neuron, DreamStart from)
    {
        if (_dream is null || (_dream.Layer, _dream.Neuron, _dream.From) != (layer, neuron, from)) _dream = new GrowingDream(Reference, layer, neuron, from);
        return _dream;
    }

    /// <summary>The example run forward and backward; the last one is kept, for a view asks several things of it.</summary>
    public Explainer Explain(ExampleRef which, DrawnExample? drawing, Func<Example> example)
    {
        if (_explained is { } last && last.Ref == which && last.Drawing == drawing) return last.Explainer;
        var explainer = new Explainer(network, example(), cost);
        _explained = (which, drawing, explainer);
        return explainer;
    }
}
