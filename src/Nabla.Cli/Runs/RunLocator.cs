using System.CommandLine;

namespace Nabla.Cli;

/// <summary>Finds the runs that arguments name.</summary>
internal static class RunLocator
{
    /// <summary>The argument RUN of commands about one run.</summary>
    public static Argument<string?> Argument() => new("RUN") { Description = "the folder of a run, such as runs/001-lecture", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>The run in a folder.</summary>
    public static SavedRun Open(string folder, Host host) => SavedRun.IsIn(folder) ? SavedRun.Open(folder)
        : throw CliException.Wrong($"'{folder}' holds no run (there is no {RunFiles.Record} in it); give the folder of a run, {TrainedRuns.Example(host)}.");

    /// <summary>The data of a run, held against what it began with.</summary>
    /// <param name="run">The run.</param>
    /// <param name="host">Hears of progress, on standard error.</param>
    /// <param name="quiet">Whether it hears nothing.</param>
    /// <param name="mend">What to do where they are others now.</param>
    public static LoadedData LoadData(SavedRun run, Host host, bool quiet, Said? mend = null)
    {
        var configuration = run.Record.Configuration;
        var data = DataSource.Load(DataRequest.Of(configuration), host, quiet);
        return RunData.Of(data.Train, data.Test) == run.Record.Data ? data
            : throw CliException.Wrong($"the data '{configuration.Data}' are no longer those that the run in '{run.Folder}' began with; {mend ?? $"bring them back."}");
    }
}
