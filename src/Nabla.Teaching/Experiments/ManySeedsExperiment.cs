namespace Nabla.Experiments;

/// <summary>The same training from many random starts: are the minima that it finds alike? (C14)</summary>
public sealed class ManySeedsExperiment() : Experiment<ManySeedsSettings, ManySeedsResult>(
    "many-seeds", $"trains from many random starts, and compares where they end",
    $"Descent finds a local minimum, and which one depends on the start. In practice most minima of a structured problem are about as "
        + $"good as each other.",
    [.. CommonOptions.Learning, Seeds()])
{
    private protected override ManySeedsResult RunOn(ManySeedsSettings settings, Workbench bench)
    {
        bench.Expect(settings.Seeds.Count);
        var curves = new List<SeedCurve>();
        foreach (ulong seed in settings.Seeds)
        {
            bench.Begin($"seed {seed}");
            var task = new LearningTask(bench.CreateLecture(seed), bench.Train, settings.Training(seed));
            curves.Add(new SeedCurve(seed, bench.Learn(task).Curve));
        }

        return new ManySeedsResult(curves);
    }
}

/// <summary>The settings of <see cref="ManySeedsExperiment"/>.</summary>
public sealed record ManySeedsSettings : LearningExperimentSettings
{
    /// <summary>The defaults: twenty seeds.</summary>
    public ManySeedsSettings() => Seeds = [.. Enumerable.Range(1, 20).Select(seed => (ulong)seed)];
}
