using System.Text.RegularExpressions;

namespace Nabla.Tests;

/// <summary>The one table of settings, and what follows from what.</summary>
public partial class RunSettingsTests
{
    public static TheoryData<string> Names => [.. RunSettings.All.Select(setting => setting.Name)];

    [Fact]
    public void Each_is_there_once_and_says_all_of_itself()
    {
        Assert.Equal(RunSettings.All.Count, RunSettings.All.DistinctBy(setting => setting.Name).Count());
        Assert.All(RunSettings.All, setting =>
        {
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", setting.Name);
            Assert.NotEmpty(setting.Summary.ToString());
            Assert.NotEmpty(setting.Group);
            Assert.NotEmpty(setting.Sample);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_example_is_a_value_and_noise_is_none(string name)
    {
        var setting = RunSettings.All.Single(known => known.Name == name);
        foreach (string example in setting.Sample.Split(" or ")) Assert.Equal(setting.Check(example), setting.Check(setting.Check(example)));
        if (setting.Form == SettingForm.Text && setting.Choices.Count == 0) return;
        Assert.Contains($"{name} is 'x y'", Assert.Throws<FormatException>(() => setting.Check("x y")).Message, StringComparison.Ordinal);
    }

    // Every kind has all of its settings in the table, each its own value and its own way to set it.
    [Fact]
    public void What_a_kind_can_be_set_to_is_in_the_table()
    {
        foreach (string chosen in (string[])[.. Optimizer.All.Select(o => $"optimizer={o.Name}"), .. LearningRateSchedule.All.Select(s => $"schedule={s.Name}")])
        {
            var configuration = RunName.Parse($"nabla:1/{chosen}");
            var own = RunSettings.All.Where(setting => setting.Owners.Contains(chosen.Split('=')[1])).ToList();
            Assert.All(own, setting =>
            {
                Assert.NotNull(setting.ValueOf(configuration));
                Assert.Equal(setting.Check(setting.Sample), setting.ValueOf(setting.Set(configuration, setting.Sample)));
            });
        }

        string[] settings = [.. RunName.Parse("nabla:1/optimizer=adamw").Settings().Select(setting => setting.Key)];
        Assert.All((string[])["beta1", "beta2", "epsilon", "weight-decay"], name => Assert.Contains(name, settings));
    }

    [Theory]
    [InlineData("activation=relu", "initializer=he")]
    [InlineData("activation=tanh", "initializer=xavier")]
    [InlineData("activation=relu/initializer=normal", "initializer=normal")]
    [InlineData("cost=cross-entropy", "output-activation=softmax")]
    [InlineData("optimizer=adam", "learning-rate=0.001")]
    [InlineData("optimizer=adam/learning-rate=3", "learning-rate=3")]
    public void What_follows_is_decided_once(string chosen, string follows)
    {
        var configuration = new RunConfiguration().With(Of(chosen));
        Assert.Contains(Of(follows).Single(), configuration.Settings());
    }

    [Fact]
    public void The_initialiser_goes_on_following_until_it_is_chosen()
    {
        var relu = new RunConfiguration().With(Of("activation=relu"));
        Assert.Equal(Initializer.Xavier, relu.With(Of("activation=sigmoid")).Initializer);
        Assert.Equal(Initializer.Normal, Preset.All.Single(preset => preset.Name == "nielsen-30").Configuration.With(Of("activation=tanh")).Initializer);
        Assert.Equal("constant:0", new RunConfiguration().With(Of("activation=relu/initializer=constant:0")).Initializer.Name);
    }

    [Fact]
    public void One_of_the_same_kind_goes_on_at_the_same_rate()
    {
        var fast = new RunConfiguration().With(Of("optimizer=adam/learning-rate=0.01/beta1=0.8"));
        Assert.Equal((0.01, 0.9), fast.With(Of("optimizer=adamw")).Training.Optimizer is AdamW w ? (w.LearningRate, w.Beta1) : default);
        Assert.Equal(fast, fast.With(Of("optimizer=adam")));
        Assert.Equal(0.001, fast.With(Of("optimizer=rmsprop")).Training.Optimizer.LearningRate);
    }

    [Fact]
    public void Numbers_as_targets_want_numbers_as_outputs()
    {
        var data = Dataset.FromValues([1, 2], [0.5f, 3], 1, 1);
        var configuration = Preset.Table.Configuration.With(Of("hidden=3"), data);
        Assert.Equal((Cost.HalfQuadratic, Activation.Identity), (configuration.Training.Cost, configuration.OutputActivation));
        Assert.Equal(Activation.Sigmoid, Preset.Table.Configuration.With(Of("cost=binary-cross-entropy"), data).OutputActivation);
    }

    [Fact]
    public void The_learning_rate_of_the_lectures_is_stated_once()
    {
        Assert.Equal(new RunConfiguration().Training.Optimizer, new TrainingOptions().Optimizer);
        Assert.Equal(Preset.Default.Configuration, new RunConfiguration());
        Assert.Equal(Optimizer.Parse("sgd"), new TrainingOptions().Optimizer);
        Assert.Equal(1, new TrainingOptions().Optimizer.LearningRate);
    }

    // The page has short words for a setting, in every language that it speaks; what an optimizer or a schedule adds is labelled by its summary.
    [Theory]
    [InlineData("run.en.ts")]
    [InlineData("run.zh.ts")]
    public void The_page_has_words_for_each(string catalogue)
    {
        string words = File.ReadAllText(Path.Combine(Repository.Root, "src", "lab", "src", "messages", catalogue));
        string[] keys = [.. Keys().Matches(words).Select(match => match.Groups[1].Value)];
        var shown = RunSettings.All.Where(setting => setting.Group != SettingGroups.OwnData).ToList();
        Assert.Empty(shown.Where(setting => setting.Owners.Count == 0).Select(setting => $"run.setting.{setting.Name}")
            .Concat(shown.Select(setting => $"run.group.{setting.Group}")).Except(keys));
    }

    private static Dictionary<string, string> Of(string settings) =>
        settings.Split('/').Select(setting => setting.Split('=')).ToDictionary(sides => sides[0], sides => sides[1]);

    [GeneratedRegex("^  '(?<key>[^']+)':", RegexOptions.Multiline)]
    private static partial Regex Keys();
}
