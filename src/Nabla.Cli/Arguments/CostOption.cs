using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The option <c>--cost</c> of commands about a trained model.</summary>
internal static class CostOption
{
    public static Option<Cost?> Create(string use) => OptionOf.Choice(
        "--cost", "NAME", $"the cost {use}: {string.Join(", ", Cost.All.Select(cost => cost.Name))} (default: what it was trained on)",
        Cost.All, cost => cost.Name);

    /// <summary>The cost that was asked for, or the model's own.</summary>
    public static Cost Read(ParseResult parsed, Option<Cost?> option, LocatedModel model)
    {
        var cost = parsed.GetValue(option) ?? model.Cost;
        return cost.Misfit(model.Network.Layers[^1].Activation) is { } misfit ? throw CliException.Wrong(misfit) : cost;
    }
}
