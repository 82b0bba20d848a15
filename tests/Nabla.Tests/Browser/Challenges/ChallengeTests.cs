using Nabla.Browser;

namespace Nabla.Tests.Browser.Challenges;

/// <summary>Every challenge's answer recomputed from its address alone, and learners who err on purpose.</summary>
public sealed class ChallengeTests
{
    private const int Questions = 20;

    // A network that has learned something, and one that has not begun.
    private static readonly (string Run, long Step)[] Moments = [(LaboratoryFixture.Name, 60), (LaboratoryFixture.Name, 0)];

    public static TheoryData<string> Names() => [.. Challenge.All.Select(challenge => challenge.Name)];

    [Fact]
    public void Every_challenge_has_an_oracle_and_no_oracle_is_of_none() =>
        Assert.Equal(Challenge.All.Select(challenge => challenge.Name).Order(), Oracles.All.Select(oracle => oracle.Challenge).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_answer_is_recomputed_and_its_slips_are_told(string name)
    {
        var oracle = Oracles.All.Single(oracle => oracle.Challenge == name);
        int asked = 0;
        var told = oracle.Slips.Keys.ToDictionary(slip => slip, _ => 0);
        foreach (var (run, step) in Moments)
        {
            var laboratory = LaboratoryFixture.Started(run);
            laboratory.Advance(step);
            var network = LaboratoryFixture.NetworkAt(run, step);
            var cost = RunName.Parse(run).Training.Cost;
            for (int seed = 0; seed < Questions; seed++)
            {
                var example = new ExampleRef(ExampleSet.Test, seed);
                if (laboratory.PoseChallenge(name, example, seed) is not { } question) continue;
                asked++;
                var about = new Asked(question, network, LaboratoryFixture.Digits.Train, LaboratoryFixture.Digits.Test, LaboratoryFixture.Digits.Test[seed], cost);
                double[] right = oracle.Right(about);
                var verdict = Judge(right);
                Assert.True(verdict.IsRight, $"{name}, seed {seed}: the oracle says {string.Join(' ', right)}, the engine {string.Join(' ', verdict.Answer)}.");
                Assert.Null(verdict.Slip);
                for (int i = 0; i < right.Length; i++) Assert.InRange(right[i], verdict.Answer[i] - Room(verdict.Answer[i]), verdict.Answer[i] + Room(verdict.Answer[i]));
                if (!oracle.IsExact)
                {
                    // As one writes it down.
                    var written = Judge([.. right.Select(Rounded)]);
                    Assert.True(written.IsRight, $"{name}, seed {seed}: {string.Join(' ', right.Select(Rounded))} is not called right.");
                }

                foreach (var (slip, err) in oracle.Slips)
                {
                    var erred = Judge([.. err(about).Select(value => oracle.IsExact ? value : Rounded(value))]);
                    if (erred.Slip == slip) told[slip]++;
                }

                Verdict Judge(double[] guess) => LaboratoryFixture.Finish(() => laboratory.JudgeChallenge(name, example, seed, guess, 1000));

                double Room(double value) => oracle.Tolerance * Math.Max(1, Math.Abs(value));
            }
        }

        Assert.True(asked >= Questions, $"{name} could be asked {asked} times.");
        foreach (var (slip, times) in told) Assert.True(times >= 0.95 * asked, $"{name}: who errs by '{slip}' is told so {times} of {asked} times.");
    }

    /// <summary>The costs with a logarithm have a slip of their own.</summary>
    [Theory]
    [InlineData("/cost=binary-cross-entropy")]
    [InlineData("/hidden=30/activation=relu/output-activation=softmax/cost=cross-entropy")]
    public void Who_leaves_out_the_minus_of_a_logarithm_is_told_so(string settings)
    {
        var laboratory = LaboratoryFixture.Started(LaboratoryFixture.Name + settings);
        laboratory.Advance(60);
        int told = 0;
        for (int seed = 0; seed < Questions; seed++)
        {
            var example = new ExampleRef(ExampleSet.Test, seed);
            double right = Judge(0).Answer.Single();
            Assert.Null(Judge(right).Slip);
            if (Judge(-right).Slip == "without-minus") told++;

            Verdict Judge(double guess) => LaboratoryFixture.Finish(() => laboratory.JudgeChallenge("cost-of-example", example, seed, [guess], 1000));
        }

        Assert.InRange(told, 0.95 * Questions, Questions);
    }

    [Fact]
    public void The_same_seed_poses_the_same_question_and_other_seeds_others()
    {
        var laboratory = LaboratoryFixture.Started();
        laboratory.Advance(60);
        var example = new ExampleRef(ExampleSet.Test, 3);
        foreach (var challenge in Challenge.All)
        {
            var questions = Enumerable.Range(0, 10).Select(seed => laboratory.PoseChallenge(challenge.Name, example, seed)?.Values).ToList();
            Assert.Equal(questions, [.. Enumerable.Range(0, 10).Select(seed => laboratory.PoseChallenge(challenge.Name, example, seed)?.Values)]);
        }
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        var laboratory = LaboratoryFixture.Started();
        var example = new ExampleRef(ExampleSet.Test, 3);
        Assert.Throws<ArgumentException>(() => laboratory.PoseChallenge("none", example, 1));
        Assert.Throws<ArgumentException>(() => laboratory.PoseChallenge(Challenge.All[0].Name, example, -1));
        Assert.Throws<ArgumentException>(() => laboratory.JudgeChallenge(Challenge.All[0].Name, example, 1, [], 1000));
        Assert.Throws<ArgumentException>(() => laboratory.JudgeChallenge(Challenge.All[0].Name, example, 1, [double.NaN], 1000));
    }

    [Fact]
    public void What_is_shown_may_not_allow_for_a_question()
    {
        var laboratory = LaboratoryFixture.Started(LaboratoryFixture.Name + "/hidden=none");
        var example = new ExampleRef(ExampleSet.Test, 3);
        Assert.Null(laboratory.PoseChallenge("wider-layer", example, 1));
        Assert.Throws<ArgumentException>(() => laboratory.JudgeChallenge("wider-layer", example, 1, [1], 1000));
        Assert.All(Challenge.All, challenge => laboratory.PoseChallenge(challenge.Name, example, 1));
    }

    [Fact]
    public void The_noise_that_is_asked_about_is_the_picture_that_its_chapter_shows()
    {
        var laboratory = new Laboratory();
        LaboratoryFixture.Finish(() => laboratory.MakeDigits(200, 300, 1000));
        laboratory.Start("nabla:1/data=digits/train-examples=200/test-examples=300/epochs=3/seed=1");
        laboratory.Advance(60);
        var example = new ExampleRef(ExampleSet.Test, 3);
        for (int seed = 0; seed < 10; seed++)
        {
            var values = laboratory.PoseChallenge("noise-sure", example, seed)!.Values;
            var shown = laboratory.Noise((NoiseKind)(int)values["kind"], (int)values["noise"], 1);
            var verdict = LaboratoryFixture.Finish(() => laboratory.JudgeChallenge("noise-sure", example, seed, [0], 1000));
            Assert.Equal(shown.Outputs.Max(), verdict.Answer.Single());
            Assert.Equal(shown.Prediction, verdict.Values["digit"]);
        }
    }

    [Fact]
    public void Other_costs_and_activations_are_asked_about_too()
    {
        foreach (string settings in new[]
        {
            "/hidden=30/activation=relu/output-activation=softmax/cost=cross-entropy", "/cost=binary-cross-entropy", "/cost=half-quadratic/activation=tanh",
        })
        {
            var laboratory = LaboratoryFixture.Started(LaboratoryFixture.Name + settings);
            laboratory.Advance(60);
            foreach (var challenge in Challenge.All)
            {
                for (int seed = 0; seed < 5; seed++)
                {
                    var example = new ExampleRef(ExampleSet.Test, seed);
                    if (laboratory.PoseChallenge(challenge.Name, example, seed) is null) continue;
                    var verdict = Judge([-1234.5]);
                    Assert.All(verdict.Answer.Concat(verdict.Values.Values), value => Assert.True(double.IsFinite(value), challenge.Name));
                    Assert.True(Judge(verdict.Answer).IsRight, challenge.Name);

                    Verdict Judge(IReadOnlyList<double> guess) => LaboratoryFixture.Finish(() => laboratory.JudgeChallenge(challenge.Name, example, seed, guess, 1000));
                }
            }
        }
    }

    private static double Rounded(double value) =>
        double.Parse(value.ToString("G3", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
