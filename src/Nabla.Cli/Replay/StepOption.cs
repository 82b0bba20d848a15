using System.CommandLine;
using System.Globalization;

namespace Nabla.Cli;

/// <summary>The option <c>--step</c>: a run as it was after one of its steps.</summary>
internal static class StepOption
{
    public static Option<long?> Create(string description) => OptionOf.Parsed<long?>("--step", "S", description,
        text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value)
            ? (value, null) : (null, $"--step is '{text}'; give a whole number of at least 0, such as 1000."));

    /// <summary>Reaches the step of a run again.</summary>
    public static ReplayedStep Reach(SavedRun run, LoadedData data, long step, Host host)
    {
        try
        {
            return RunReplay.To(run, data.Train, step, host.Cancellation);
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw CliException.Wrong($"--step: {Said.Of(error)}");
        }
    }

    /// <summary>A model that is a run, as it was after the step.</summary>
    public static LocatedModel Reach(LocatedModel model, long step, Host host)
    {
        var run = RunLocator.Open(model.Argument, host);
        var reached = Reach(run, RunLocator.LoadData(run, host, quiet: true), step, host);
        return model with { Network = reached.Network, Step = step };
    }
}
