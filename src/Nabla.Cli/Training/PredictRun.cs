namespace Nabla.Cli;

/// <summary>Asks a network what it sees, image by image.</summary>
internal sealed class PredictRun(Host host, LocatedModel model, bool json)
{
    private readonly Predictor _predictor = new(model.Network);
    private int _shown;

    /// <summary>Shows what it sees in an example of a data set.</summary>
    public void ShowExample(LoadedData data, bool train, int index)
    {
        var examples = data.Part(train);
        model.CheckFits(examples);
        if (index >= examples.Count)
            throw CliException.Wrong($"--example is {index}, "
                + $"but {examples.Name} has {Format.Count(examples.Count)} {(train ? "training" : "test")} examples; "
                + $"give 0 to {examples.Count - 1}.");

        float[] input = new float[examples.Inputs];
        examples.CopyInput(index, input);
        var picture = examples.IsImages ? Picture.Of(examples, index) : null;
        Show($"{data.Name} {(train ? "training" : "test")} example {index}", _predictor.Outputs(input), picture, examples.Labels[index]);
    }

    /// <summary>Shows what it sees in each image; one that cannot be read is named on standard error, and the others go on.</summary>
    /// <returns>The exit code.</returns>
    public int ShowImages(IReadOnlyList<string> paths, bool normalize)
    {
        int exitCode = ExitCode.Done;
        foreach (string path in paths)
        {
            host.Cancellation.ThrowIfCancellationRequested();
            try
            {
                var picture = InputImage.Prepare(InputImage.Read(path, host), path, model, normalize);
                Show(path, _predictor.Outputs(picture.Pixels), picture, null);
            }
            catch (Exception e) when (e is CliException or InvalidDataException or IOException or UnauthorizedAccessException)
            {
                exitCode = Failure.Report(e, host);
            }
        }

        return exitCode;
    }

    private void Show(string input, ReadOnlySpan<float> outputs, Picture? picture, int? label)
    {
        int seen = 0;
        for (int j = 1; j < outputs.Length; j++)
        {
            if (outputs[j] > outputs[seen]) seen = j;
        }

        var result = new PredictResult
        {
            Input = input,
            Prediction = seen,
            Confidence = outputs[seen],
            Outputs = outputs.ToArray(),
            Label = label,
        };
        if (json)
        {
            host.WriteJson(result, CliJson.Default.PredictResult);
            return;
        }

        if (_shown++ > 0) host.Out.WriteLine();
        PredictionView.Write(result, picture, host);
    }
}
