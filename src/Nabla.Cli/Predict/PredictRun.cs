namespace Nabla.Cli;

/// <summary>Asks a network what it sees, image by image.</summary>
internal sealed class PredictRun(Host host, LocatedModel model, bool json)
{
    private readonly Predictor _predictor = new(model.Network);
    private int _shown;

    /// <summary>Shows what it sees in an example of a data set.</summary>
    public void ShowExample(DataPart data, int index)
    {
        var examples = data.Examples;
        string part = data.IsTrain ? "training" : "test";
        if (index >= examples.Count)
            throw CliException.Wrong($"--example is {index}, "
                + $"but {examples.Name} has {Format.Count(examples.Count)} {part} examples; "
                + $"give 0 to {examples.Count - 1}.");

        // An image by its bytes, as one that is given: so its outputs are the same to the last digit.
        var outputs = examples.IsImages ? _predictor.Outputs(examples.Image(index)) : _predictor.Outputs(examples[index].Input);
        var picture = examples.IsImages ? Picture.Of(examples, index) : null;
        Show(Answer($"{data.Name} {part} example {index}", outputs, examples.IsRegression ? null : examples.Labels[index]), picture);
    }

    /// <summary>Shows what it sees in each image; one that cannot be read is named on standard error, and the others go on.</summary>
    /// <returns>The exit code.</returns>
    public int ShowImages(IReadOnlyList<string> paths, DataRequest how, bool normalize, bool one) => Each(paths, path =>
    {
        host.Cancellation.ThrowIfCancellationRequested();
        if (Csv.Endings.Include(path))
        {
            ShowRows(path, how);
            return;
        }

        var parts = InputImage.Prepare(InputImage.Read(path, host), path, model, normalize, one).Parts;
        PredictResult[] results = [.. parts.Select(part => Answer(path, _predictor.Outputs(part.Picture.Pixels), null) with { Box = part.Box })];
        if (results.Length == 1) Show(results[0], parts[0].Picture);
        else ShowDigits(path, results, [.. parts.Select(part => part.Picture)]);
    });

    // Pictures kept as rows of pixels are as the network learned them already.
    private void ShowRows(string path, DataRequest how)
    {
        if (!File.Exists(path)) throw CliException.Wrong($"there is no table '{path}'; give a CSV file.");
        if (model.Info.Table is not null || Csv.ReadPictures(path, how.Csv) is not { } rows)
            throw CliException.Wrong($"'{path}' is a table, but '{model.Argument}' was not trained on one; give images, or rows of 28×28 pixels.");
        model.CheckInputs(rows.Pictures, path);
        var pictures = how.Transpose ? rows.Pictures.Transposed() : rows.Pictures;
        for (int i = 0; i < pictures.Count; i++)
        {
            host.Cancellation.ThrowIfCancellationRequested();
            var result = Answer($"{path} example {i}", _predictor.Outputs(pictures.Image(i)), rows.Label is null ? null : pictures.Labels[i]);
            if (json) host.WriteJson(result, CliJson.Default.PredictResult);
            else PredictionView.WriteRow(result, host);
        }
    }

    private void ShowDigits(string path, PredictResult[] digits, Picture[] pictures)
    {
        string read = string.Concat(digits.Select(digit => digit.Class ?? (digit.Prediction is { } seen ? $"{seen}" : "?")));
        if (json)
        {
            var largest = digits.MaxBy(digit => digit.Box!.Width * digit.Box.Height)!;
            host.WriteJson(largest with { Read = read, Digits = digits }, CliJson.Default.PredictResult);
            return;
        }

        if (_shown++ > 0) host.Out.WriteLine();
        host.Out.WriteLine($"{path}: {read}, {digits.Length} digits from left to right (--one reads the largest alone)");
        for (int i = 0; i < digits.Length; i++)
        {
            var box = digits[i].Box!;
            PredictionView.Write(digits[i] with { Input = $"digit {i + 1}, {box.Width}×{box.Height} pixels at {box.X}, {box.Y}" }, pictures[i], host);
        }
    }

    /// <summary>Answers for each row of the tables; one that is not as it must be is named on standard error, and the other tables go on.</summary>
    /// <returns>The exit code.</returns>
    public int ShowTables(IReadOnlyList<string> paths, CsvOptions options) => Each(paths, path =>
    {
        var encoding = model.Info.Table!;
        var table = ReadTable(path, options);

        // All rows before the first answer, so that nothing is half told.
        float[] inputs = encoding.EncodeInputs(table);
        for (int row = 0; row < table.Count; row++)
        {
            host.Cancellation.ThrowIfCancellationRequested();
            var result = Answer($"{path} row {table.Line(row)}", _predictor.Outputs(inputs.AsSpan(row * encoding.Inputs, encoding.Inputs)), null);
            if (json) host.WriteJson(result, CliJson.Default.PredictResult);
            else PredictionView.WriteRow(result, host);
        }
    });

    private int Each(IReadOnlyList<string> paths, Action<string> show)
    {
        int exitCode = ExitCode.Done;
        foreach (string path in paths)
        {
            try
            {
                show(path);
            }
            catch (Exception e) when (e is CliException or InvalidDataException or IOException or UnauthorizedAccessException)
            {
                exitCode = Failure.Report(e, host);
            }
        }

        return exitCode;
    }

    private Table ReadTable(string path, CsvOptions options)
    {
        if (path != "-") return File.Exists(path) ? Csv.Read(path, options) : throw CliException.Wrong($"there is no table '{path}'; give a CSV file.");
        using var text = new StreamReader(host.OpenInput());
        return Csv.Read(text, "standard input", options);
    }

    private PredictResult Answer(string input, ReadOnlySpan<float> outputs, int? label)
    {
        if (model.Info.Table is { Target: { Classes: null } target })
            return new PredictResult { Input = input, Value = target.Value(outputs[0]), Outputs = outputs.ToArray() };
        int? seen = 0;
        for (int j = 1; j < outputs.Length; j++)
        {
            if (outputs[j] > outputs[seen.Value]) seen = j;
        }

        if (outputs.ToArray().Any(float.IsNaN)) seen = null;
        return new PredictResult
        {
            Input = input,
            Prediction = seen,
            Class = seen is { } named ? model.Info.ClassNames?[named] : null,
            Confidence = seen is { } sure ? outputs[sure] : null,
            Outputs = outputs.ToArray(),
            Label = label,
            Names = model.Info.ClassNames,
            Of = model.Network.Layers[^1].Activation,
        };
    }

    private void Show(PredictResult result, Picture? picture)
    {
        if (json)
        {
            host.WriteJson(result, CliJson.Default.PredictResult);
            return;
        }

        if (_shown++ > 0) host.Out.WriteLine();
        PredictionView.Write(result, picture, host);
    }
}
