using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla chain</c>.</summary>
internal static class ChainCommand
{
    public static Command Create(Host host)
    {
        var weights = OptionOf.Numbers("--weights", "w of each neuron, from the input to the output (default: 1.5,-2)", "1.5,-2");
        var biases = OptionOf.Numbers("--biases", "b of each neuron (default: 0 each)", "0.1,0.4");
        var input = OptionOf.Any("--input", "X", "the input of the first neuron (default: 0.8)", "0.8");
        var target = OptionOf.Any("--target", "Y", "the target y (default: 1)", "1");
        var cost = OptionOf.Choice("--cost", "NAME", "quadratic, (a−y)², half-quadratic, ½(a−y)², or binary-cross-entropy, −[y·ln a + (1−y)·ln(1−a)] "
            + "(default: quadratic)", Cost.All.Where(known => known.OutputActivation is not { IsElementwise: false }), known => known.Name);
        var activation = OptionOf.Choice("--activation", "NAME", "σ of every neuron (default: sigmoid)",
            Activation.All.Where(known => known.IsElementwise), known => known.Name);
        var json = OptionOf.Flag("--json", "the result as one JSON object");
        var command = new DescribedCommand("chain", "A network with one neuron a layer: every factor of the chain rule, and their product beside measured nudges.")
        {
            Examples =
            [
                new("chain", "two neurons, with weights of our choice"),
                new("chain --weights 0.5 --biases 0.1 --input 0.8 --target 1", "a single neuron"),
                new("chain --weights 0.5 --biases 0.1 --cost binary-cross-entropy", "with cross-entropy, where ∂C/∂z is a − y"),
                new("chain --weights 1,1,1,1,1,1", "how the derivative shrinks on its way back through six sigmoids"),
            ],
        };
        command.AddGroup("Chain", weights, biases, input, target, activation, cost);
        command.AddGroup("Result", json);
        command.SetAction(parsed =>
        {
            double[] w = parsed.GetResult(weights) is null ? [1.5, -2] : parsed.GetValue(weights)!;
            double[] b = parsed.GetResult(biases) is null ? new double[w.Length] : parsed.GetValue(biases)!;
            if (w.Length != b.Length)
                throw CliException.Wrong($"--weights has {w.Length} numbers and --biases {b.Length}; give one of each for every neuron.");
            var sigma = parsed.GetValue(activation) ?? Activation.Sigmoid;
            var chosen = parsed.GetValue(cost) ?? Cost.Quadratic;
            double y = parsed.GetValue(target) ?? 1;
            if (chosen.Misfit(sigma) is { } misfit) throw CliException.Wrong(misfit);
            if (chosen.OutputActivation is not null && y is < 0 or > 1)
                throw CliException.Wrong($"--target is {y}, but the target of {chosen} is from 0 to 1; choose such a one, or another --cost.");
            var chain = OneNeuronChain.Run(parsed.GetValue(input) ?? 0.8, y, chosen, sigma, [.. w.Zip(b)]);
            if (chain.Links.Any(link => !double.IsFinite(link.Z)) || !double.IsFinite(chain.Cost))
                throw CliException.Wrong($"with these numbers a sum is no longer finite; give smaller ones.");
            if (!double.IsFinite(chain.Links[^1].DCdA))
                throw CliException.Wrong($"with these numbers the output is rounded to {chain.Links[^1].A}, where ∂C/∂a is no number; give smaller ones.");
            if (parsed.GetValue(json)) host.WriteJson(chain, CliJson.Default.OneNeuronChain);
            else OneNeuronChainView.Write(chain, chosen, new Page(host));
            return ExitCode.Done;
        });
        return command;
    }
}
