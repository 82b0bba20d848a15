using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla explain</c>.</summary>
internal static class ExplainCommand
{
    private const int MostOutputs = 8;

    public static Command Create(Host host)
    {
        var model = ModelArgument.Create();
        var options = new ExplainOptions();
        var cost = CostOption.Create("to differentiate");
        var top = OptionOf.Whole("--top", "N", "how many lines to show of a list (default: 10)", 1, "20");
        const string Drawn = "an example, --layer 1 with or without --neuron, or --examples";
        var pictures = new OutputOption(Figure.Endings, $"write pictures, as {Figure.Endings}: {Drawn}");
        var json = OptionOf.Flag("--json", "the result as one JSON object");
        var command = new DescribedCommand("explain", "Takes one example's backpropagation apart, down to each factor of each derivative.")
        {
            Examples =
            [
                new("explain runs/001-lecture --example 7", "every layer's z, a, σ′(z) and δ, and what each output wants"),
                new("explain runs/001-lecture seven.png --label 7 --layer 3 --neuron 7", "the three avenues to raise output 7 for an image"),
                new("explain runs/001-lecture --example 7 --weight 2,5,3", "one weight's chain of factors, beside measured nudges"),
                new("explain network.json --inputs 0.05,0.10 --targets 0.01,0.99", "numbers of your own in a network of any kind"),
                new("explain runs/001-lecture --examples 0..9 --split train", "ten examples' wishes and their mean"),
                new("explain runs/001-lecture --step 10 --examples 0..99 --split train", "the same early in training, of a hundred examples"),
            ],
            Remarks =
            [
                "Layers are numbered as in the notes: the input is layer 0, the first hidden layer 1. Neurons are counted from 0, so that "
                + "for digits output 7 is the seven. Every derivative is of the cost named in the head of the answer.",
            ],
        };
        ModelArgument.AddTo(command, model, host);
        options.AddTo(command);
        command.AddGroup("Result", [cost, top, .. pictures.All, json]);
        command.SetAction(parsed =>
        {
            string? path = pictures.Read(parsed);
            var located = ModelLocator.Load(parsed.GetValue(model)!, host);
            if (parsed.GetValue(options.Step) is { } step) located = StepOption.Reach(located, step, host);
            var view = options.View(parsed);
            view.Check(located);
            located.RequireNumbers("explain");
            var chosenCost = CostOption.Read(parsed, cost, located);
            int lines = parsed.GetValue(top) ?? 10;
            if (parsed.GetValue(options.Range) is { } range)
            {
                var batch = AveragingRun.Of(located, DataPart.Load(parsed, options.Data, located, host).OfClasses("explain"), range, chosenCost, lines, host);
                PictureGridView.Save(batch.Pictures, path, Drawn, host);
                if (parsed.GetValue(json)) host.WriteJson(batch.Result, CliJson.Default.AveragingResult);
                else AveragingView.Write(batch.Result, chosenCost, host);
                if (!parsed.GetValue(json)) PictureGridView.Show(batch.Pictures, path, host);
                return ExitCode.Done;
            }

            var run = new ExplainRun(located, options.Choose(parsed, located, chosenCost, host), chosenCost, lines);
            var result = run.Result(view);
            var grid = ExplainPictures.Of(run, view);
            PictureGridView.Save(grid, path, Drawn, host);
            if (parsed.GetValue(json))
            {
                host.WriteJson(result, CliJson.Default.ExplainResult);
                return ExitCode.Done;
            }

            var page = new Page(host);
            WriteHead(page, run, result);
            PictureGridView.Show(grid, path, host);
            Write(page, run, result);
            return ExitCode.Done;
        });
        return command;
    }

    private static void WriteHead(Page page, ExplainRun run, ExplainResult result)
    {
        var outputs = run.Explainer.Layers()[^1].A;
        if (result.Step is { } step) page.Line($"[grey]The network as it was after step {Format.Count(step)}[/]");
        if (result.Prediction is { } seen)
        {
            var verdict = seen == result.Label ? (Styled)$"[green]✓[/]" : $"[red]✗[/]";
            page.Line($"{result.Input}: it is [bold]{result.Label}[/], the network sees [bold]{seen}[/] "
                + $"[grey]({Format.Sureness(outputs[seen], run.Model.Network.Layers[^1].Activation)})[/] {verdict}");
        }
        else
        {
            string all = outputs.Count <= MostOutputs ? $": {string.Join(", ", outputs.Select(Format.Number))}" : "";
            page.Line($"{result.Input}: the network gives {Format.Count(outputs.Count)} number{(outputs.Count == 1 ? "" : "s")}{all}");
        }

        var mean = outputs.Count == 1 ? (Styled)$"" : $" in all, {Format.Number(result.MeanCost)} on average of the {Format.Count(outputs.Count)} outputs";
        page.Line($"C₀ = {Format.Number(result.Cost)}{mean}   [grey]{run.Cost.Name} cost, {run.Cost.Formula}"
            + $", so ∂C/∂a = {run.Cost.DerivativeFormula}{(run.Cost.OutputActivation is { } joined ? $", and with {joined} ∂C/∂z = a − y" : "")}[/]");
    }

    private static void Write(Page page, ExplainRun run, ExplainResult result)
    {
        if (result.Chain is not null) ChainView.Write(page, run, result);
        else if (result.Equations is not null) EquationsView.Write(page, result);
        else if (result.Gradient is not null) GradientView.Write(page, run, result);
        else if (result.Backward is not null) BackwardView.Write(page, run, result);
        else if (result.Avenues is not null) AvenuesView.Write(page, run, result);
        else if (result.Wishes is not null) LayerView.Write(page, run, result);
        else OverviewView.Write(page, run, result);
    }
}
