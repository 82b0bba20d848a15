using System.CommandLine;
using System.Diagnostics;

namespace Nabla.Cli;

/// <summary><c>nabla gradcheck</c>.</summary>
internal static class GradcheckCommand
{
    private static readonly Dictionary<string, string> Variables =
        FormulaCheck.Variables.Append("a′").Append("previous").ToDictionary(name => name, name => name is "a′" or "previous" ? "a'" : name);

    public static Command Create(Host host)
    {
        var model = ModelArgument.Create();
        var data = new DataOptions();
        var example = OptionOf.Whole("--example", "I", "the first example to check on; the first of all is 0 (default: 0)", 0, "7");
        var examples = OptionOf.Whole("--examples", "N", "check the mean cost of so many examples (default: 1)", 1, "10");
        var tolerance = OptionOf.Number("--tolerance", "X", "the relative error that still counts as agreement (default: 1e-6)", false, "1e-6");
        var cost = CostOption.Create("to differentiate; with --formula, quadratic or half-quadratic");
        var formula = OptionOf.Text("--formula", "TEXT", "check a formula of your own instead of a model");
        var of = OptionOf.Choice("--of", "X", "what the formula differentiates the cost by: w, b, a' (or previous), z or a (default: w)", Variables);
        var activation = OptionOf.Choice("--activation", "NAME", "what σ stands for in the formula: sigmoid, tanh or relu (default: sigmoid)",
            FormulaCheck.Activations, known => known.Name);
        var json = OptionOf.Flag("--json", "the result as one JSON object");
        var command = new DescribedCommand("gradcheck", "Checks derivatives against finite differences: a network's, or a formula of your own.")
        {
            Examples =
            [
                new("gradcheck runs/001-lecture", "every parameter's derivative, by backpropagation and by nudging it"),
                new("gradcheck runs/001-lecture --examples 10", "of the mean cost of ten examples"),
                new("gradcheck --formula \"a' * σ'(z) * 2(a-y)\" --of w", "a formula for ∂C/∂w of one neuron"),
            ],
            Remarks =
            [
                "A formula is about one neuron, z = w·a' + b, a = σ(z), with the cost (a−y)² or half of it. "
                + "It may use w, b, a', z, a, y, σ(z), σ'(z), numbers, + − × ÷ ^ and parentheses; in a shell without σ, write sigma(z) and sigma'(z). "
                + "As in the notes, a^(L-1) is a', and w^(L), b^(L), z^(L) and a^(L) are w, b, z and a.",
                "Layers are numbered as in the notes: the input is layer 0, the first hidden layer 1; neurons from 0. w[l,j,k] leads from "
                + "neuron k of layer l−1 to neuron j of layer l.",
                "The relative error is |x−y|/max(|x|,|y|,10⁻⁴): smaller derivatives are compared absolutely, for a difference of costs "
                + "near 1 has no more digits.",
                "The exit code is 1 where something disagrees.",
            ],
        };
        command.Add(model);
        command.AddGroup("Model", example, examples, data.Data, data.Transpose, data.Split, tolerance);
        command.AddGroup("Formula", formula, of, activation);
        command.AddGroup("Both", cost, json);
        command.Validators.Add(result =>
        {
            bool hasModel = result.GetValue(model) is not null, hasFormula = result.GetResult(formula) is not null;
            if (hasModel && hasFormula) result.AddError("gradcheck takes a MODEL or a --formula, not both.");
            if (!hasModel && !hasFormula)
                result.AddError($"gradcheck needs a MODEL (a {ModelFormat.Endings} file or the folder of a run, {TrainedRuns.Example(host)}), or a --formula.");
            foreach (Option option in hasFormula ? [example, examples, data.Data, data.Transpose, data.Split, tolerance] : new Option[] { of, activation })
            {
                if (result.GetResult(option) is null || hasModel == hasFormula) continue;
                result.AddError($"{option.Name} is for {(hasFormula ? "a MODEL" : "a --formula")}; leave it out.");
            }
        });
        command.SetAction(parsed =>
        {
            bool asJson = parsed.GetValue(json);
            if (parsed.GetValue(formula) is { } text)
            {
                return CheckFormula(text, parsed.GetValue(of) ?? "w", parsed.GetValue(cost) ?? Cost.Quadratic,
                    parsed.GetValue(activation) ?? Activation.Sigmoid, asJson, host);
            }

            var located = ModelLocator.Load(parsed.GetValue(model)!, host);
            var chosen = CostOption.Read(parsed, cost, located);
            var part = DataPart.Load(parsed, data, located, host);
            int first = parsed.GetValue(example) ?? 0, count = parsed.GetValue(examples) ?? 1;
            part.Check("--example", first);
            if (count > part.Examples.Count - first)
                throw CliException.Wrong($"--examples is {count}, but {part} has only {Format.Count(part.Examples.Count - first)} from {first} on.");

            Example[] checkedOn = [.. Enumerable.Range(first, count).Select(i => part.Examples[i])];
            WarnOfLongWork(located.Network, count, host);
            var watch = Stopwatch.StartNew();
            var check = GradientCheck.Run(
                located.Network, checkedOn, chosen, parsed.GetValue(tolerance) ?? GradientCheck.UsualTolerance, host.Cancellation);
            var result = new GradcheckResult(
                located.Path, part.Name, part.Split, chosen.Name, check.Parameters, check.Examples, check.WorstRelativeError, check.Tolerance, check.Agrees,
                watch.Elapsed.TotalSeconds, check.Worst, check.Computed, check.Measured, check.Layers, check.ChecksNothing);
            if (asJson) host.WriteJson(result, CliJson.Default.GradcheckResult);
            else GradientCheckView.Write(result, located.Network, chosen, host);
            return check.Agrees ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    // Every parameter is nudged five times, and all that comes after it is run forward again.
    private static void WarnOfLongWork(Network network, int examples, Host host)
    {
        const double PerSecond = 2e8, LongSeconds = 60;
        double work = network.Layers.Select((layer, l) =>
            5.0 * layer.ParameterCount * (layer.Inputs + network.Layers.Skip(l + 1).Sum(after => after.ParameterCount))).Sum() * examples;
        if (work < PerSecond * LongSeconds) return;
        host.Notice($"nudging {Format.Count(network.ParameterCount)} parameters one by one takes about "
            + $"{Format.Duration(TimeSpan.FromSeconds(work / PerSecond))}; Ctrl-C stops it");
    }

    private static int CheckFormula(string formula, string of, Cost cost, Activation activation, bool json, Host host)
    {
        if (cost.OutputActivation is not null)
            throw CliException.Wrong($"--cost is {cost}, but a formula is checked with quadratic or half-quadratic; choose one of them.");
        FormulaCheck check;
        try
        {
            check = FormulaCheck.Run(formula, of, cost, activation);
        }
        catch (ExpressionException e)
        {
            throw WrongFormula.In("--formula", e);
        }

        if (json) host.WriteJson(check, CliJson.Default.FormulaCheck);
        else FormulaView.Write(check, host);
        return check.Holds ? ExitCode.Done : ExitCode.Failed;
    }
}
