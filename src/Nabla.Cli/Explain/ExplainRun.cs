namespace Nabla.Cli;

/// <summary>Explains one example.</summary>
internal sealed class ExplainRun
{
    public ExplainRun(LocatedModel model, ChosenExample chosen, Cost cost, int top)
    {
        Model = model;
        Chosen = chosen;
        Cost = cost;
        Top = top;
        Explainer = new Explainer(model.Network, chosen.Example, cost);
    }

    public LocatedModel Model { get; }

    public ChosenExample Chosen { get; }

    public Cost Cost { get; }

    /// <summary>How many lines to show of a list.</summary>
    public int Top { get; }

    public Explainer Explainer { get; }

    public ExplainResult Result(ExplainView view)
    {
        var layers = Explainer.Layers();
        var outputs = layers[^1].A;
        bool ofClass = Chosen.Example.Label >= 0;
        if (layers.FirstOrDefault(layer => !layer.Z.Concat(layer.A).All(double.IsFinite)) is { } strange)
            throw CliException.Wrong($"explain needs numbers, but the weighted sums of layer {strange.Layer} of '{Model.Argument}' are too large "
                + $"for this example; choose another one.");
        var result = new ExplainResult
        {
            Model = Model.Path,
            Step = Model.Step,
            Input = Chosen.Name,
            Label = ofClass ? Chosen.Example.Label : null,
            Prediction = ofClass ? Enumerable.Range(0, outputs.Count).MaxBy(j => outputs[j]) : null,
            Cost = Explainer.Value,
            MeanCost = Explainer.Value / outputs.Count,
            CostFunction = Cost.Name,
            Sizes = Model.Network.Sizes,
        };
        return view switch
        {
            { Weight: [int l, int j, int k] } => result with { Chain = Explainer.Chain(l, j, k) },
            { Equations: true } => result with { Forward = OfLayer(Explainer.Forward()), Equations = OfLayer(Explainer.Equations()) },
            { Gradient: true } => result with { Gradient = Explainer.Gradient() },
            { Backward: true } => result with { Backward = Explainer.Backward() },
            { Layer: int l, Neuron: int j } => result with
            {
                Layers = [layers[l - 1]],
                Avenues = Explainer.Avenues(l, j),
                Wishes = l < Explainer.Depth ? [Explainer.Wishes(l + 1)[j]] : null,
            },
            { Layer: int l } => result with { Layers = [layers[l - 1]], Wishes = Explainer.Wishes(l) },
            _ => result with { Layers = layers, DesiredChanges = Explainer.DesiredChanges() },
        };

        IReadOnlyList<Equation> OfLayer(IReadOnlyList<Equation> all) => [.. all.Where(equation => view.Layer is null || equation.Layer == view.Layer)];
    }
}
