using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla evaluate</c>.</summary>
internal static class EvaluateCommand
{
    /// <summary>Outputs that are kept, 64 MiB of them.</summary>
    private const int MostOutputs = 1 << 24;

    public static Command Create(Host host)
    {
        var model = ModelArgument.Create();
        var data = new DataOptions();
        var cost = CostOption.Create("to report");
        var json = OptionOf.Flag("--json", "the result as one JSON object");
        var command = new DescribedCommand(
            "evaluate", "Tests a network: how much it reads right, what it mixes up, and its surest mistakes.")
        {
            Examples =
            [
                new("evaluate runs/001-lecture", "on the test examples of the data that it was trained on"),
                new("evaluate runs/001-lecture --data mnist --split train", "on other data, or on the training examples"),
            ],
        };
        ModelArgument.AddTo(command, model, host);
        command.AddGroup("Data", data.Data, data.Delimiter, data.NoHeader, data.Resize, data.Transpose, data.Split, data.TrainExamples, data.TestExamples);
        command.AddGroup("Result", cost, json);
        command.SetAction(parsed =>
        {
            var located = ModelLocator.Load(parsed.GetValue(model)!, host);
            var costToReport = CostOption.Read(parsed, cost, located);
            bool asJson = parsed.GetValue(json);
            var part = DataPart.Load(parsed, data, located, host);
            var examples = part.Examples;
            host.Cancellation.ThrowIfCancellationRequested();
            // The outputs serve twice where there is room for all of them; otherwise they are made twice.
            long numbers = (long)examples.Count * located.Network.Outputs;
            float[] outputs = new float[numbers <= MostOutputs ? numbers : 0];
            var evaluation = new Evaluator(located.Network, costToReport).Run(located.Network, examples, outputs);
            var classes = examples.IsRegression ? null
                : outputs.Length > 0 ? ClassificationReport.Of(outputs, examples, located.Network.Outputs)
                : ClassificationReport.Of(located.Network, examples);
            var report = new EvaluationReport(located, part, evaluation, costToReport, classes);
            if (asJson) host.WriteJson(report.ToResult(), CliJson.Default.EvaluateResult);
            else EvaluationView.Write(report, host);
            return ExitCode.Done;
        });
        return command;
    }
}
