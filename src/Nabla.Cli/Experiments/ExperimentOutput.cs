namespace Nabla.Cli;

/// <summary>What <c>experiment NAME --json</c> prints.</summary>
internal sealed record ExperimentOutput
{
    public required string Experiment { get; init; }

    /// <summary>What to give to <c>--data</c> to get it again; null where the experiment uses none.</summary>
    public string? Data { get; init; }

    public int? TrainExamples { get; init; }

    public int? TestExamples { get; init; }

    /// <summary>The model that was looked at; null where the experiment trained its own.</summary>
    public string? Model { get; init; }

    /// <summary>The experiment's own settings.</summary>
    public required object Settings { get; init; }

    /// <summary>Networks, cost, training and data in words; null where there were none.</summary>
    public Said? Setup { get; init; }

    /// <summary>What the figures show, a sentence each.</summary>
    public required IReadOnlyList<Said> Findings { get; init; }

    /// <summary>The experiment's own result.</summary>
    public required object Result { get; init; }

    /// <summary>The pictures that were written; null where none were.</summary>
    public IReadOnlyList<string>? Files { get; init; }

    public static ExperimentOutput Of(
        Experiment experiment, ExperimentRequest request, LoadedData? data, ExperimentResult result, IReadOnlyList<string> files) => new()
        {
            Experiment = experiment.Name,
            Data = data?.Name,
            TrainExamples = data?.Train.Count,
            TestExamples = data?.Test.Count,
            Model = request.Model,
            Settings = request.Settings,
            Setup = result.Setup.Key.Length > 0 ? result.Setup : null,
            Findings = result.Report().Findings,
            Result = result,
            Files = files.Count > 0 ? files : null,
        };
}

/// <summary>What <c>experiment list --json</c> prints.</summary>
internal sealed record ExperimentList(IReadOnlyList<ExperimentEntry> Experiments)
{
    public static ExperimentList OfAll() => new(
    [
        .. Experiment.All.Select(experiment => new ExperimentEntry(
            experiment.Name, experiment.Summary, experiment.Concept,
            [.. experiment.Options.Select(o => new ExperimentOptionEntry(o.Name, o.Summary, o.Range, o.ValueOf(experiment.Defaults)!))])),
    ]);
}

internal sealed record ExperimentEntry(string Name, Said Summary, Said Concept, IReadOnlyList<ExperimentOptionEntry> Options);

internal sealed record ExperimentOptionEntry(string Name, Said Summary, Said Range, string Default);
