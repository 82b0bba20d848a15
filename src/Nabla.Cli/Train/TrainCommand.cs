using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla train</c>.</summary>
internal static class TrainCommand
{
    public static Command Create(Host host)
    {
        var options = new TrainOptions();
        var command = new DescribedCommand(
            "train", "Trains a network and saves it. Without options: the network of the lectures, on handwritten digits.")
        {
            Examples =
            [
                new("train", "784-16-16-10, sigmoid, quadratic cost, 30 epochs"),
                new("train --hidden 32 --epochs 10", "one hidden layer of 32"),
                new("train --preset nielsen-100 --data mnist", "the network of chapter 3 of Nielsen's book"),
                new("train --layers 784,64,10 --activation relu --cost cross-entropy --learning-rate 0.1", "as is usual today"),
                new("train --data iris.csv --target species", "a table of your own; 'evaluate' and 'predict' take such tables too"),
                new("train --data digits --train-examples 1000 --epochs 5 --json", "a quick run for a program to read"),
                new("train --resume runs/001-lecture", "goes on with a run that was interrupted or killed"),
            ],
            Table = new HelpTable("Presets", [.. Preset.All.Select(preset => (preset.Name, (string?)preset.Summary))]),
            Remarks =
            [
                "Ctrl-C stops training and saves the network as far as it came; --resume goes on, after a kill too. "
                    + "The run's folder holds model.safetensors, metrics.jsonl with one line an epoch, run.json with all settings, "
                    + "result.json once it is complete, a checkpoint to go on from, and keyframes for 'nabla replay'.",
            ],
        };
        options.AddTo(command);
        command.SetAction(parsed => new TrainRun(host, options.Read(parsed)).Execute());
        return command;
    }
}
