namespace Nabla.Browser;

/// <summary>What the engine can do, by name.</summary>
/// <param name="Version">The engine's version.</param>
/// <param name="Presets">Runs to start from, the good ones first.</param>
/// <param name="Activations">Activation functions; softmax is for the last layer alone.</param>
/// <param name="HiddenActivations">Those that a layer before the last may have.</param>
/// <param name="FormulaActivations">Those that a formula of one's own may be about.</param>
/// <param name="Costs">Costs.</param>
/// <param name="Settings">What can be set of a run, in the order of its name.</param>
/// <param name="Data">Names of data sets that a run can have.</param>
internal sealed record Description(
    string Version,
    IReadOnlyList<PresetEntry> Presets,
    IReadOnlyList<string> Activations,
    IReadOnlyList<string> HiddenActivations,
    IReadOnlyList<string> FormulaActivations,
    IReadOnlyList<CostEntry> Costs,
    IReadOnlyList<SettingEntry> Settings,
    IReadOnlyList<string> Data);

/// <summary>A run to start from.</summary>
/// <param name="Key">Its stable key: what it is and, where it is bad, why, stands under it in the message files.</param>
/// <param name="Works">Whether it learns well; false for one that shows a way to fail.</param>
/// <param name="Name">The run's name, without its data.</param>
internal sealed record PresetEntry(string Key, bool Works, string Name);

/// <summary>A cost.</summary>
/// <param name="Name">Its name in a run's name.</param>
/// <param name="Formula">Its formula.</param>
/// <param name="PartFormula">The formula of one output's part.</param>
/// <param name="Derivative">The derivative of one output's part, <c>∂C/∂a</c>.</param>
/// <param name="OutputActivation">The one activation that the last layer must have; null where any will do.</param>
internal sealed record CostEntry(string Name, string Formula, string PartFormula, string Derivative, string? OutputActivation);

/// <summary>Something that can be set of a run.</summary>
/// <param name="Name">Its name; where the message files have a shorter label than the summary, it stands under this name.</param>
/// <param name="Summary">What it means.</param>
/// <param name="Group">The heading that it stands under; its words stand in the message files too.</param>
/// <param name="Form">How its value looks.</param>
/// <param name="Choices">The names that its value is one of; empty where it is no choice.</param>
/// <param name="IsOptional">Whether it may be left empty.</param>
internal sealed record SettingEntry(string Name, Said Summary, string Group, SettingForm Form, IReadOnlyList<string> Choices, bool IsOptional);
