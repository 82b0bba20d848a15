using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The command <c>nabla</c> and all that it can be told.</summary>
internal static class Root
{
    public static Command Create(Host host, LanguageOption language)
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
        root.Add(TrainCommand.Create(host));
        root.Add(RunsCommand.Create(host));
        root.Add(ReplayCommand.Create(host));
        root.Add(FindLearningRateCommand.Create(host));
        root.Add(EvaluateCommand.Create(host));
        root.Add(PredictCommand.Create(host));
        root.Add(ExplainCommand.Create(host));
        root.Add(SensitivityCommand.Create(host));
        root.Add(GradcheckCommand.Create(host));
        root.Add(ChainCommand.Create(host));
        root.Add(DescendCommand.Create(host));
        root.Add(ExperimentCommand.Create(host));
        root.Add(LabCommand.Create(host));
        root.Add(DataCommand.Create(host));
        root.Add(ExportCommand.Create(host));
        root.Add(ImportCommand.Create(host));
        root.Add(BenchCommand.Create(host));
        root.Add(language);
        root.Add(new VersionFlag(host));
        root.Add(new HelpFlag(host));
        root.SetAction(parsed => HelpWriter.Write(parsed.CommandResult.Command, host));
        return root;
    }
}
