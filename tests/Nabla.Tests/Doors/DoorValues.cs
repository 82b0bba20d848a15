using System.Collections;

namespace Nabla.Tests;

/// <summary>What doors are tried with: of each type some values that fit and some that cannot, the first one as good as any.</summary>
internal sealed class DoorValues
{
    // Widths and counts of what is below, so that some lists fit it and others nearly do.
    private static readonly int[] Lengths = [11, 0, 1, 2, 5, 6, 10, 12, 16, 66];

    // How much work is asked for: what is too much is refused, and what is much and allowed would take long.
    private static readonly string[] Amounts = ["count", "train", "test", "steps", "starts", "step", "every", "columns", "rows"];
    private static readonly object?[] Work = [1, int.MinValue, -1, 0, 2, 5, int.MaxValue];

    private readonly Dictionary<Type, object?[]> _known;
    private readonly Dictionary<Type, object?[]?> _made = [];
    private readonly object?[] _paths;

    public DoorValues(TempFolder folder)
    {
        _paths =
        [
            folder["x"], null, "", "\0", folder.Path, folder["none/x"], folder["a.png"], folder["a.svg"],
            folder["a.onnx"], folder["a.json"], folder["a.safetensors"], folder["a.jpg"],
            folder[new string('x', 300)],
        ];
        var network = TestNetworks.Make("tanh", "softmax", 2);
        var data = TestNetworks.Data(6);
        var images = Dataset.FromImages([.. Enumerable.Range(0, 32).Select(i => (byte)(i * 8))], [0, 1], 4, 4, 2);
        var options = new TrainingOptions { Cost = Cost.CrossEntropy, Optimizer = new Adam(0.1), Epochs = 1, BatchSize = 2, Threads = 1 };
        var table = Table.FromRows("table", ["x", "y"], Enumerable.Range(0, 8).Select(i => (i + 2, (IReadOnlyList<string>)[$"{i}", i % 2 == 0 ? "a" : "b"])));
        var formula = Expression.Parse("x^2 + y", ["x", "y"]);
        _known = new()
        {
            [typeof(int)] = [1, int.MinValue, -1, 0, 2, 5, 11, 28, 65_537, DenseLayer.MostNeurons + 1, int.MaxValue],
            [typeof(long)] = [1L, long.MinValue, -1L, 0L, 3L, long.MaxValue],
            [typeof(ulong)] = [1UL, 0UL, ulong.MaxValue],
            [typeof(double)] = [0.5, 0.0, -1.0, 1.0, 3.0, double.Epsilon, 1e300, double.MaxValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity],
            [typeof(float)] = [0.5f, 0f, -1f, 255f, float.MaxValue, float.NaN, float.PositiveInfinity],
            [typeof(byte)] = [(byte)200, (byte)0, (byte)255],
            [typeof(bool)] = [false, true],
            [typeof(string)] =
            [
                "x", null, "", " ", "\0", "x\ny", "…", "relu", "cross-entropy", "adam", "xavier", "constant:1e99", "step", "elastic", "elastic,rotate=1e99", "x^2 + y", "((", "x^",
                "nabla:1/hidden=16", "nabla:1/hidden=0", "{}", "[1", new string('x', 2_000),
            ],
            [typeof(TimeSpan)] = [TimeSpan.FromSeconds(1), TimeSpan.MinValue, TimeSpan.MaxValue],
            [typeof(CancellationToken)] = [CancellationToken.None, new CancellationToken(true)],
            [typeof(TimeProvider)] = [null],
            [typeof(Uri)] = [new Uri("http://localhost/x"), null],
            [typeof(object)] = (object?[])["x", null],
            [typeof(Exception)] = [new FormatException("no"), new TrainingOptionsException((Said)$"no"), null],
            [typeof(Said)] = [(Said)$"no", (Said)$"{1} of {(Said)$"{2}"}", null],
            [typeof(IReadOnlyDictionary<string, string>)] =
            [
                new Dictionary<string, string> { ["activation"] = "relu" }, new Dictionary<string, string> { ["activation"] = "" },
                new Dictionary<string, string> { ["none"] = "x" }, new Dictionary<string, string> { ["seed"] = null! }, new Dictionary<string, string>(), null,
            ],
            [typeof(Stream)] = [null],
            [typeof(ReadOnlyMemory<byte>)] = [default(ReadOnlyMemory<byte>),
                new ReadOnlyMemory<byte>([0x89, 0x50, 0x4E, 0x47]), new ReadOnlyMemory<byte>("P5 1 1 255\n\0"u8.ToArray())],
            [typeof(Network)] = [network, TestNetworks.Make("relu", "sigmoid", 3), TestNetworks.Make("tanh", "identity", 1),
                Network.Create(16, 1, new Dense(2, Activation.Relu)), Network.Create(1, 1, new Dense(1, Activation.Sigmoid)), null],
            [typeof(DenseLayer)] = [new DenseLayer(11, 5, Activation.Tanh), new DenseLayer(5, 11, Activation.Softmax), null],
            [typeof(Dense)] = [new Dense(5, Activation.Tanh), new Dense(3, Activation.Softmax), null],
            [typeof(Dataset)] =
            [
                data, TestNetworks.Data(6, inputs: 4), TestNetworks.Data(3, classes: 7), data.Select([]), images, Dataset.FromValues(new float[22], new float[10], 11, 5),
                Dataset.FromValues(new float[22], new float[2], 11, 1), Dataset.FromImages(new byte[22], [4, 0], 11, 1, 5), null,
            ],
            [typeof(Example)] = [data[0], TestNetworks.Data(1, inputs: 4)[0], new Example([], [], 0),
                new Example(null!, null!, -1), new Example(new float[11], new float[5], 9), null],
            [typeof(Activation)] = [.. Activation.All, null],
            [typeof(Cost)] = [Cost.CrossEntropy, .. Cost.All, null],
            [typeof(Optimizer)] = [new Sgd(0.1), new Adam(0.1), new Momentum(double.NaN), null],
            [typeof(Initializer)] = [Initializer.Xavier, Initializer.He, Initializer.Constant(0), null],
            [typeof(LearningRateSchedule)] = [LearningRateSchedule.Parse("constant"), .. LearningRateSchedule.All, null],
            [typeof(TrainingOptions)] = [options, options with { Epochs = 0, BatchSize = -1 },
                options with { Threads = int.MaxValue, DropOut = 2 }, options with { Cost = null!, Optimizer = null!, Schedule = null! }, null],
            [typeof(TrainerState)] = [new Trainer(network.Clone(), data, options).Capture(), null],
            [typeof(Trainer)] = [new Trainer(network.Clone(), data, options)],
            [typeof(Augmentation)] = [Augmentation.Parse("shift"), Augmentation.Parse("elastic"), null],
            [typeof(Table)] = [table, null],
            [typeof(TableOptions)] = [new TableOptions { Target = "y" }, new TableOptions { Target = "none" },
                new TableOptions { Target = null!, Categorical = null!, Ignored = null! }, null],
            [typeof(TableEncoding)] = [TableEncoding.Split(table, new TableOptions { Target = "y" }).Encoding, null],
            [typeof(Expression)] = [formula, Expression.Parse("x", ["x"]), Expression.Parse("1/x", ["x"]), null],
            [typeof(Objective)] = [Objective.All[1], Objective.All[^1], new Objective(Expression.Parse("1/x", ["x"])), null],
            [typeof(DescentOptions)] = [new DescentOptions { MaxSteps = 5 }, new DescentOptions { MaxSteps = -1, LearningRate = double.NaN }, null],
            [typeof(TrainingPath)] = [TrainingPath.Record(network, data, options, 2, 1), null],
            [typeof(RunConfiguration)] = [new RunConfiguration { Hidden = [3], Training = options },
                new RunConfiguration { Hidden = [0], Training = options with { Epochs = -1 } }, null],
            [typeof(FigureOptions)] = [new FigureOptions(), new FigureOptions { Width = 10_000, Height = 10_000, Scale = 10 }, new FigureOptions { Width = -1 }, null],
            [typeof(ModelInfo)] = [new ModelInfo(), new ModelInfo { ClassNames = ["a"] }, new ModelInfo { Provenance = null! }, null],
            [typeof(StateDictOptions)] = [new StateDictOptions(), new StateDictOptions { Sizes = [1, 2] }, null],
            [typeof(IdxFile)] = [new IdxFile([2, 4, 4], new byte[32]), new IdxFile([2], [0, 1]), null],
            [typeof(DescentResult)] = [GradientDescent.Run(Objective.All[1], [.. Objective.All[1].Start], new DescentOptions { MaxSteps = 3 }), null],
            [typeof(AxisScale)] = [AxisScale.Of(new Axis("x"), [0, 1], 5, round: true), AxisScale.Of(new Axis("x") { IsLogarithmic = true }, [1, 100], 5, round: false)],
            [typeof(TargetEncoding)] = [TableEncoding.Split(table, new TableOptions { Target = "y" }).Encoding.Target,
                TableEncoding.Split(table, new TableOptions { Target = "x", Task = TableTask.Regression }).Encoding.Target],
            [typeof(Rng)] = [new Rng(1)],
            [typeof(GrayImage)] = [new GrayImage(4, 4, new byte[16]), null],
            [typeof(Evaluation)] = [Evaluator.Evaluate(network, data, Cost.CrossEntropy), null],
            [typeof(Gradient<double>)] = [Backpropagation.Gradient<double>(network, [data[0]], Cost.CrossEntropy)],
            [typeof(PublishedDataset)] = [PublishedDataset.Mnist],
            [typeof(DownloadOptions)] = [new DownloadOptions { Folder = folder["cache"], Mirrors = [] },
                new DownloadOptions { Folder = folder["cache"], Mirrors = [new Uri("http://[::1]:9/")] }],
            [typeof(Palette)] = [Palette.Of(Theme.Dark)],
            [typeof(ModelFormat)] = [.. ModelFormat.All],
            [typeof(Basins)] = [Basins.Map(Objective.All[1], new DescentOptions { MaxSteps = 5 }, 2), null],
            [typeof(CostSlice)] = [CostSlice.Of(ParameterPlane.Random(network, 1, 1), data, Cost.CrossEntropy, [0, 1]), null],
            [typeof(ParameterPlane)] = [ParameterPlane.Random(network, 1, 2), null],
        };
    }

