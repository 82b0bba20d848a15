namespace Nabla.Cli;

/// <summary>Shows training as it goes, on standard error.</summary>
internal abstract class TrainingDisplay
{
    /// <summary>Live on a terminal, plain lines elsewhere, nothing where that was asked for or standard output has it all.</summary>
    public static TrainingDisplay For(Host host, TrainSettings settings)
    {
        if (settings.Quiet) return new NoDisplay(null);
        if (settings.Json && (host.OutScreen.IsTerminal || !host.ErrorScreen.IsTerminal)) return new NoDisplay(host);
        return host.ErrorScreen.IsTerminal ? new LiveTrainingDisplay(host, settings) : new PlainTrainingDisplay(host, settings);
    }

    /// <summary>Says what is about to be trained.</summary>
    public abstract void Begin(Trainer trainer, LoadedData data);

    /// <summary>Trains, and shows it.</summary>
    /// <param name="trainer">What is training.</param>
    /// <param name="training">Does the training; calls its argument after every epoch.</param>
    public abstract void Run(Trainer trainer, Action<Action<EpochReport>> training);

    /// <summary>The network in words.</summary>
    protected static string Describe(Network network) =>
        $"{string.Join('-', network.Sizes)}, {Activations(network)}, {Format.Count(network.ParameterCount)} parameters";

    /// <summary>The training in words.</summary>
    protected static string Describe(TrainingOptions options) =>
        $"{options.Cost.Name} cost {options.Cost.Formula}, {options.Optimizer.Name} with η = "
            + $"{Format.Number(options.Optimizer.LearningRate)}, "
        + $"mini-batches of {options.BatchSize}{(options.L2 > 0 ? $", L2 {Format.Number(options.L2)}" : "")}, seed {options.Seed}";

    private static string Activations(Network network)
    {
        var names = network.Layers.Select(layer => layer.Activation.Name).ToList();
        return names.Distinct().Count() == 1 ? names[0] : names.SkipLast(1).Distinct().Count() == 1 ? $"{names[0]} and "
            + $"{names[^1]}" : string.Join(", ", names);
    }

    private sealed class NoDisplay(Host? host) : TrainingDisplay
    {
        public override void Begin(Trainer trainer, LoadedData data) => host?.Notice($"Data: {data}");

        public override void Run(Trainer trainer, Action<Action<EpochReport>> training) => training(_ => { });
    }
}
