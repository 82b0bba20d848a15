namespace Nabla.Runs;

/// <summary>
/// The one table of what can be set of a run. Names of runs, <c>run.json</c>, the options of <c>nabla train</c> and
/// <c>nabla find-learning-rate</c> and the page's form are made from it; what an optimizer or a schedule adds to it stands in its own file.
/// </summary>
public static class RunSettings
{
    private const string Network = SettingGroups.Layers, Training = SettingGroups.Training;

    /// <summary>All of them. What chooses a kind of thing stands before the settings of that thing.</summary>
    public static IReadOnlyList<Setting<RunConfiguration>> All { get; } =
    [
        Own("data", SettingGroups.Data, $"auto (MNIST where it is found or can be fetched, otherwise the built-in digits), mnist, fashion-mnist, kmnist, digits, "
            + $"a table of yours (FILE.csv, FILE.tsv), a folder with the four IDX files, FILE.npz, or a folder with a folder of images for each class",
            SettingValues.FileName with { Symbol = "WHICH" }, "digits", c => c.Data, (c, x) => c with { Data = x }),
        Own("train-examples", SettingGroups.Data, $"use only the first N training examples", SettingValues.AtLeastOne, "1000",
            c => c.TrainExamples!.Value, (c, x) => c with { TrainExamples = x }, c => c.TrainExamples is not null, "all"),
        Own("test-examples", SettingGroups.Data, $"use only the first N test examples", SettingValues.AtLeastOne, "1000",
            c => c.TestExamples!.Value, (c, x) => c with { TestExamples = x }, c => c.TestExamples is not null, "all"),
        OfData("target", $"the column of the table to predict: its name, or its number from 1", SettingValues.Text with { Symbol = "COLUMN" }, "species", "none"),
        OfData("task", $"classification or regression", SettingValues.Text with { Symbol = "NAME" }, "regression",
            $"regression where the target column holds numbers that are not whole, or of more than {TableOptions.MostNumberClasses} kinds"),
        OfData("test-split", $"the part of a table or a folder of images that is for testing, drawn by the seed; it keeps the share of every class",
            SettingValues.Fraction, "0.2", "0.2"),
        OfData("test-data", $"another table or folder of images to be tested on, so that all of --data is for learning", SettingValues.FileName, "test.csv", "none"),
        OfData("missing", $"what becomes of missing cells: refuse, mean, median, most-frequent (of the training examples; categories always become the "
            + $"most frequent one), or drop the row", SettingValues.Text with { Symbol = "HOW" }, "mean", "refuse"),
        OfData("categorical", $"columns whose numbers are names of categories: names or numbers, joined by commas",
            SettingValues.Text with { Symbol = "COLUMNS" }, "colour", "none"),
        OfData("ignore", $"columns to leave out, such as numbers of rows: names or numbers, joined by commas", SettingValues.Text with { Symbol = "COLUMNS" }, "row", "none"),
        OfData("delimiter", $"what stands between cells; tab for a tab", SettingValues.Text with { Symbol = "CHAR" }, ";", "told by the first lines"),
        OfData("no-header", $"the first row of the table is an example, not the names of the columns", SettingValues.Flag, "true", "not"),
        OfData("resize", $"scale the images of a folder to this size", SettingValues.Text with { Symbol = "WxH" }, "28x28", "they must be of one size"),
        OfData("normalize", $"prepare each image of a folder as MNIST was: light ink on black, 28×28", SettingValues.Flag, "true",
            "where the classes are the ten digits, unless --resize says otherwise"),
        OfData("transpose", $"exchange rows and columns of the images, which sets EMNIST's upright", SettingValues.Flag, "true", "not"),
        Own("validation-split", SettingGroups.Stopping, $"set this part of the training examples aside, drawn by the seed, for --patience and --schedule plateau to "
            + $"judge by; where it is 0 they judge by the training cost", SettingValues.Fraction, "0.1", c => c.ValidationSplit, (c, x) => c with { ValidationSplit = x }),
        Own("hidden", Network, $"sizes of the hidden layers; inputs and outputs come from the data", SettingValues.List(SettingValues.AtLeastOne), "32,16",
            c => c.Hidden, (c, x) => c with { Hidden = x }),
        Own("activation", Network, $"of the hidden layers", SettingValues.OneOf(Activation.All.Where(a => a.IsElementwise), HiddenActivation, a => a.Name), "relu",
            c => c.Activation, (c, x) => c with { Activation = x }),
        Own("cost", Training, $"what training makes small ({string.Join(", ", Cost.All.Select(cost => cost.Formula))})",
            SettingValues.OneOf(Cost.All, Cost.Parse, x => x.Name), "quadratic",
            c => c.Training.Cost, (c, x) => c with { Training = c.Training with { Cost = x } }),
        Own("output-activation", Network, $"of the last layer; a cost that needs one brings it along",
            SettingValues.OneOf(Activation.All, Activation.Parse, a => a.Name), "softmax",
            c => c.OutputActivation, (c, x) => c with { OutputActivation = x }),
        Own("initializer", Network, $"how weights are chosen; another activation brings its usual way along",
            SettingValues.OneOf(Initializer.Known, Initializer.Parse, i => i.Name), "he",
            c => c.Initializer, (c, x) => c with { Initializer = x }),
        Own("optimizer", Training, $"how parameters follow the gradient", SettingValues.OneOf(Optimizer.All, Optimizer.Parse, o => o.Name), "adam",
            c => c.Training.Optimizer, (c, x) => With(c, x)),
        .. Setting<Optimizer>.OfKinds(Optimizer.All, o => o.Name, o => o.Settings).Select(setting => setting.In<RunConfiguration>(c => c.Training.Optimizer, With)),
        Own("schedule", SettingGroups.LearningRate, $"how the learning rate changes",
            SettingValues.OneOf(LearningRateSchedule.All, LearningRateSchedule.Parse, s => s.Name), "one-cycle",
            c => c.Training.Schedule, (c, x) => With(c, x)),
        .. Setting<LearningRateSchedule>.OfKinds(LearningRateSchedule.All, s => s.Name, s => s.Settings)
            .Select(setting => setting.In<RunConfiguration>(c => c.Training.Schedule, With)),
        .. TrainingSettings.All.Select(setting => setting.In<RunConfiguration>(c => c.Training, (c, x) => c with { Training = x })),
        Own("until-accuracy", SettingGroups.Stopping, $"stop as soon as the test accuracy after an epoch is at least this; for timing how long a recipe takes: choosing "
            + $"a network by its test accuracy is not a fair measure of it", SettingValues.Part, "0.975 or 97.5%",
            c => c.UntilAccuracy!.Value, (c, x) => c with { UntilAccuracy = x }, c => c.UntilAccuracy is not null, "never"),
    ];

