namespace Nabla.Tests;

/// <summary>What holds for every experiment.</summary>
public class ExperimentTests
{
    public static TheoryData<string> Names => Tiny.Names;

    [Fact]
    public void Names_are_lower_case_and_all_different()
    {
        Assert.All(Experiment.All, experiment => Assert.Matches("^[a-z]+(-[a-z]+)*$", experiment.Name));
        Assert.Equal(Experiment.All.Count, Experiment.All.DistinctBy(experiment => experiment.Name).Count());
        Assert.Equal(Experiment.All.Select(experiment => experiment.Name).Order(), Tiny.Settings.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_option_reads_what_it_writes_and_refuses_what_it_is_not(string name)
    {
        var experiment = Tiny.Find(name);
        Assert.Equal(name is "edge" or "activations", experiment.Options.All(option => option.Name != "seeds"));
        foreach (var option in experiment.Options)
        {
            string value = option.ValueOf(Tiny.Settings[name])!;
            Assert.Equal(value, option.ValueOf(option.Set(experiment.Defaults, value)));
            foreach (string wrong in new[] { "", "nan", "-1e9", "1e99", "some", "1,,2", "5..1" })
                Assert.Contains($"{option.Name} is '{wrong}'", Assert.Throws<FormatException>(() => option.Set(experiment.Defaults, wrong)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_report_is_whole(string name)
    {
        var report = Run(name).Report();

        Assert.NotEmpty(report.Findings);
        Assert.All(report.Findings, finding => Assert.EndsWith(".", finding.ToString(), StringComparison.Ordinal));
        Assert.NotEmpty(report.Table.Rows);
        Assert.All(report.Table.Rows, row => Assert.Equal(report.Table.Columns.Count, row.Count));
        Assert.True(report.Charts.Count + report.Pictures.Count > 0);
        Assert.All(report.Charts.SelectMany(chart => chart.Series), series => Assert.Equal(series.X.Count, series.Y.Count));
        Assert.All(report.Pictures.SelectMany(grid => grid.Pictures), picture => Assert.Equal(picture.Width * picture.Height, picture.Values.Count));
        foreach (var chart in report.Charts) Assert.StartsWith("<svg", chart.ToSvg(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_settings_find_the_same(string name) => Assert.Equal(Run(name).Report().Findings, Run(name).Report().Findings);

    [Theory]
    [MemberData(nameof(Names))]
    public void Progress_goes_up_and_cancelling_stops(string name)
    {
        using var source = new CancellationTokenSource();
        var heard = new Heard(source);

        Assert.Throws<OperationCanceledException>(() => Tiny.Find(name).Run(Tiny.Settings[name], Tiny.Digits, heard, source.Token));

        var all = new Heard(null);
        Tiny.Find(name).Run(Tiny.Settings[name], Tiny.Digits, all);
        Assert.Equal(all.Done.Order(), all.Done);
        Assert.All(all.Done, done => Assert.InRange(done, 0, 1));
        Assert.True(all.Done.Count > heard.Done.Count);
    }

    [Fact]
    public void Settings_out_of_their_range_are_refused_all_together()
    {
        var settings = new ShuffledLabelsSettings { Epochs = 0, Target = 2, Seeds = [] };

        string message = Assert.Throws<ExperimentException>(() => new ShuffledLabelsExperiment().Run(settings, Tiny.Digits)).Message;

        Assert.Contains("epochs is '0'; give a whole number from 1", message, StringComparison.Ordinal);
        Assert.Contains("target is '2'", message, StringComparison.Ordinal);
        Assert.Contains("seeds is ''", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_do_not_suit_are_refused()
    {
        var numbers = TestNetworks.Data(20);
        var other = new ExperimentData(Tiny.Digits.Train, Tiny.Digits.Test) { Network = TestNetworks.Make("tanh", "sigmoid", 2) };

        Assert.Throws<ArgumentNullException>(() => new NoiseExperiment().Run(new NoiseSettings()));
        Assert.Contains("needs images", Refusal(new NoiseExperiment(), new ExperimentData(numbers, numbers)), StringComparison.Ordinal);
        Assert.Contains("takes 11 inputs", Refusal(new NoiseExperiment(), other), StringComparison.Ordinal);
        Assert.Contains("takes none", Refusal(new ManySeedsExperiment(), other), StringComparison.Ordinal);
        Assert.Contains("not of one shape", Refusal(new ManySeedsExperiment(), new ExperimentData(Tiny.Digits.Train, numbers)), StringComparison.Ordinal);

        static string Refusal(Experiment experiment, ExperimentData data) =>
            Assert.Throws<ExperimentException>(() => experiment.Run(experiment.Defaults, data)).Message;
    }

    [Fact]
    public void Experiments_that_train_take_any_data()
    {
        var numbers = new ExperimentData(TestNetworks.Data(60), TestNetworks.Data(30, seed: 4));

        foreach (var experiment in Experiment.All.Where(experiment => experiment is { NeedsImages: false, UsesData: true }))
            Assert.NotEmpty(experiment.Run(Tiny.Settings[experiment.Name], numbers).Report().Findings);
    }

    private static ExperimentResult Run(string name) => Tiny.Find(name).Run(Tiny.Settings[name], Tiny.Digits);

    private sealed class Heard(CancellationTokenSource? cancel) : IProgress<ExperimentProgress>
    {
        public List<double> Done { get; } = [];

        public void Report(ExperimentProgress value)
        {
            Done.Add(value.Done);
            cancel?.Cancel();
        }
    }
}
