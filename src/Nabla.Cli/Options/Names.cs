namespace Nabla.Cli;

/// <summary>What can be chosen by name.</summary>
internal static class Names
{
    public static IReadOnlyDictionary<string, Activation> Activations { get; } = Activation.All.ToDictionary(a => a.Name);

    public static IReadOnlyDictionary<string, Cost> Costs { get; } = Cost.All.ToDictionary(c => c.Name);

    public static IReadOnlyDictionary<string, Preset> Presets { get; } = Preset.All.ToDictionary(p => p.Name);

    /// <summary>Each optimiser, made from a learning rate.</summary>
    public static IReadOnlyDictionary<string, Func<double, Optimizer>> Optimizers { get; } = new Dictionary<string, Func<double, Optimizer>>
    {
        ["sgd"] = rate => new Sgd(rate),
    };
}
