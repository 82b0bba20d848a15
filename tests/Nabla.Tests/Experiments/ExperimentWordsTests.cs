using Nabla.Tests.Text;

namespace Nabla.Tests;

/// <summary>All that an experiment says can be said in Chinese.</summary>
public class ExperimentWordsTests
{
    public static TheoryData<string> Names => Tiny.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void What_an_experiment_is_and_what_can_be_set_is_told_in_Chinese(string name)
    {
        var experiment = Tiny.Find(name);
        Chinese.Check(experiment.Summary);
        Chinese.Check(experiment.Concept);
        foreach (var option in experiment.Options)
        {
            Chinese.Check(option.Summary);
            Chinese.Check(option.Range);
            Chinese.Check(Said.Of(Assert.Throws<FormatException>(() => option.Set(experiment.Defaults, "some"))));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_it_does_and_what_it_found_is_told_in_Chinese(string name)
    {
        var doing = new Heard();
        foreach (var settings in new[] { Tiny.Settings[name], Tiny.Settings[name] with { Seeds = [1, 2] } })
        {
            if (Tiny.Find(name).Options.Any(option => option is { Name: "seeds", Symbol: "N" }) && settings.Seeds.Count > 1) continue;
            var report = Tiny.Find(name).Run(settings, Tiny.Digits, doing).Report();
            Assert.All(report.Findings, Chinese.Check);
            Assert.All(report.Findings, finding => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", finding.In("zh")));
            Assert.All(report.Table.Columns, Chinese.Check);
            Assert.All(report.Table.Rows.SelectMany(row => row), Chinese.Check);
        }

        Assert.All(doing.Doing, Chinese.Check);
    }

    [Fact]
    public void Whatever_came_of_shuffled_labels_is_told_in_Chinese()
    {
        var result = (ShuffledLabelsResult)Tiny.Find("shuffled-labels").Run(Tiny.Settings["shuffled-labels"], Tiny.Digits);
        var never = result.True with { Curve = new LearningCurve([result.True.Curve.Points[0]]) };

        ShuffledLabelsResult[] all = [result with { Shuffled = result.True }, result with { Shuffled = never }, result with { True = never, Shuffled = result.True }, result with { Target = 2 }];

        Assert.Equal(4, all.Select(one => one.Report().Findings[0].Key).Distinct().Count());
        Assert.All(all, one => Chinese.Check(one.Report().Findings[0]));
    }

    [Fact]
    public void Data_that_do_not_suit_are_refused_in_Chinese()
    {
        var numbers = Dataset.FromValues([1, 2, 3, 4], [0, 1], 2, 2);
        var refusal = Assert.Throws<ExperimentException>(() => new NoiseExperiment().Run(new NoiseSettings(), new ExperimentData(numbers, numbers)));

        Chinese.Check(Said.Of(refusal));
        Assert.Contains("需要图像", Said.Of(refusal).In("zh"), StringComparison.Ordinal);
    }

    [Fact]
    public void All_settings_out_of_their_range_are_refused_in_Chinese() => Chinese.Check(Said.Of(Assert.Throws<ExperimentException>(
        () => new ShuffledLabelsExperiment().Run(new ShuffledLabelsSettings { Epochs = 0, Target = 2, Seeds = [] }, Tiny.Digits))));

    private sealed class Heard : IProgress<ExperimentProgress>
    {
        public List<Said> Doing { get; } = [];

        public void Report(ExperimentProgress value) => Doing.Add(value.Doing);
    }
}
