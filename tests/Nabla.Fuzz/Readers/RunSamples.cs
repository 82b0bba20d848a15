namespace Nabla.Fuzz;

/// <summary>Configurations that between them say every setting.</summary>
internal static class RunSamples
{
    public static IReadOnlyList<RunConfiguration> Configurations { get; } =
    [
        new(),
        .. Preset.All.Select(preset => preset.Configuration),
        new()
        {
            Data = "table.csv", TrainExamples = 100, TestExamples = 50, ValidationSplit = 0.1, Hidden = [5, 4], Activation = Activation.Gelu,
            DataSettings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["target"] = "kind", ["task"] = "classification", ["test-split"] = "0.2", ["missing"] = "mean",
                ["ignore"] = "a,b", ["delimiter"] = ";", ["no-header"] = "true", ["resize"] = "28x28",
            },
            Training = new TrainingOptions
            {
                Cost = Cost.HalfQuadratic, Optimizer = new AdamW(0.01) { WeightDecay = 0.1 },
                Schedule = new StepDecay { WarmUpEpochs = 1 }, L1 = 0.5, L2 = 5, DropOut = 0.25, MaximumGradient = 3,
                ClassWeights = [1e-7, 2, 1.5], Augmentation = Augmentation.Parse("elastic,rotate=10.5"),
                EarlyStopping = new EarlyStopping { Patience = 3, RestoreBest = true }, Seed = 12,
            },
            UntilAccuracy = 0.9,
        },
        new() { Hidden = [], Training = new TrainingOptions { Optimizer = new RmsProp(), Schedule = new ReduceOnPlateau(), BatchSize = 1 } },
        new() { Training = new TrainingOptions { Optimizer = new Nesterov(0.1), Schedule = new CosineDecay() } },
    ];

    public static IReadOnlyList<string> Words { get; } =
        [.. Configurations.SelectMany(c => c.Settings()).SelectMany(setting => new[] { $"\"{setting.Key}\":", setting.Value, $"/{setting.Key}=" }).Distinct(StringComparer.Ordinal),
            "none", "%2F", "%00", "%", "%F0%9D", ",", "/", "=", "E-", "1e-300-2"];
}
