using System.Globalization;

namespace Nabla;

/// <summary>How a <see cref="RunField"/> looks in JSON.</summary>
internal enum FieldKind
{
    Text,
    Number,
    Numbers,
    Flag,
}

/// <summary>One setting of a <see cref="RunConfiguration"/> as text.</summary>
/// <param name="Name">Its name: that of the option of <c>nabla train</c>, where there is one.</param>
/// <param name="Kind">How it looks in JSON.</param>
/// <param name="Get">Its value; null where it has none, or does not belong to this configuration.</param>
/// <param name="Set">The configuration with another value; throws <see cref="FormatException"/> or <see cref="ArgumentException"/> where that is wrong.</param>
internal sealed record RunField(
    string Name, FieldKind Kind, Func<RunConfiguration, string?> Get, Func<RunConfiguration, string, RunConfiguration> Set)
{
    private const int MostLayers = 1000;

    /// <summary>All of them. What chooses a kind of thing stands before the settings of that thing.</summary>
    public static IReadOnlyList<RunField> All { get; } =
    [
        new("data", FieldKind.Text, c => c.Data, (c, text) => c with { Data = FileName(text) }),
        Number("train-examples", c => c.TrainExamples, (c, x) => c with { TrainExamples = x }, AtLeastOne),
        Number("test-examples", c => c.TestExamples, (c, x) => c with { TestExamples = x }, AtLeastOne),
        OfData("target"),
        OfData("task"),
        OfData("test-split", FieldKind.Number, text => Text(Fraction(text))),
        OfData("test-data", check: FileName),
        OfData("missing"),
        OfData("categorical"),
        OfData("ignore"),
        OfData("delimiter"),
        OfData("no-header", FieldKind.Flag, text => Flag(text) ? "true" : null),
        OfData("resize"),
        Number("validation-split", c => c.ValidationSplit, (c, x) => c with { ValidationSplit = x }, Fraction),
        new("hidden", FieldKind.Numbers, c => Join(c.Hidden), (c, text) => c with { Hidden = Split(text, AtLeastOne) }),
        new("activation", FieldKind.Text, c => c.Activation.Name, (c, text) => c with { Activation = Hidden(Activation.Parse(text)) }),
        new("cost", FieldKind.Text, c => c.Training.Cost.Name, (c, text) => Fit(c with { Training = c.Training with { Cost = Cost.Parse(text) } })),
        new("output-activation", FieldKind.Text, c => c.OutputActivation.Name, (c, text) => c with { OutputActivation = Activation.Parse(text) }),
        new("initializer", FieldKind.Text, c => c.Initializer.Name, (c, text) => c with { Initializer = Initializer.Parse(text) }),
        Training("optimizer", FieldKind.Text, t => t.Optimizer.Name, (t, text) => t with { Optimizer = Optimizer.Parse(text) }),
        Of<Optimizer>("learning-rate", o => o.LearningRate, (o, x) => o with { LearningRate = x }),
        Of<Momentum>("momentum", o => o.Mu, (o, x) => o with { Mu = x }),
        Of<Adam>("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }),
        Of<Adam>("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }),
        Of<RmsProp>("rho", o => o.Rho, (o, x) => o with { Rho = x }),
        new("epsilon", FieldKind.Number,
            c => c.Training.Optimizer switch { Adam o => Text(o.Epsilon), RmsProp o => Text(o.Epsilon), _ => null },
            (c, text) => c with
            {
                Training = c.Training with
                {
                    Optimizer = c.Training.Optimizer switch
                    {
                        Adam o => o with { Epsilon = Any(text) },
                        RmsProp o => o with { Epsilon = Any(text) },
                        var o => throw Foreign(o.Name),
                    },
                },
            }),
        new("weight-decay", FieldKind.Number, c => c.Training.Optimizer is Adam { WeightDecay: > 0 } o ? Text(o.WeightDecay) : null,
            (c, text) => c with
            {
                Training = c.Training with
                {
                    Optimizer = c.Training.Optimizer is Adam { WeightDecay: > 0 } o ? o with { WeightDecay = Positive(text) }
                        : throw Foreign(c.Training.Optimizer.Name),
                },
            }),
        Training("schedule", FieldKind.Text, t => t.Schedule.Name, (t, text) => t with { Schedule = LearningRateSchedule.Parse(text) }),
        On<LearningRateSchedule>("warm-up", s => s.WarmUpEpochs, (s, text) => s with { WarmUpEpochs = Any(text) }),
        On<StepDecay>("step-every", s => s.Every, (s, text) => s with { Every = AtLeastOne(text) }),
        On<StepDecay>("step-decay", s => s.Decay, (s, text) => s with { Decay = Any(text) }),
        On<CosineDecay>("cosine-least", s => s.Least, (s, text) => s with { Least = Any(text) }),
        On<OneCycle>("one-cycle-rise", s => s.Rise, (s, text) => s with { Rise = Any(text) }),
        On<ReduceOnPlateau>("plateau-patience", s => s.Patience, (s, text) => s with { Patience = AtLeastOne(text) }),
        On<ReduceOnPlateau>("plateau-decay", s => s.Decay, (s, text) => s with { Decay = Any(text) }),
        Training("batch-size", FieldKind.Number, t => Text(t.BatchSize), (t, text) => t with { BatchSize = AtLeastOne(text) }),
        Training("epochs", FieldKind.Number, t => Text(t.Epochs), (t, text) => t with { Epochs = AtLeastOne(text) }),
        Training("seed", FieldKind.Number, t => Text(t.Seed), (t, text) => t with { Seed = Seed(text) }),
        Training("l2", FieldKind.Number, t => Text(t.L2), (t, text) => t with { L2 = Any(text) }),
        Training("l1", FieldKind.Number, t => Text(t.L1), (t, text) => t with { L1 = Any(text) }),
        Training("dropout", FieldKind.Number, t => Text(t.DropOut), (t, text) => t with { DropOut = Fraction(text) }),
        Training("clip", FieldKind.Number, t => double.IsFinite(t.MaximumGradient) ? Text(t.MaximumGradient) : null,
            (t, text) => t with { MaximumGradient = Positive(text) }),
        Training("class-weights", FieldKind.Numbers, t => t.ClassWeights is { } weights ? Join(weights) : null,
            (t, text) => t with { ClassWeights = Split(text, Positive) }),
        Training("augment", FieldKind.Text, t => t.Augmentation is { } augmentation && augmentation.ToString() is { Length: > 0 } text ? text : null,
            (t, text) => t with { Augmentation = Augmentation.Parse(text) }),
        Stopping("patience", FieldKind.Number, s => s.Patience == int.MaxValue ? null : Text(s.Patience), (s, text) => s with { Patience = AtLeastOne(text) }),
        Stopping("minimum-improvement", FieldKind.Number, s => Text(s.MinimumImprovement), (s, text) => s with { MinimumImprovement = Fraction(text) }),
        Stopping("restore-best", FieldKind.Flag, s => s.RestoreBest ? "true" : null, (s, text) => s with { RestoreBest = Flag(text) }),
        Number("until-accuracy", c => c.UntilAccuracy, (c, x) => c with { UntilAccuracy = x }, Part),
    ];

    // Only what reads the data knows which values make sense for them.
    private static RunField OfData(string name, FieldKind kind = FieldKind.Text, Func<string, string?>? check = null) =>
        new(name, kind, c => c.DataSettings.GetValueOrDefault(name), (c, text) =>
        {
            var settings = new Dictionary<string, string>(c.DataSettings, StringComparer.Ordinal);
            settings.Remove(name);
            if ((check ?? NotEmpty)(text) is { } value) settings[name] = value;
            return c with { DataSettings = settings };
        });

    private static RunField Number<T>(
        string name, Func<RunConfiguration, T?> get, Func<RunConfiguration, T, RunConfiguration> set, Func<string, T> parse)
        where T : struct, IFormattable =>
        new(name, FieldKind.Number, c => get(c) is { } x ? Text(x) : null, (c, text) => set(c, parse(text)));

    private static RunField Training(
        string name, FieldKind kind, Func<TrainingOptions, string?> get, Func<TrainingOptions, string, TrainingOptions> set) =>
        new(name, kind, c => get(c.Training), (c, text) => c with { Training = set(c.Training, text) });

    private static RunField Of<T>(string name, Func<T, double> get, Func<T, double, Optimizer> set)
        where T : Optimizer =>
        Training(name, FieldKind.Number, t => t.Optimizer is T o ? Text(get(o)) : null,
            (t, text) => t with { Optimizer = t.Optimizer is T o ? set(o, Any(text)) : throw Foreign(t.Optimizer.Name) });

    private static RunField On<T>(string name, Func<T, double> get, Func<T, string, LearningRateSchedule> set)
        where T : LearningRateSchedule =>
        Training(name, FieldKind.Number, t => t.Schedule is T s ? Text(get(s)) : null,
            (t, text) => t with { Schedule = t.Schedule is T s ? set(s, text) : throw Foreign(t.Schedule.Name) });

    // Without patience the best network may be wanted all the same, at the end of the last epoch.
    private static RunField Stopping(
        string name, FieldKind kind, Func<EarlyStopping, string?> get, Func<EarlyStopping, string, EarlyStopping> set) =>
        Training(name, kind, t => t.EarlyStopping is { } s ? get(s) : null,
            (t, text) => t with { EarlyStopping = set(t.EarlyStopping ?? new EarlyStopping { Patience = int.MaxValue }, text) });

    private static RunConfiguration Fit(RunConfiguration c) =>
        c.Training.Cost.OutputActivation is { } needed ? c with { OutputActivation = needed } : c;

    private static Activation Hidden(Activation activation) =>
        activation == Activation.Softmax ? throw Not($"of a hidden layer; softmax is for the last") : activation;

    private static string Text(IFormattable value) => value.ToString(value is double ? "R" : null, CultureInfo.InvariantCulture);

    private static string Join<T>(IReadOnlyList<T> values)
        where T : IFormattable => values.Count == 0 ? "none" : string.Join('-', values.Select(value => Text(value)));

    // A list of numbers is joined by what no positive number begins with; an exponent's sign follows its e.
    private static T[] Split<T>(string text, Func<string, T> parse)
    {
        if (text == "none") return [];
        string[] parts = text.Replace("E-", "E~", StringComparison.OrdinalIgnoreCase).Split('-');
        if (parts.Length > MostLayers) throw Not($"a list of at most {MostLayers} numbers");
        return [.. parts.Select(part => parse(part.Replace('~', '-')))];
    }

    private static string NotEmpty(string text) => text.Length > 0 ? text : throw Refusal.Format($"it is empty");

    private static string FileName(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? throw Refusal.Format($"it has the character NUL, which no name of a file has") : NotEmpty(text);

    private static int AtLeastOne(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= 1 ? value : throw Not($"a whole number of at least 1");

    private static ulong Seed(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) ? value : throw Not($"a whole number of at least 0");

    private static double Any(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value : throw Not($"a number of at least 0");

    private static double Positive(string text) => Any(text) is > 0 and var value ? value : throw Not($"a positive number");

    private static double Fraction(string text) => Any(text) is < 1 and var value ? value : throw Not($"a number of at least 0 and less than 1");

    private static double Part(string text) => Any(text) is > 0 and <= 1 and var value ? value : throw Not($"more than 0 and at most 1");

    private static bool Flag(string text) => text switch { "true" => true, "false" => false, _ => throw Not($"true or false") };

    private static FormatException Not(Said what) => Refusal.Format($"it must be {what}");

    private static FormatException Foreign(string kind) => Refusal.Format($"{kind} has no such setting");
}
