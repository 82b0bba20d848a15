using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla descend</c>.</summary>
internal static class DescendCommand
{
    public static Command Create(Host host)
    {
        var options = new DescendOptions();
        var command = new DescribedCommand("descend", "Gradient descent, step by step: on a function of one or two variables, or seen on a slice of a network's own cost.")
        {
            Examples =
            [
                new("descend double-well --start -2 --start 2 --out wells.png", "two starts, two valleys"),
                new("descend bowl --learning-rate 0.7", "too long steps diverge"),
                new("descend --function \"x^4 - 3x^2 + x\" --start 0.3 --basins", "a formula of your own, and which start leads where"),
                new("descend --model runs/001-lecture --plane", "the cost around a trained network"),
                new("descend --model runs/001-lecture --to runs/002-lecture", "the cost between two networks"),
                new("descend --model runs/001-lecture --paths --out paths.png", "full batch, mini-batches and single examples, side by side"),
            ],
            Table = new HelpTable("Functions", [.. Objective.All.Select(f => (f.Name, (string?)$"{f.Formula}: {f.Summary}"))]),
            Remarks =
            [
                "A formula may use + - * / ^, parentheses, 2x for 2·x, π, e, sin cos tan exp ln sqrt abs tanh sigma relu max min. "
                    + "Its gradient is found by the rules of calculus.",
                "A minimum is called global where nothing in the shown part is lower. Minima without a known formula are searched for on a "
                    + "grid and followed to their bottom; these are marked as found numerically.",
                "Slices show the cost of training examples. Random directions are filter-normalised: each neuron's part is as long as its "
                    + "own weights, and biases stay (Li et al. 2018). The plane of --paths is the one nearest to the paths: the first two "
                    + "principal directions of what they moved from their common, random start.",
            ],
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            if (options.WantsList(parsed)) return ObjectiveList.Write(host, options.WantsJson(parsed));
            return options.IsSlice(parsed) ? new SliceRun(host, options.ReadSlice(parsed)).Execute() : new DescendRun(host, options.ReadFunction(parsed)).Execute();
        });
        return command;
    }
}
