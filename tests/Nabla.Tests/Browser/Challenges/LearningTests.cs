using Nabla.Browser;

namespace Nabla.Tests.Browser.Challenges;

/// <summary>The challenges about learning, of other runs than the lectures'.</summary>
public sealed class LearningTests
{
    private static readonly ExampleRef Shown = new(ExampleSet.Test, 3);

    public static TheoryData<string> Runs() =>
    [
        .. Presets.All.Select(preset => RunName.Parse(preset.Name))
            .Select(run => RunName.Of(run with { Data = "digits", TrainExamples = run.TrainExamples ?? 200, TestExamples = 100 })),
        $"{LaboratoryFixture.Name}/optimizer=adam/activation=relu/dropout=0.5",
    ];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Of_any_run_is_asked_only_what_comes_to_a_number(string run)
    {
        var laboratory = LaboratoryFixture.Started(run);
        int asked = 0;
        foreach (var challenge in Learning.All)
        {
            if (laboratory.PoseChallenge(challenge.Name, Shown, 1) is not { } question) continue;
            asked++;
            var verdict = LaboratoryFixture.Finish(() => laboratory.JudgeChallenge(challenge.Name, Shown, 1, [1e9], 1000));
            Assert.All(verdict.Answer.Concat(verdict.Values.Values).Concat(question.Values.Values), number => Assert.True(double.IsFinite(number), challenge.Name));
            if (question.Options.Count > 0) Assert.InRange(verdict.Answer.Single(), 0, question.Options.Count - 1);
        }

        // What needs no network is asked of each.
        Assert.True(asked >= 8, $"{asked} are asked.");
    }

    [Fact]
    public void Of_a_network_that_takes_too_long_nothing_is_trained()
    {
        var laboratory = LaboratoryFixture.Started($"{LaboratoryFixture.Name}/hidden=300");
        Assert.All(
            ["equal-weights", "zero-biases", "sum-or-mean", "batch-times-ten", "cost-every-step", "cost-and-accuracy", "flipped-sign", "six-mistakes", "local-minimum"],
            name => Assert.Null(laboratory.PoseChallenge(name, Shown, 1)));
    }

    [Fact]
    public void A_network_that_is_all_the_data_in_one_step_has_no_mini_batches_to_ask_about()
    {
        var laboratory = LaboratoryFixture.Started($"{LaboratoryFixture.Name}/batch-size=60000");
        Assert.Null(laboratory.PoseChallenge("cost-every-step", Shown, 1));
        Assert.NotNull(laboratory.PoseChallenge("updates-in-epoch", Shown, 1));
    }

    [Fact]
    public void All_six_mistakes_are_made()
    {
        var laboratory = LaboratoryFixture.Started();
        var made = Enumerable.Range(0, 60).Where(seed => laboratory.PoseChallenge("six-mistakes", Shown, seed) is not null)
            .Select(seed => LaboratoryFixture.Finish(() => laboratory.JudgeChallenge("six-mistakes", Shown, seed, [0], 1000)).Answer.Single()).Distinct();
        Assert.Equal([0, 1, 2, 3, 4, 5], made.Order());
    }
}
