namespace Nabla.Cli;

/// <summary>Finds the runs that arguments name.</summary>
internal static class RunLocator
{
    /// <summary>The run in a folder.</summary>
    public static SavedRun Open(string folder) => SavedRun.IsIn(folder) ? SavedRun.Open(folder)
        : throw CliException.Wrong($"'{folder}' holds no run (there is no {RunFiles.Record} in it); give the folder of a run, such as runs/001-lecture.");

    /// <summary>The data of a run, held against what it began with.</summary>
    public static LoadedData LoadData(SavedRun run, Host host, bool quiet)
    {
        var configuration = run.Record.Configuration;
        var data = DataSource.Load(DataRequest.Of(configuration), host, quiet);
        return RunData.Of(data.Train, data.Test) == run.Record.Data ? data
            : throw CliException.Wrong($"the data '{configuration.Data}' are no longer those that the run in '{run.Folder}' began with; bring them back.");
    }
}
