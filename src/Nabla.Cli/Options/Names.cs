namespace Nabla.Cli;

/// <summary>What can be chosen by name.</summary>
internal static class Names
{
    public static IReadOnlyDictionary<string, Activation> Activations { get; } = Activation.All.ToDictionary(a => a.Name);

    public static IReadOnlyDictionary<string, Cost> Costs { get; } = Cost.All.ToDictionary(c => c.Name);

    public static IReadOnlyDictionary<string, Preset> Presets { get; } = Preset.All.ToDictionary(p => p.Name);

    /// <summary>Each optimizer with its usual settings.</summary>
    public static IReadOnlyDictionary<string, Optimizer> Optimizers { get; } = new Dictionary<string, Optimizer>
    {
        ["sgd"] = new Sgd(1),
        ["momentum"] = new Momentum(0.1),
        ["nesterov"] = new Momentum(0.1) { IsNesterov = true },
        ["rmsprop"] = new RmsProp(),
        ["adam"] = new Adam(),
        ["adamw"] = new Adam { WeightDecay = 0.01 },
    };

    /// <summary>Each schedule of the learning rate with its usual settings.</summary>
    public static IReadOnlyDictionary<string, LearningRateSchedule> Schedules { get; } =
        new LearningRateSchedule[] { new ConstantRate(), new StepDecay(), new CosineDecay(), new OneCycle(), new ReduceOnPlateau() }
            .ToDictionary(schedule => schedule.Name);
}
