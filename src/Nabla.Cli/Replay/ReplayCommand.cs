using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla replay</c>.</summary>
internal static class ReplayCommand
{
    public static Command Create(Host host)
    {
        var folder = RunLocator.Argument();
        var step = StepOption.Create("the step, from 0 for the network before training");
        var output = new OutputOption(ModelFormat.Endings, $"save the network after that step, as {ModelFormat.Endings}", "MODEL");
        var json = OptionOf.Flag("--json", "the result as one JSON object");
        var quiet = OptionOf.Flag("--quiet", "no notices, only the result", "-q");
        var command = new DescribedCommand("replay", "Reaches any step of a run again, to the very bits, from the last keyframe before it.")
        {
            Examples =
            [
                new("replay runs/001-lecture --step 1000", "how good the network was after 1000 steps"),
                new("replay runs/001-lecture --step 1000 --out early.safetensors", "saves it, to look inside"),
            ],
        };
        command.Add(folder);
        command.AddGroup("Which", step);
        command.AddGroup("Result", [.. output.All, json, quiet]);
        command.SetAction(parsed =>
        {
            string name = parsed.GetValue(folder) ?? throw CliException.Wrong($"replay needs a RUN: the folder of a run, {TrainedRuns.Example(host)}.");
            long wanted = parsed.GetValue(step) ?? throw CliException.Wrong($"replay needs --step S: which step of the run, such as --step 1000.");
            string? model = output.Read(parsed);
            var run = RunLocator.Open(name, host);
            var data = RunLocator.LoadData(run, host, parsed.GetValue(quiet));
            var reached = StepOption.Reach(run, data, wanted, host);
            var cost = run.Record.Configuration.Training.Cost;
            var test = Evaluator.Evaluate(reached.Network, data.Test, cost);
            if (model is not null) reached.Network.Save(model, Info(run, data, reached));
            var result = new ReplayResult(name, reached.Step, reached.Epoch, reached.From, test.Cost, test.Regression is null ? test.Accuracy : null,
                test.Regression?.RSquared, reached.Network.Digest(), model);
            if (parsed.GetValue(json)) host.WriteJson(result, CliJson.Default.ReplayResult);
            else Write(result, host);
            return ExitCode.Done;
        });
        return command;
    }

    private static ModelInfo Info(SavedRun run, LoadedData data, ReplayedStep reached) => new()
    {
        Cost = run.Record.Configuration.Training.Cost,
        Table = data.Encoding,
        ClassNames = data.Train.ClassNames,
        Provenance = new Dictionary<string, string>(data.Split, StringComparer.Ordinal)
        {
            [TrainRun.DataKey] = DataSource.IsKnown(data.Name) ? data.Name : data.Train.Name,
            ["run"] = run.Record.Name,
            ["step"] = reached.Step.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["version"] = AnsweringFlag.Version,
        },
    };

    private static void Write(ReplayResult result, Host host)
    {
        host.Out.WriteLine($"After step {Format.Count(result.Step)}, {(result.Epoch == 0 ? "before training" : $"in epoch {result.Epoch}")}: "
            + $"test {Score.Of(result.TestAccuracy, result.TestRSquared)}, cost {Format.Cost(result.TestCost)}");
        host.Out.WriteLine($"Replayed from {(result.From == 0 ? "the beginning" : $"the keyframe after step {Format.Count(result.From)}")}");
        host.Out.WriteLine($"Digest: {result.Digest}");
        if (result.Model is { } model) host.Out.WriteLine($"Saved: {model}");
    }
}