    private static Setting<RunConfiguration> Own<T>(
        string name, string group, Said summary, SettingValues<T> values, string example, Func<RunConfiguration, T> get, Func<RunConfiguration, T, RunConfiguration> set,
        Func<RunConfiguration, bool>? isSet = null, string? unset = null) =>
        Setting<RunConfiguration>.Of(name, summary, values, example, get, set, isSet, unset, group);

    // Only what reads the data knows which values make sense for them.
    private static Setting<RunConfiguration> OfData<T>(string name, Said summary, SettingValues<T> values, string example, string unset) => Own(
        name, SettingGroups.OwnData, summary, values.AsText(), example, c => c.DataSettings[name], (c, x) =>
        {
            var settings = new Dictionary<string, string>(c.DataSettings, StringComparer.Ordinal);
            settings.Remove(name);
            if (values.Form != SettingForm.Flag || x == "true") settings[name] = x;
            return c with { DataSettings = settings };
        },
        c => c.DataSettings.ContainsKey(name), unset);

    private static RunConfiguration With(RunConfiguration c, Optimizer optimizer) => c with { Training = c.Training with { Optimizer = optimizer } };

    private static RunConfiguration With(RunConfiguration c, LearningRateSchedule schedule) => c with { Training = c.Training with { Schedule = schedule } };

    private static Activation HiddenActivation(string text) =>
        Activation.Parse(text) is { IsElementwise: true } activation ? activation : throw SettingValues.Not($"of a hidden layer; softmax is for the last");
}
