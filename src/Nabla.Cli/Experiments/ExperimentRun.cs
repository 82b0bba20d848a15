namespace Nabla.Cli;

/// <summary>One run of an experiment: check, load, run, tell.</summary>
internal sealed class ExperimentRun(Host host, Experiment experiment, ExperimentRequest request)
{
    public int Execute()
    {
        var figures = request.Out is { } path ? FigureFiles.Plan(path, request.Overwrite) : null;
        var model = request.Model is { } name ? ModelLocator.Load(name, host) : null;
        model?.RequireNumbers($"experiment {experiment.Name}");
        var loaded = experiment.UsesData ? LoadData(model) : null;
        var data = loaded is null ? null : new ExperimentData(loaded.Train, loaded.Test) { Network = model?.Network };
        if (data is not null)
        {
            model?.CheckFits(data.Train);
            if (experiment.Misfit(data) is { } misfit) throw CliException.Wrong($"{misfit} Choose others with --data.");
        }

        host.Cancellation.ThrowIfCancellationRequested();
        var result = ExperimentDisplay.Run(
            host, experiment.Name, request, loaded, progress => experiment.Run(request.Settings, data, progress, host.Cancellation));
        var report = result.Report();
        var files = figures?.Save(report) ?? [];
        if (request.Json) host.WriteJson(ExperimentOutput.Of(experiment, request, loaded, result, files), CliJson.Default.ExperimentOutput);
        else ExperimentView.Write(report, result.Setup, files, host);
        return ExitCode.Done;
    }

    private LoadedData LoadData(LocatedModel? model)
    {
        var start = request.Data is null && model is not null ? model.UsualData() : new RunConfiguration { Data = request.Data ?? DataSource.Auto };
        model?.CheckFits(start.Data);
        var settings = (DataExperimentSettings)request.Settings;
        return DataSource.Load(
            DataRequest.Of(start with { TrainExamples = settings.Examples, TestExamples = settings.TestExamples }) with { Model = model }, host, request.Quiet);
    }
}