    /// <summary>Values for a parameter.</summary>
    public object?[]? Of(System.Reflection.ParameterInfo parameter) =>
        parameter.ParameterType == typeof(int) && Amounts.Contains(parameter.Name) ? Work
        : parameter.ParameterType == typeof(string) && (parameter.Name is "path" or "folder" or "previous" or "imagesPath" or "labelsPath") ? _paths
        : Of(parameter.ParameterType) ?? (IsTheLibrarysOwn(parameter.ParameterType) ? [null] : null);

    /// <summary>Values of a type, as arrays for spans; null where nobody knows any.</summary>
    public object?[]? Of(Type type)
    {
        if (type.IsByRef) type = type.GetElementType()!;
        if (_known.TryGetValue(type, out var known) || _made.TryGetValue(type, out known)) return known;
        _made[type] = [null];
        return _made[type] = Make(type);
    }

    private object?[]? Make(Type type)
    {
        if (type.IsEnum) return [.. Enum.GetValues(type).Cast<object>(), Enum.ToObject(type, int.MaxValue)];
        if (Nullable.GetUnderlyingType(type) is { } inner) return Of(inner) is { } plain ? [null, .. plain] : null;
        if (ElementOf(type) is { } element)
        {
            if ((Of(element) ?? (IsTheLibrarysOwn(element) ? [null] : null)) is not { } values) return null;
            var lists = Lengths.Select(length => Filled(element, length, values.Where(value => value is not null).Take(1)))
                .Append(Filled(element, values.Length, values)).ToList<object?>();
            return type.IsByRefLike ? [.. lists] : [.. lists, null];
        }

