using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla sensitivity</c>.</summary>
internal static class SensitivityCommand
{
    public static Command Create(Host host)
    {
        var model = ModelArgument.Create();
        var data = new DataOptions();
        var cost = CostOption.Create("to differentiate");
        var top = OptionOf.Whole("--top", "N", "how many parameters to name (default: 20)", 1, "50");
        const string Drawn = "the first layer's gradients, a picture a neuron";
        var pictures = new OutputOption(Figure.Endings, $"write pictures, as {Figure.Endings}: {Drawn}");
        var json = OptionOf.Flag("--json", "the result as one JSON object");
        var command = new DescribedCommand("sensitivity", "Ranks the parameters by how strongly the cost answers to each: |∂C/∂θ|.")
        {
            Examples =
            [
                new("sensitivity runs/001-lecture", "on the test examples of the data that it was trained on"),
                new("sensitivity runs/001-lecture --split train --out gradients.png", "on what it learned from, with pictures of the first layer"),
            ],
        };
        ModelArgument.AddTo(command, model, host);
        command.AddGroup("Data", data.Data, data.Transpose, data.Split, data.TrainExamples, data.TestExamples);
        command.AddGroup("Result", [cost, top, .. pictures.All, json]);
        command.SetAction(parsed =>
        {
            string? path = pictures.Read(parsed);
            var located = ModelLocator.Load(parsed.GetValue(model)!, host);
            located.RequireNumbers("sensitivity");
            var chosen = CostOption.Read(parsed, cost, located);
            var part = DataPart.Load(parsed, data, located, host);
            var result = new SensitivityResult(
                located.Path, part.Name, part.Split, chosen.Name, Sensitivity.Of(located.Network, part.Examples, chosen, parsed.GetValue(top) ?? 20, host.Cancellation));
            var grid = ExplainPictures.OfFirstLayer("How the cost answers to the weights of layer 1", part.Examples,
                result.Sensitivity.FirstLayer.Select(neuron => (IReadOnlyList<double>)[.. neuron.Select(x => (double)x)]));
            bool asJson = parsed.GetValue(json);
            PictureGridView.Save(grid, path, Drawn, host);
            if (asJson) host.WriteJson(result, CliJson.Default.SensitivityResult);
            else SensitivityView.Write(result, chosen, host);
            if (!asJson) PictureGridView.Show(grid, path, host);
            return ExitCode.Done;
        });
        return command;
    }
}
