using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla find-learning-rate</c>.</summary>
internal static class FindLearningRateCommand
{
    public static Command Create(Host host)
    {
        var options = new TrainOptions();
        var from = OptionOf.Number("--from", "η", "the first rate (default: 1e-6)", zeroToo: false, "1e-6");
        var to = OptionOf.Number("--to", "η", "the last rate (default: 100)", zeroToo: false, "100");
        var steps = OptionOf.Whole("--steps", "N", "steps from the first to the last (default: 400)", 20, "400");
        var picture = new OutputOption(Figure.Endings, $"write the chart, as {Figure.Endings}");
        var json = OptionOf.Flag("--json", "the result as one JSON object");
        var command = new DescribedCommand(
            "find-learning-rate", "Trains for some steps while the learning rate grows from tiny to huge, and shows where the cost falls.")
        {
            Examples =
            [
                new("find-learning-rate", "for the lectures' network"),
                new("find-learning-rate --preset modern --data mnist --out rates.svg", "for another recipe, as a picture"),
            ],
            Remarks =
            [
                "The sweep is Smith's (2017). The suggestion is halfway between the rate at which the cost falls fastest and the one at which it "
                    + "is lowest: a place to begin, not more.",
            ],
        };
        options.AddForSweep(command);
        command.AddGroup("Sweep", from, to, steps);
        command.AddGroup("Result", [.. picture.All, json]);
        command.SetAction(parsed =>
        {
            string? file = picture.Read(parsed);
            double first = parsed.GetValue(from) ?? 1e-6, last = parsed.GetValue(to) ?? 100;
            if (first >= last) throw CliException.Wrong($"--from is {Format.Number(first)} and --to {Format.Number(last)}; the sweep goes up, so give a smaller --from.");
            var (network, data, training) = options.Read(parsed).Prepare(host);
            var sweep = LearningRateFinder.Run(network, data.Train, training, first, last, parsed.GetValue(steps) ?? 400, host.Cancellation);

            string setting = $"{string.Join('-', network.Sizes)}, {training.Cost.Name} cost, {training.Optimizer.Name}, "
                + $"mini-batches of {training.BatchSize}, {data.Train.Name}";
            var chart = sweep.ToChart(setting);
            if (file is not null) ChartView.Save(chart, file);
            if (parsed.GetValue(json))
            {
                host.WriteJson(sweep, CliJson.Default.LearningRateSweep);
                return ExitCode.Done;
            }

            if (file is null) ChartView.Write(chart, host);
            host.Out.WriteLine(sweep.Suggestion is { } rate
                ? $"Between the fastest fall and the lowest cost is a learning rate of {rate:G2}: try --learning-rate {rate:G1}"
                : "The cost did not fall at any of these rates; try other ones with --from and --to, or another --initializer.");
            if (file is not null) host.Out.WriteLine($"The chart is in {file}");
            return ExitCode.Done;
        });
        return command;
    }
}
