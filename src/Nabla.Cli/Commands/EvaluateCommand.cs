using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla evaluate</c>.</summary>
internal static class EvaluateCommand
{
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
        command.Add(model);
        ModelArgument.Require(command, model);
        command.AddGroup("Data", data.Data, data.Delimiter, data.NoHeader, data.Resize, data.Split, data.TrainExamples, data.TestExamples);
        command.AddGroup("Result", cost, json);
        command.SetAction(parsed =>
        {
            var located = ModelLocator.Load(parsed.GetValue(model)!);
            var costToReport = CostOption.Read(parsed, cost, located);
            bool asJson = parsed.GetValue(json);
            var request = data.Read(parsed, located);
            located.CheckFits(request.Name);
            var loaded = DataSource.Load(request, host);
            var examples = loaded.Part(data.WantsTrain(parsed));
            located.CheckFits(examples);
            host.Cancellation.ThrowIfCancellationRequested();
            float[] outputs = new float[checked((long)examples.Count * located.Network.Outputs)];
            var evaluation = new Evaluator(located.Network, costToReport).Run(located.Network, examples, outputs);
            var classes = examples.IsRegression ? null : ClassificationReport.Of(outputs, examples, located.Network.Outputs);
            var report = new EvaluationReport(located, loaded, data.WantsTrain(parsed), examples, evaluation, costToReport, classes);
            if (asJson) host.WriteJson(report.ToResult(), CliJson.Default.EvaluateResult);
            else EvaluationView.Write(report, host);
            return ExitCode.Done;
        });
        return command;
    }
}
