using System.Reflection;

namespace Nabla.Browser;

/// <summary>
/// The engine as the page uses it: data, one run, one moment of it, and what can be asked about that moment. Every public method
/// can be called from the page; their types there are made from these.
/// </summary>
/// <remarks>Whatever cannot be answered throws with a sentence that says why and what to do.</remarks>
internal sealed partial class Laboratory
{
    private readonly DataShelf _shelf = new();
    private readonly List<Edit> _edits = [];
    private Run? _run;
    private (string Name, Network Network)? _model;
    private DrawnExample? _drawing;
    private Photo? _photo;
    private Shown? _shown;

    private Run Run => _run ?? throw Refusal.Operation($"There is no run yet; start one first.");

    /// <summary>The network of the moment, or the one that is shown in its place.</summary>
    private Network Unedited => _model?.Network ?? Run.Live.Trainer.Network;

    /// <summary>The same with its edits.</summary>
    private Shown Now
    {
        get
        {
            if (_shown is not null) return _shown;
            var network = Unedited.Clone();
            foreach (var edit in _edits) edit.Parameter.Put(network, (float)edit.Value);
            return _shown = new Shown(Run.Live.Step, network, Run.Train, Run.Test, Run.Cost);
        }
    }

    /// <summary>The build of the engine: another may come to other bits.</summary>
    public static string Build() => typeof(Network).Module.ModuleVersionId.ToString("N");

    /// <summary>What the engine can do, by name.</summary>
    public static Description Describe() => new(
        typeof(Network).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "",
        Presets.All,
        [.. Activation.All.Select(activation => activation.Name)],
        [.. Activation.All.Where(activation => activation.IsElementwise).Select(activation => activation.Name)],
        [.. FormulaCheck.Activations.Select(activation => activation.Name)],
        [.. Nabla.Cost.All.Select(cost => new CostEntry(cost.Name, cost.Formula, cost.PartFormula, cost.DerivativeFormula, cost.OutputActivation?.Name))],
        [.. RunChoice.Settings.Select(setting => new SettingEntry(
            setting.Name, setting.Summary, setting.Group, setting.Form, setting.Name == "data" ? DataShelf.All : setting.Choices, setting.Unset is not null))],
        DataShelf.All);

    /// <summary>The layer, where there is one of that number with such a neuron and input.</summary>
    private DenseLayer Layer(int layer, int neuron = 0, int? input = null)
    {
        var layers = Now.Network.Layers;
        if (layer < 1 || layer > layers.Count) throw Refusal.Argument($"There is no layer {layer}; the layers are 1 to {layers.Count}.");
        var found = layers[layer - 1];
        if (neuron < 0 || neuron >= found.Outputs) throw Refusal.Argument($"Layer {layer} has no neuron {neuron}; its neurons are 0 to {found.Outputs - 1}.");
        if (input < 0 || input >= found.Inputs) throw Refusal.Argument($"A neuron of layer {layer} has no input {input}; its inputs are 0 to {found.Inputs - 1}.");
        return found;
    }

    private Dataset Data(ExampleSet set) => set switch
    {
        ExampleSet.Train => Run.Train,
        ExampleSet.Test => Run.Test,
        _ => throw Refusal.Argument($"The drawing is a single example, no set; choose the training or the test examples."),
    };

    private DrawnExample Drawn => _drawing ?? throw Refusal.Operation($"Nothing is drawn yet.");

    /// <summary>The example run forward and backward; by its target where that is known, else by zeros.</summary>
    private Explainer Explainer(ExampleRef example)
    {
        if (example.Set == ExampleSet.Drawing) return Now.Explain(example, Drawn, DrawnExample);
        var data = Data(example.Set);
        if (example.Index < 0 || example.Index >= data.Count)
            throw Refusal.Argument($"There is no example {example.Index}; they are 0 to {data.Count - 1}.");
        return Now.Explain(example, null, () => data[example.Index]);

        Example DrawnExample()
        {
            float[] target = new float[Now.Network.Outputs];
            if (Drawn.Label is { } label) target[label] = 1;
            return new Example(Array.ConvertAll(Drawn.Pixels, pixel => pixel / 255f), target, Drawn.Label ?? -1);
        }
    }

    /// <summary>The same, of an example whose target is known.</summary>
    private Explainer Judged(ExampleRef example) => LabelOf(example) is null
        ? throw Refusal.Operation($"Say which digit the drawing is meant to be: without a target there is no cost.")
        : Explainer(example);

    private int? LabelOf(ExampleRef example)
    {
        if (example.Set == ExampleSet.Drawing) return Drawn.Label;
        Explainer(example);
        return Data(example.Set).Label(example.Index);
    }

    /// <summary>An edit or a step has made another network of the one that was shown.</summary>
    private void Forget() => _shown = null;
}
