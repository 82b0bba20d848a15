namespace Nabla.Experiments;

/// <summary>An experiment with its own type of settings and of results.</summary>
/// <typeparam name="TSettings">What can be set.</typeparam>
/// <typeparam name="TResult">What it measures.</typeparam>
public abstract class Experiment<TSettings, TResult> : Experiment
    where TSettings : ExperimentSettings, new()
    where TResult : ExperimentResult
{
    private protected Experiment(
        string name, Said summary, Said concept, IReadOnlyList<Setting<ExperimentSettings>> options,
        bool usesData = true, bool needsImages = false, bool takesNetwork = false)
        : base(name, summary, concept, options, usesData, needsImages, takesNetwork)
    {
    }

    /// <inheritdoc/>
    public sealed override ExperimentSettings Defaults => new TSettings();

    /// <inheritdoc cref="Experiment.Run"/>
    public TResult Run(
        TSettings settings,
        ExperimentData? data = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default) =>
        (TResult)base.Run(settings, data, progress, cancellation);

    private protected abstract TResult RunOn(TSettings settings, Workbench bench);

    private protected sealed override ExperimentResult RunOn(ExperimentSettings settings, Workbench bench) =>
        RunOn((TSettings)settings, bench);

    private protected static Setting<ExperimentSettings> Whole(
        string name, Said summary, int least, int most, Func<TSettings, int> get, Func<TSettings, int, TSettings> set) =>
        Of(name, summary, new NumberRange(least, most, IsWhole: true), s => [get(s)], (s, values) => set(s, (int)values[0]));

    private protected static Setting<ExperimentSettings> Number(
        string name, Said summary, double least, double most, Func<TSettings, double> get, Func<TSettings, double, TSettings> set) =>
        Of(name, summary, new NumberRange(least, most, IsWhole: false), s => [get(s)], (s, values) => set(s, values[0]));

    private protected static Setting<ExperimentSettings> Wholes(
        string name, Said summary, int least, int most, Func<TSettings, IReadOnlyList<int>> get,
        Func<TSettings, IReadOnlyList<int>, TSettings> set, bool distinct = true) =>
        Of(name, summary, new NumberRange(least, most, IsWhole: true, 12, distinct),
            s => [.. get(s).Select(value => (double)value)], (s, values) => set(s, [.. values.Select(value => (int)value)]));

    private protected static Setting<ExperimentSettings> Numbers(
        string name, Said summary, double least, double most, Func<TSettings, IReadOnlyList<double>> get,
        Func<TSettings, IReadOnlyList<double>, TSettings> set) =>
        Of(name, summary, new NumberRange(least, most, IsWhole: false, 12), s => [.. get(s)], (s, values) => set(s, values));

    private protected static Setting<ExperimentSettings> Choice(
        string name, Said summary, IReadOnlyList<string> choices, Func<TSettings, string> get, Func<TSettings, string, TSettings> set) =>
        Setting<ExperimentSettings>.Of(name, summary, SettingValues.OneOf(choices), "", get, set, group: CommonOptions.Group);

    private protected static Setting<ExperimentSettings> Choices(
        string name, Said summary, IReadOnlyList<string> choices, Func<TSettings, IReadOnlyList<string>> get,
        Func<TSettings, IReadOnlyList<string>, TSettings> set)
    {
        Said words = $"different ones of {Said.Names(choices)}, joined by commas";
        return Setting<ExperimentSettings>.Of(
            name, summary,
            new SettingValues<IReadOnlyList<string>>(
                words, "NAME,NAME,...", SettingForm.Text,
                text => text.Split(',', StringSplitOptions.TrimEntries) is var names && names.All(choices.Contains) && names.Distinct().Count() == names.Length
                    ? names : throw SettingValues.Not(words),
                names => string.Join(',', names)),
            "", get, set, group: CommonOptions.Group);
    }

    private protected static Setting<ExperimentSettings> Seeds(int most = 1000) => CommonOptions.Of<ExperimentSettings>(
        "seeds", most == 1 ? (Said)$"decides every draw" : $"a run for each; shown is their mean", new NumberRange(0, 1_000_000_000, IsWhole: true, most),
        s => [.. s.Seeds.Select(seed => (double)seed)], (s, values) => s with { Seeds = [.. values.Select(value => (ulong)value)] });

    private static Setting<ExperimentSettings> Of(
        string name, Said summary, NumberRange range, Func<TSettings, double[]> get, Func<TSettings, double[], TSettings> set) =>
        CommonOptions.Of(name, summary, range, get, set);
}
