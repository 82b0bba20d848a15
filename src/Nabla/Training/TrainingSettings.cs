namespace Nabla;

/// <summary>What can be set of <see cref="TrainingOptions"/> by name, besides the cost and what belongs to an optimizer or a schedule.</summary>
internal static class TrainingSettings
{
    /// <summary>Each of them.</summary>
    public static IReadOnlyList<Setting<TrainingOptions>> All { get; } =
    [
        Own("batch-size", SettingGroups.Training, $"examples in a mini-batch", SettingValues.AtLeastOne, "10", t => t.BatchSize, (t, x) => t with { BatchSize = x }),
        Own("epochs", SettingGroups.Stopping, $"how often to go through the data", SettingValues.AtLeastOne, "30", t => t.Epochs, (t, x) => t with { Epochs = x }),
        Own("seed", SettingGroups.Training, $"decides every draw: the same seed gives the same network, bit by bit", SettingValues.Seed, "1",
            t => t.Seed, (t, x) => t with { Seed = x }),
        Own("l2", SettingGroups.Regularisation, $"L2 regularisation, λ/2n·Σw²", SettingValues.NotNegative, "5", t => t.L2, (t, x) => t with { L2 = x }, symbol: "λ"),
        Own("l1", SettingGroups.Regularisation, $"L1 regularisation, λ/n·Σ|w|", SettingValues.NotNegative, "1", t => t.L1, (t, x) => t with { L1 = x }, symbol: "λ"),
        Own("dropout", SettingGroups.Regularisation, $"leave each hidden neuron out of a step with this probability", SettingValues.Fraction, "0.2",
            t => t.DropOut, (t, x) => t with { DropOut = x }, symbol: "P"),
        Own("clip", SettingGroups.Regularisation, $"shorten gradients that are longer than this", SettingValues.Positive, "1",
            t => t.MaximumGradient, (t, x) => t with { MaximumGradient = x }, t => !double.IsPositiveInfinity(t.MaximumGradient), "never", "LENGTH"),
        Own("class-weights", SettingGroups.Regularisation, $"how much the error of an example of each class counts", SettingValues.List(SettingValues.Positive), "1,2,1",
            t => t.ClassWeights!, (t, x) => t with { ClassWeights = x }, t => t.ClassWeights is not null, "all alike", "W,W,..."),
        Own("augment", SettingGroups.Regularisation, $"vary the images afresh in every epoch: elastic[=34] (its smoothing: sigma=4), rotate[=15] degrees, "
            + $"shift[=2] pixels, scale[=0.15], joined by commas",
            new SettingValues<Augmentation>(null, "HOW", SettingForm.Text, Augmentation.Parse, a => a.ToString()), "rotate,shift",
            t => t.Augmentation!, (t, x) => t with { Augmentation = x },
            t => t.Augmentation?.ToString().Length > 0, "not at all"),
        Own("patience", SettingGroups.Stopping, $"stop when the cost has not fallen for so many epochs", SettingValues.AtLeastOne, "5",
            t => t.EarlyStopping!.Patience, (t, x) => Stopping(t, s => s with { Patience = x }), t => t.EarlyStopping?.Patience < int.MaxValue, "never"),
        Own("minimum-improvement", SettingGroups.Stopping, $"the part of itself by which the cost must fall to count as fallen", SettingValues.Fraction, "0.001",
            t => t.EarlyStopping!.MinimumImprovement, (t, x) => Stopping(t, s => s with { MinimumImprovement = x }), t => t.EarlyStopping is not null, "0.001"),
        Own("restore-best", SettingGroups.Stopping, $"end with the network of the best epoch, by that cost", SettingValues.Flag, "true",
            _ => true, (t, x) => Stopping(t, s => s with { RestoreBest = x }), t => t.EarlyStopping?.RestoreBest == true, "not"),
    ];

    private static Setting<TrainingOptions> Own<T>(
        string name, string group, Said summary, SettingValues<T> values, string example, Func<TrainingOptions, T> get, Func<TrainingOptions, T, TrainingOptions> set,
        Func<TrainingOptions, bool>? isSet = null, string? unset = null, string? symbol = null) =>
        Setting<TrainingOptions>.Of(name, summary, values, example, get, set, isSet, unset, group, symbol);

    // Without patience the best network may be wanted all the same, at the end of the last epoch.
    private static TrainingOptions Stopping(TrainingOptions options, Func<EarlyStopping, EarlyStopping> change) =>
        options with { EarlyStopping = change(options.EarlyStopping ?? new EarlyStopping { Patience = int.MaxValue }) };
}
