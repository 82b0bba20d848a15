namespace Nabla.Cli;

/// <summary>What can be chosen by name.</summary>
internal static class Names
{
    public static IReadOnlyDictionary<string, Activation> Activations { get; } = Activation.All.ToDictionary(a => a.Name);

    /// <summary>Those that a layer before the last may have.</summary>
    public static IReadOnlyDictionary<string, Activation> HiddenActivations { get; } = Activation.All.Where(a => a.IsElementwise).ToDictionary(a => a.Name);

    public static IReadOnlyDictionary<string, Cost> Costs { get; } = Cost.All.ToDictionary(c => c.Name);

    public static IReadOnlyDictionary<string, Preset> Presets { get; } = Preset.All.ToDictionary(p => p.Name);
}
