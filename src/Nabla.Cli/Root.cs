using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The command <c>nabla</c> and all that it can be told.</summary>
internal static class Root
{
    /// <summary>Makes it.</summary>
    /// <param name="host">What it reads from and writes to.</param>
    /// <param name="language">The option for its language.</param>
    /// <param name="args">
    /// What it will be told; null where that is not known. Making every option of every command takes longer than most answers, so a command
    /// that is named first is made alone, and the commands below a command only where that is named.
    /// </param>
    public static Command Create(Host host, LanguageOption language, IReadOnlyList<string>? args = null)
    {
        var root = new DescribedCommand("nabla", "Trains small neural networks, tests them and looks inside.")
        {
            Examples =
            [
                new("train", "the lectures' network, 784-16-16-10, on MNIST where it can be had, otherwise on built-in digits"),
                new("train --hidden 32 --epochs 10 --seed 2", "another network, for less time"),
                new("evaluate runs/001-lecture", "how good it is, and what it mixes up"),
                new("predict runs/001-lecture seven.png", "what it sees in an image"),
                new("explain runs/001-lecture --example 7", "how it learns from one example, down to each factor of each derivative"),
                new("lab", "all of it to see and touch, in the browser"),
            ],
        };
        (string Name, Func<Command> Create)[] commands =
        [
            ("train", () => TrainCommand.Create(host)),
            ("runs", () => RunsCommand.Create(host, IsNamed("runs"))),
            ("replay", () => ReplayCommand.Create(host)),
            ("find-learning-rate", () => FindLearningRateCommand.Create(host)),
            ("evaluate", () => EvaluateCommand.Create(host)),
            ("predict", () => PredictCommand.Create(host)),
            ("explain", () => ExplainCommand.Create(host)),
            ("sensitivity", () => SensitivityCommand.Create(host)),
            ("gradcheck", () => GradcheckCommand.Create(host)),
            ("chain", () => ChainCommand.Create(host)),
            ("descend", () => DescendCommand.Create(host)),
            ("experiment", () => ExperimentCommand.Create(host, IsNamed("experiment"))),
            ("lab", () => LabCommand.Create(host)),
            ("data", () => DataCommand.Create(host, IsNamed("data"))),
            ("export", () => ExportCommand.Create(host)),
            ("import", () => ImportCommand.Create(host)),
            ("bench", () => BenchCommand.Create(host)),
        ];
        bool isOne = args is [var first, ..] && commands.Any(command => command.Name == first);
        foreach (var (name, create) in commands)
        {
            if (!isOne || name == args![0]) root.Add(create());
        }

        root.Add(language);
        root.Add(AnsweringFlag.ForVersion(host));
        root.Add(AnsweringFlag.ForHelp(host));
        root.SetAction(parsed => HelpWriter.Write(parsed.CommandResult.Command, host));
        return root;

        bool IsNamed(string name) => args?.Contains(name) != false;
    }
}