        if (type.Name.StartsWith("IProgress", StringComparison.Ordinal) || typeof(Delegate).IsAssignableFrom(type)) return [null];
        if (type.IsAbstract || !Libraries.Have(type) && !type.Name.StartsWith("ValueTuple", StringComparison.Ordinal)) return null;
        return Built(type);
    }

    // By each constructor of what fits, and of each value that may not; but no null, which the compiler tells of.
    private object?[]? Built(Type type)
    {
        var built = new List<object?>();
        if (IsTheLibrarysOwn(type)) return null;
        foreach (var constructor in type.GetConstructors())
        {
            var pools = constructor.GetParameters().Select(parameter => Of(parameter)?.Where((value, i) => i == 0 || value is not null).ToArray()).ToList();
            if (pools.Contains(null) || constructor.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike)) continue;
            foreach (var arguments in DoorCases.Of([.. pools!], 40))
            {
                try
                {
                    built.Add(constructor.Invoke(arguments));
                }
                catch (System.Reflection.TargetInvocationException)
                {
                }
            }
        }

        return built.Count == 0 ? null : type.IsValueType ? [.. built.Take(12)] : [.. built.Take(12), null];
    }

    // Records of figures, which nobody makes by a constructor.
    private static bool IsTheLibrarysOwn(Type type) => Libraries.Have(type) && !type.IsValueType
        && (type.GetConstructors().Length == 0 || type.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false));

    private static Array Filled(Type element, int length, IEnumerable<object?> values)
    {
        var array = Array.CreateInstance(element, length);
        var all = values.ToList();
        for (int i = 0; i < length && all.Count > 0; i++) array.SetValue(all[i % all.Count], i);
        return array;
    }

    private static Type? ElementOf(Type type) => type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericArguments() is [var only] && (type.IsByRefLike || (type.IsInterface && typeof(IEnumerable).IsAssignableFrom(type))) ? only : null;
}
