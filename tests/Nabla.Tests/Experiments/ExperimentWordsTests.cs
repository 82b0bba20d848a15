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
            var findings = Told(Tiny.Find(name).Run(settings, Tiny.Digits, doing));
            Assert.All(findings, finding => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", finding.In("zh")));
        }

        Assert.All(doing.Doing, Chinese.Check);
    }

    [Fact]
    public void Whatever_came_of_shuffled_labels_is_told_in_Chinese()
    {
        var result = (ShuffledLabelsResult)Tiny.Find("shuffled-labels").Run(Tiny.Settings["shuffled-labels"], Tiny.Digits);
        var never = result.True with { Curve = new LearningCurve([result.True.Curve.Points[0]]) };

        ShuffledLabelsResult[] all = [result with { Shuffled = result.True }, result with { Shuffled = never },
            result with { True = never, Shuffled = result.True }, result with { Target = 2 }];

        Assert.Equal(4, all.Select(one => one.Report().Findings[0].Key).Distinct().Count());
        Assert.All(all, one => Chinese.Check(one.Report().Findings[0]));
    }

    [Fact]
    public void Whatever_came_of_learning_rates_is_told_in_Chinese()
    {
        var result = (LearningRateResult)Tiny.Find("learning-rate").Run(Tiny.Settings["learning-rate"], Tiny.Digits);
        var (small, best) = (result.Runs[0].Learning, result.Runs[1]);
        var stuck = small with { Curve = new LearningCurve([small.Curve.Points[0]]) };

        var findings = Told(result with { Runs = [best, new LearningRateRun(10, small), new LearningRateRun(20, stuck)] });

        Assert.Equal(["With a larger η, {0}, it ended higher too.", "With η = {0} it ended no lower than it began."], findings.Skip(1).Select(said => said.Key));
    }

    [Fact]
    public void Whatever_came_of_the_start_is_told_in_Chinese()
    {
        var result = (InitializationResult)Tiny.Find("initialization").Run(Tiny.Settings["initialization"], Tiny.Digits);
        var lost = result.Runs[0].Learning with { Ends = [.. result.Runs[0].Learning.Ends.Select(end => end with { Diverged = true })] };

        var findings = Told(result with { Runs = [.. result.Runs.Select(run => run with { DistinctNeurons = 3 }), result.Runs[0] with { Learning = lost }] });

        Assert.Contains(findings, said => said.Key == "After training from equal weights, the first hidden layer has {0} different neurons.");
    }

    [Fact]
    public void Whatever_came_of_step_functions_is_told_in_Chinese()
    {
        var result = (StepActivationResult)Tiny.Find("step-activation").Run(Tiny.Settings["step-activation"], Tiny.Digits);

        var findings = Told(result with { Step = result.Step with { Answered = 1 }, StepCosts = [.. result.StepCosts.Select(_ => 1.0)] });

        Assert.Contains("takes 1 value at", findings[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Neurons_of_a_layer_within_and_the_first_epoch_are_told_of_in_Chinese()
    {
        Told(Tiny.Find("dream").Run((DreamSettings)Tiny.Settings["dream"] with { Layer = 1 }, Tiny.Digits));
        Told(Tiny.Find("weight-pictures").Run((WeightPicturesSettings)Tiny.Settings["weight-pictures"] with { Moments = [0, 1] }, Tiny.Digits));
    }

    [Fact]
    public void A_network_that_is_given_is_looked_at_in_Chinese()
    {
        var heard = new Heard();
        var network = Network.Create(784, 1, new Dense(10, Activation.Sigmoid));

        Told(Tiny.Find("noise").Run(Tiny.Settings["noise"], Tiny.Digits with { Network = network }, heard));

        Assert.Contains(heard.Doing, said => said.Key == "looking");
        Assert.All(heard.Doing, Chinese.Check);
    }

    [Fact]
    public void Data_that_do_not_suit_are_refused_in_Chinese()
    {
        var numbers = Dataset.FromValues([1, 2, 3, 4], [0, 1], 2, 2);
        var alike = Dataset.FromImages(new byte[4], [0], 2, 2, 1);
        Chinese.Refused("needs at least 2 classes", () => new NoiseExperiment().Run(new NoiseSettings(), new ExperimentData(alike, alike)));
        var refusal = Assert.Throws<ExperimentException>(() => new NoiseExperiment().Run(new NoiseSettings(), new ExperimentData(numbers, numbers)));

        Chinese.Check(Said.Of(refusal));
        Assert.Contains("需要图像", Said.Of(refusal).In("zh"), StringComparison.Ordinal);
    }

    [Fact]
    public void All_settings_out_of_their_range_are_refused_in_Chinese() => Chinese.Check(Said.Of(Assert.Throws<ExperimentException>(
        () => new ShuffledLabelsExperiment().Run(new ShuffledLabelsSettings { Epochs = 0, Target = 2, Seeds = [] }, Tiny.Digits))));

    [Fact]
    public void Why_a_claim_does_not_show_is_told_in_Chinese()
    {
        var batches = (BatchSizeResult)Tiny.Find("batch-size").Run(Tiny.Settings["batch-size"], Tiny.Digits);
        var (learned, lost) = (Cost(batches.Runs[0], 0.1, 1), Cost(batches.Runs[0], 9, 0));
        Starts(Told(batches with { Hasty = lost, Runs = [learned, .. batches.Runs] }), "With η =", "shorter");
        Starts(Told(batches with { Hasty = learned, Runs = [lost with { BatchSize = 90 }, lost] }), "With η =", "longer steps");
        Assert.Equal(5, Told(batches with { Hasty = learned, Runs = [learned with { BatchSize = 1_000_000 }], Target = 2 }).Count);

        var seeds = (ManySeedsResult)Tiny.Find("many-seeds").Run(Tiny.Settings["many-seeds"], Tiny.Digits);
        var curve = seeds.Curves[0].Curve;
        SeedCurve Seed(ulong seed, params double[] costs) =>
            new(seed, new LearningCurve([.. costs.Select((cost, epoch) => curve.Points[0] with { Epoch = epoch, Step = epoch, TrainCost = cost })]));
        Starts(Told(new ManySeedsResult([Seed(1, 2, 0.1), Seed(2, 2, 1)])), "Seed 2", "not arrived");
        Starts(Told(new ManySeedsResult([Seed(1, 2, 0.1), Seed(2, 1, 1)])), "Seed 2", "poorer minimum");

        var costs = (CostsResult)Tiny.Find("costs").Run((CostsSettings)Tiny.Settings["costs"] with { Start = 0.1 }, Tiny.Digits);
        Starts(Told(costs), "From this start", "of 0.25 at most");

        var noise = (NoiseResult)Tiny.Find("noise").Run(Tiny.Settings["noise"], Tiny.Digits);
        NoiseResult Sure(double sum) => noise with { Kinds = [.. noise.Kinds.Select((kind, k) => kind with { SureShare = k == 0 ? 1 : 0, OutputSum = sum })] };
        Starts(Told(Sure(0.4)), "To noise", "all may stay low");
        Starts(Told(Sure(1)), "To noise", "several share it");

        var dream = (DreamResult)Tiny.Find("dream").Run(Tiny.Settings["dream"], Tiny.Digits);
        DreamResult Low(double rise) => dream with { Dreams = [.. dream.Dreams.Select(one => one with { Activation = 0.1, LateRise = rise })] };
        Starts(Told(Low(0.2)), "Below ½", "more --steps");
        Starts(Told(Low(0)), "Below ½", "no further");

        var ridge = (RegularizationResult)Tiny.Find("regularization").Run(Tiny.Settings["regularization"], Tiny.Digits);
        RegularizationRun Ridge(double l2, double accuracy, double testCost) => ridge.Runs[0] with
        {
            L2 = l2,
            Learning = ridge.Runs[0].Learning with { Curve = new LearningCurve([curve.Points[0] with { TestAccuracy = accuracy, TestCost = testCost }]) },
        };
        Starts(Told(new RegularizationResult([Ridge(0, 0.9, 2), Ridge(1, 0.8, 1)])), "By what is read right", "surer where it is");

        static BatchSizeRun Cost(BatchSizeRun run, double cost, double accuracy) => run with
        {
            Learning = run.Learning with { Curve = new LearningCurve([run.Learning.Curve.End with { TrainCost = cost, TrainAccuracy = accuracy }]) },
        };

        static void Starts(IReadOnlyList<Said> findings, string start, string says) => Assert.Contains(
            findings, finding => finding.ToString().StartsWith(start, StringComparison.Ordinal) && finding.ToString().Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_came_of_stopping_edges_and_curves_is_told_in_Chinese()
    {
        var stopping = (EarlyStoppingResult)Tiny.Find("early-stopping").Run(Tiny.Settings["early-stopping"], Tiny.Digits);
        foreach (int? stop in new int?[] { null, 3 }) Told(stopping with { StopByTrain = stop, StopByValidation = stop });

        var edge = (EdgeResult)Tiny.Find("edge").Run(Tiny.Settings["edge"], Tiny.Digits);
        Told(edge with { Active = [.. edge.Active.Select(_ => 0)] });
        Told(edge with { Active = [.. edge.Active.Select((_, c) => c == 7 ? 1 : 0)] });

        var curves = (ActivationsResult)Tiny.Find("activations").Run(Tiny.Settings["activations"]);
        Told(curves with { Curves = [.. curves.Curves, curves.Curves[0] with { FlatBelow = null }] });
    }

    /// <summary>Networks, cost, training and data: what trains says all of them, what does not says what it has.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void What_it_was_found_with_is_told_in_both_languages(string name)
    {
        var setup = Tiny.Find(name).Run(Tiny.Settings[name], Tiny.Digits).Setup;

        Chinese.Check(setup);
        string said = setup.ToString();
        bool trains = name is not ("edge" or "activations" or "approximation" or "vanishing-gradients");
        Assert.Equal(name != "activations", said.Contains("Network: ", StringComparison.Ordinal));
        Assert.Equal(name is not ("edge" or "activations"), said.Contains("Cost: ", StringComparison.Ordinal));
        Assert.Equal(trains, said.Contains("Training: η = ", StringComparison.Ordinal));
        Assert.Equal(Tiny.Find(name).UsesData, said.Contains("Data: ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_setup_of_the_lectures_network_names_all_of_it() => Assert.Equal(
        "Network: 784-16-16-10 (sigmoid), parameters: 13,002. Cost: quadratic Σ(a−y)². "
            + "Training: η = 1; mini-batches of 10; epochs: 2; seeds: 1, 2, 3. Data: built-in digits, 60 to learn from, 30 to be tested on.",
        Tiny.Find("many-seeds").Run(Tiny.Settings["many-seeds"], Tiny.Digits).Setup.ToString());

    private static IReadOnlyList<Said> Told(ExperimentResult result)
    {
        var report = result.Report();
        Assert.All(report.Findings, Chinese.Check);
        Assert.All(report.Table.Columns, Chinese.Check);
        Assert.All(report.Table.Rows.SelectMany(row => row), Chinese.Check);
        return report.Findings;
    }

    private sealed class Heard : IProgress<ExperimentProgress>
    {
        public List<Said> Doing { get; } = [];

        public void Report(ExperimentProgress value) => Doing.Add(value.Doing);
    }
}
