using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla explain</c>.</summary>
internal static class ExplainCommand
{
    public static Command Create(Host host)
    {
        var model = ModelArgument.Create();
        var image = new Argument<string?>("IMAGE")
        {
            Description = "a PNG or PGM file instead of an example; - reads it from standard input",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var data = new DataOptions();
        var example = OptionOf.Whole("--example", "I", "which example; the first is 0 (default: 0)", 0, "7");
        var label = OptionOf.Whole("--label", "C", "what IMAGE is (default: what the network sees in it)", 0, "7");
        var noNormalize = OptionOf.Flag("--no-normalize", "take IMAGE's pixels as they are: white ink on black");
        var layer = OptionOf.Whole("--layer", "L", "a layer: its numbers, and what it wishes of the layer before", 0, "2");
        var neuron = OptionOf.Whole("--neuron", "J", "with --layer: the three avenues to move a neuron", 0, "5");
        var weight = OptionOf.Places("--weight", "L,J,K", "the chain of factors of the weight from neuron K of layer L−1 to neuron J of layer L", "2,5,3");
        var equations = OptionOf.Flag("--equations", "the four equations with their numbers; with --layer, of one layer");
        var backward = OptionOf.Flag("--backward", "the network run backward, each neuron an amplifier");
        var range = OptionOf.Range("--examples", "the mini-batch of examples A to B: each one's wishes, and their mean", "0..9");
        var cost = CostOption.Create("to differentiate");
        var top = OptionOf.Whole("--top", "N", "how many lines to show of a list (default: 10)", 1, "20");
        var pictures = new PictureOptions("an example, --layer 1 with or without --neuron, or --examples");
        var json = OptionOf.Flag("--json", "the result as one JSON object");
        var command = new DescribedCommand("explain", "Takes one example's backpropagation apart, down to each factor of each derivative.")
        {
            Examples =
            [
                new("explain runs/001-lecture --example 7", "every layer's z, a, σ′(z) and δ, and what each output wants"),
                new("explain runs/001-lecture seven.png --label 7 --layer 3 --neuron 7", "the three avenues to raise output 7 for an image"),
                new("explain runs/001-lecture --example 7 --weight 2,5,3", "one weight's chain of factors, beside measured nudges"),
                new("explain runs/001-lecture --examples 0..9 --split train", "ten examples' wishes and their mean"),
            ],
            Remarks =
            [
                "Layers are numbered as in the notes: the input is layer 0, the first hidden layer 1. Neurons are counted from 0, so that "
                + "for digits output 7 is the seven. Every derivative is of the cost named in the head of the answer.",
            ],
        };
        command.Add(model);
        ModelArgument.Require(command, model);
        command.Add(image);
        command.AddGroup("Which example", example, label, noNormalize, data.Data, data.Split);
        command.AddGroup("What of it (one; everything in brief where none is given)", layer, neuron, weight, equations, backward, range);
        command.AddGroup("Result", cost, top, pictures.Out, pictures.Overwrite, json);
        command.Validators.Add(result =>
        {
            if (result.GetValue(image) is not null)
            {
                foreach (Option option in new Option[] { example, range, data.Data, data.Split })
                {
                    if (result.GetResult(option) is not null) result.AddError($"{option.Name} is about the data, and IMAGE is not of them; give one of the two.");
                }
            }
            else
            {
                foreach (Option option in new Option[] { label, noNormalize })
                {
                    if (result.GetResult(option) is not null) result.AddError($"{option.Name} is about an IMAGE, and none is given.");
                }
            }

            if (result.GetResult(range) is null) return;
            foreach (Option option in new Option[] { example, layer, neuron, weight, equations, backward })
            {
                if (result.GetResult(option) is not null) result.AddError($"--examples shows the average of several, {option.Name} one example; give one of the two.");
            }
        });
        command.SetAction(parsed =>
        {
            pictures.Check(parsed);
            var located = ModelLocator.Load(parsed.GetValue(model)!);
            var view = new ExplainView(
                parsed.GetValue(layer), parsed.GetValue(neuron), parsed.GetValue(weight) is { Length: > 0 } places ? places : null, parsed.GetValue(equations), parsed.GetValue(backward));
            view.Check(located);
            var chosenCost = CostOption.Read(parsed, cost, located);
            int lines = parsed.GetValue(top) ?? 10;
            bool asJson = parsed.GetValue(json);
            if (parsed.GetValue(range) is { } batch)
            {
                Average(DataPart.Load(parsed, data, located, host), batch, located, chosenCost, lines, asJson);
                return ExitCode.Done;
            }

            var run = new ExplainRun(located, Choose(parsed, located), chosenCost, lines);
            var result = run.Result(view);
            var grid = ExplainPictures.Of(run, view);
            pictures.Save(parsed, grid, host);
            if (asJson)
            {
                host.WriteJson(result, CliJson.Default.ExplainResult);
                return ExitCode.Done;
            }

            var page = new Page(host);
            ExplainHead.Write(page, run, result);
            pictures.Show(parsed, grid, host);
            Write(page, run, result);
            return ExitCode.Done;

            void Average(DataPart part, (int From, int To) chosen, LocatedModel network, Cost by, int rows, bool json)
            {
                part.Check("--examples", chosen.To);
                var averaging = new AveragingResult
                {
                    Model = network.Path,
                    Data = part.Name,
                    Split = part.Split,
                    CostFunction = by.Name,
                    Table = AveragingTable.Of(network.Network, part.Examples, [.. Enumerable.Range(chosen.From, chosen.To - chosen.From + 1)], by, rows, host.Cancellation),
                };
                int inputs = part.Examples.Inputs;
                var means = ExplainPictures.OfFirstLayer("The mean gradient of layer 1", part.Examples,
                    Enumerable.Range(0, network.Network.Sizes[1]).Select(j => (IReadOnlyList<double>)[.. averaging.Table.Means.Skip(j * inputs).Take(inputs)]));
                pictures.Save(parsed, means, host);
                if (json) host.WriteJson(averaging, CliJson.Default.AveragingResult);
                else AveragingView.Write(averaging, by, host);
                if (!json) pictures.Show(parsed, means, host);
            }
        });
        return command;

        ChosenExample Choose(ParseResult parsed, LocatedModel located)
        {
            if (parsed.GetValue(image) is { } path)
            {
                var picture = InputImage.Prepare(InputImage.Read(path, host), path, located, normalize: !parsed.GetValue(noNormalize));
                return ChosenExample.Of(path, picture, located, parsed.GetValue(label), parsed.GetValue(noNormalize) ? " --no-normalize" : "");
            }

            var part = DataPart.Load(parsed, data, located, host);
            string arguments = (parsed.GetValue(data.Data) is { } named ? $" --data {Shell.Quote(named)}" : "") + (part.IsTrain ? " --split train" : "");
            return ChosenExample.Of(part, parsed.GetValue(example) ?? 0, arguments);
        }
    }

    private static void Write(Page page, ExplainRun run, ExplainResult result)
    {
        if (result.Chain is not null) ChainView.Write(page, run, result);
        else if (result.Equations is not null) EquationsView.Write(page, result);
        else if (result.Backward is not null) BackwardView.Write(page, run, result);
        else if (result.Avenues is not null) AvenuesView.Write(page, run, result);
        else if (result.Wishes is not null) LayerView.Write(page, run, result);
        else OverviewView.Write(page, run, result);
    }
}
