using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Nabla.Tests;

public class RunNameTests
{
    [Fact]
    public void The_lectures_network_has_the_shortest_name() => Assert.Equal("nabla:1/data=auto/seed=1", RunName.Of(new RunConfiguration()));

    [Fact]
    public void A_name_says_what_differs()
    {
        var configuration = new RunConfiguration
        {
            Data = "mnist",
            Hidden = [30, 20],
            OutputActivation = Activation.Softmax,
            Training = new TrainingOptions
            {
                Cost = Cost.CrossEntropy, Optimizer = new Adam(0.01) { Beta1 = 0.8 }, Schedule = new OneCycle(), BatchSize = 64, Seed = ulong.MaxValue,
            },
        };

        Assert.Equal(
            "nabla:1/data=mnist/hidden=30-20/cost=cross-entropy/optimizer=adam/learning-rate=0.01/beta1=0.8/schedule=one-cycle/batch-size=64/seed=18446744073709551615",
            RunName.Of(configuration));
    }

    [Fact]
    public void A_run_is_a_value()
    {
        Assert.Equal(new RunConfiguration(), new RunConfiguration());
        Assert.All(All, configuration =>
        {
            var again = RunName.Parse(RunName.Of(configuration));
            Assert.Equal(configuration, again);
            Assert.Equal(configuration.GetHashCode(), again.GetHashCode());
            Assert.Equal(configuration, configuration with { Training = configuration.Training with { Threads = 7 } });
        });
        Assert.Equal(All.Length, All.Distinct().Count());
    }

    [Theory]
    [InlineData("nabla:1/activation=relu/seed=1", "he")]
    [InlineData("nabla:1/activation=relu/initializer=xavier/seed=1", "xavier")]
    [InlineData("nabla:1/activation=relu/initializer=he/seed=1", "he")]
    [InlineData("nabla:1/hidden=32/activation=relu/cost=cross-entropy/optimizer=adam/seed=3", "he")]
    public void The_initialiser_that_is_not_said_follows_from_the_activation(string name, string initializer) => Assert.Equal(initializer, RunName.Parse(name).Initializer.Name);

    [Theory]
    [InlineData("relu", "he")]
    [InlineData("relu", "xavier")]
    [InlineData("gelu", "normal")]
    public void A_name_leaves_no_doubt_about_the_initialiser(string activation, string initializer)
    {
        string name = RunName.Of(new RunConfiguration { Activation = Activation.Parse(activation), Initializer = Initializer.Parse(initializer) });
        Assert.Equal($"nabla:1/data=auto/activation={activation}/initializer={initializer}/seed=1", name);
    }

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_configuration_comes_back_from_its_name_and_from_its_json(int index)
    {
        string name = RunName.Of(All[index]);
        string json = JsonSerializer.Serialize(All[index]);

        Assert.Matches(@"^nabla:1(/[a-z0-9-]+=[A-Za-z0-9._~%-]+)+$", name);
        Assert.Equal(Settings(All[index]), Settings(RunName.Parse(name)));
        Assert.Equal(name, RunName.Of(RunName.Parse(name)));
        Assert.Equal(Settings(All[index]), Settings(JsonSerializer.Deserialize<RunConfiguration>(json)!));
    }

    [Theory]
    [InlineData("", "begins with 'nabla:1/'")]
    [InlineData("lecture", "begins with 'nabla:1/'")]
    [InlineData("nabla:2/seed=1", "version '2'")]
    [InlineData("nabla:/seed=1", "version ''")]
    [InlineData("nabla:1/", "NAME=VALUE")]
    [InlineData("nabla:1/seed", "NAME=VALUE")]
    [InlineData("nabla:1/seed=1/seed=2", "twice")]
    [InlineData("nabla:1/sed=1", "no setting 'sed'")]
    [InlineData("nabla:1/seed=-1", "'seed' is '-1'")]
    [InlineData("nabla:1/hidden=16-x", "'hidden' is '16-x'")]
    [InlineData("nabla:1/hidden=0", "at least 1")]
    [InlineData("nabla:1/learning-rate=nan", "must be a positive number")]
    [InlineData("nabla:1/learning-rate=0", "must be a positive number")]
    [InlineData("nabla:1/momentum=0.5", "sgd has no such setting")]
    [InlineData("nabla:1/optimizer=adamant", "There is no optimizer 'adamant'")]
    [InlineData("nabla:1/schedule=plateaux", "There is no schedule 'plateaux'")]
    [InlineData("nabla:1/activation=softmax", "for the last")]
    [InlineData("nabla:1/cost=cross-entropy/output-activation=tanh", "softmax")]
    [InlineData("nabla:1/epochs=99999999999", "whole number")]
    [InlineData("nabla:1/dropout=1", "less than 1")]
    [InlineData("nabla:1/restore-best=yes", "true or false")]
    [InlineData("nabla:1/target=", "it is empty")]
    [InlineData("nabla:1/test-split=1", "less than 1")]
    [InlineData("nabla:1/no-header=1", "true or false")]
    public void Anything_else_is_refused(string name, string says) =>
        Assert.Contains(says, Assert.Throws<FormatException>(() => RunName.Parse(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void Noise_is_refused_and_never_more_than_that() => Check.One(Repeatable.Config, Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        try
        {
            RunName.Parse("nabla:1/hidden=" + text);
        }
        catch (FormatException)
        {
        }
    }));

    private static RunConfiguration[] All { get; } =
    [
        new(),
        new() { Data = "/some where/über=1/x", Hidden = [], TrainExamples = 100, TestExamples = 7, ValidationSplit = 0.1, UntilAccuracy = 1 },
        new()
        {
            Data = "/a b/häuser=1.csv",
            DataSettings = new Dictionary<string, string>
            {
                ["target"] = "price, in $", ["task"] = "regression", ["test-split"] = "0.25", ["missing"] = "mean", ["categorical"] = "a,b/c", ["ignore"] = "1",
                ["delimiter"] = ";", ["no-header"] = "true", ["resize"] = "28x28",
            },
        },
        new() { Initializer = Initializer.Constant(-0.5f), Activation = Activation.LeakyRelu },
        .. Optimizer.All.Select(optimizer => new RunConfiguration { Training = new TrainingOptions { Optimizer = optimizer with { LearningRate = 1.0 / 3 } } }),
        .. LearningRateSchedule.All.Select(schedule => new RunConfiguration { Training = new TrainingOptions { Schedule = schedule with { WarmUpEpochs = 0.5 } } }),
        new()
        {
            Training = new TrainingOptions
            {
                L1 = 1e-7, L2 = 1e20, DropOut = 0.25, MaximumGradient = 3, ClassWeights = [1e-7, 2, 1.5],
                Epochs = 3, Seed = 0, Augmentation = Augmentation.Parse("elastic,rotate=10.5"),
                EarlyStopping = new EarlyStopping { Patience = 3, MinimumImprovement = 0, RestoreBest = true },
                Optimizer = new RmsProp { Rho = 0.5, Epsilon = 1e-5 },
            },
        },
    ];

    private static List<KeyValuePair<string, string>> Settings(RunConfiguration configuration) => [.. configuration.Settings()];
}
