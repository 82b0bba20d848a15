namespace Nabla.Browser;

/// <summary>What the engine can do, by name.</summary>
/// <param name="Version">The engine's version.</param>
/// <param name="Presets">Runs to start from, the good ones first.</param>
/// <param name="Activations">Activation functions; softmax is for the last layer alone.</param>
/// <param name="Costs">Costs.</param>
/// <param name="Optimizers">Optimizers, each with its usual settings.</param>
/// <param name="Schedules">Learning rate schedules.</param>
/// <param name="Initializers">Initializers; a constant takes its number, as in <c>constant:0.5</c>.</param>
/// <param name="Data">Names of data sets that a run can have.</param>
/// <param name="Experiments">Experiments, with what can be set.</param>
internal sealed record Description(
    string Version,
    IReadOnlyList<PresetEntry> Presets,
    IReadOnlyList<string> Activations,
    IReadOnlyList<CostEntry> Costs,
    IReadOnlyList<OptimizerEntry> Optimizers,
    IReadOnlyList<string> Schedules,
    IReadOnlyList<string> Initializers,
    IReadOnlyList<string> Data,
    IReadOnlyList<ExperimentEntry> Experiments);

/// <summary>A run to start from.</summary>
/// <param name="Key">Its stable key: what it is and, where it is bad, why, stands under it in the message files.</param>
/// <param name="Works">Whether it learns well; false for one that shows a way to fail.</param>
/// <param name="Name">The run's name, without its data.</param>
internal sealed record PresetEntry(string Key, bool Works, string Name);

/// <summary>A cost.</summary>
/// <param name="Name">Its name in a run's name.</param>
/// <param name="Formula">Its formula.</param>
/// <param name="OutputActivation">The one activation that the last layer must have; null where any will do.</param>
internal sealed record CostEntry(string Name, string Formula, string? OutputActivation);

/// <summary>An optimizer.</summary>
/// <param name="Name">Its name in a run's name.</param>
/// <param name="LearningRate">Its usual learning rate.</param>
internal sealed record OptimizerEntry(string Name, double LearningRate);

/// <summary>An experiment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it does, in a line.</param>
/// <param name="Concept">What it shows of how networks learn.</param>
/// <param name="UsesData">Whether it learns from the built-in digits; otherwise it makes its own data.</param>
/// <param name="Options">What can be set.</param>
internal sealed record ExperimentEntry(string Name, Said Summary, Said Concept, bool UsesData, IReadOnlyList<ExperimentOptionEntry> Options);

/// <summary>Something that can be set of an experiment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it means.</param>
/// <param name="Range">What its value may be, in words.</param>
/// <param name="Default">Its value where nothing is said.</param>
internal sealed record ExperimentOptionEntry(string Name, Said Summary, Said Range, string Default);
