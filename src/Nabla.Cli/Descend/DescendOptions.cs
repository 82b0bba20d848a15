using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Nabla.Cli;

/// <summary>The options of <c>nabla descend</c>.</summary>
internal sealed class DescendOptions
{
    private static readonly Objective Usual = Objective.All[1];

    private readonly DataOptions _data = new();

    private readonly Argument<string?> _name = new("FUNCTION")
    {
        Description = $"{string.Join(", ", Objective.All.Select(f => f.Name))} (default: {Usual.Name}); 'list' describes them",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _formula = OptionOf.Parsed<string>(
        "--function", "FORMULA", "a formula of x, or of x and y, instead of a FUNCTION", text => (text, null));

    private readonly Option<double[][]> _starts = new("--start")
    {
        HelpName = "X[,Y]",
        Description = "where to start; can be given several times (default: the function's own)",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result =>
        {
            var starts = new List<double[]>();
            foreach (string text in result.Tokens.Select(token => token.Value))
            {
                if (ParsePoint(text) is { } start) starts.Add(start);
                else result.AddError($"--start is '{text}'; give a number, such as 2, or two, such as 1,1.");
            }

            return [.. starts];
        },
    };

    private readonly Option<double?> _range = OptionOf.Number(
        "--range", "R", "how far to look: −R to R; between networks, that much beyond them (default: the function's own; slices 1)", zeroToo: false, "3");

    private readonly Option<bool> _list = OptionOf.Flag("--list", "the functions that have a name, with their minima");

    private readonly Option<double?> _learningRate = OptionOf.Number(
        "--learning-rate", "η", "a step is −η times the gradient (default: one that suits the function; paths 3, with cross-entropy 0.1)",
        zeroToo: false, "0.1", Meaning.OfLearningRate);

    private readonly Option<double?> _fixedStep = OptionOf.Number(
        "--fixed-step", "S", "make every step S long, however steep it is (default: steps follow the slope)", zeroToo: false, "0.1");

    private readonly Option<double?> _momentum = OptionOf.Number(
        "--momentum", "μ", "the part of a step that the next one keeps (default: 0)", zeroToo: true, "0.9");

    private readonly Option<int?> _steps = OptionOf.Whole(
        "--steps", "N", "the most steps (default: 1000 or what the function needs; paths 300)", 1, "100", 1_000_000);

    private readonly Option<bool> _basins = OptionOf.Flag("--basins", "which minimum is reached from which start");

    private readonly Option<string?> _model = OptionOf.Text("--model", "MODEL", $"a slice of this network's cost: a {ModelFormat.Endings} file or the folder of a run");

    private readonly Option<string[]> _to = new("--to")
    {
        HelpName = "MODEL",
        Description = "the line to another network; given twice, the plane through all three",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _line = OptionOf.Flag("--line", "along a random line through the network");

    private readonly Option<bool> _plane = OptionOf.Flag("--plane", "over a random plane through the network (default)");

    private readonly Option<bool> _paths = OptionOf.Flag(
        "--paths", "the ways of full batch, mini-batches and single examples from a new random start, on the plane nearest to them; with --plane, on a random one");

    private readonly Option<int?> _batchSize = OptionOf.Whole("--batch-size", "N", "examples in a mini-batch of --paths (default: 100)", 2, "100");

    private readonly Option<int?> _points = OptionOf.Whole("--points", "N", "points along each direction (default: 61 on a line, 25 on a plane)", 2, "25", 1000);

    private readonly Option<ulong?> _seed = OptionOf.Seed("decides random directions, and the start and the order of paths (default: 1)");

    private readonly Option<int?> _examples = OptionOf.Whole("--examples", "N", "use the first N training examples (default: 1000)", 1, "1000");

    private readonly Option<int?> _table = OptionOf.Whole("--table", "N", "rows of the table: the first, the last and some between (default: 12)", 2, "20");

    private readonly OutputOption _picture = new(Figure.Endings, $"write the picture to a {Figure.Endings} file, of --basins where those are asked for");

    private readonly Option<bool> _json = OptionOf.Flag("--json", "the result as one JSON object");

    /// <summary>Adds them to the command, in groups.</summary>
    public void AddTo(DescribedCommand command)
    {
        command.Add(_name);
        command.AddGroup("Function", _formula, _starts, _range, _list);
        command.AddGroup("Descent", _learningRate, _fixedStep, _momentum, _steps, _basins);
        command.AddGroup("Slice of a network's cost", _model, _to, _line, _plane, _paths, _batchSize, _points, _seed, _data.Data, _examples);
        command.AddGroup("Result", [_table, .. _picture.All, _json]);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_formula) is not null && result.GetValue(_name) is not null)
                result.AddError("a FUNCTION and --function were both given; give one of them.");
            bool slice = result.GetResult(_model) is not null;
            Option[] others = slice
                ? [_formula, _starts, _list, _fixedStep, _momentum, _basins, _table]
                : [_to, _line, _plane, _paths, _batchSize, _points, _seed, _data.Data, _examples];
            foreach (var other in others.Where(other => result.GetResult(other) is { Implicit: false }))
            {
                result.AddError(slice
                    ? $"{other.Name} is for functions, not for slices of a network's cost; leave out {other.Name} or --model."
                    : $"{other.Name} is for slices of a network's cost; say of which with --model MODEL.");
            }

            if (slice && result.GetValue(_name) is { } name) result.AddError($"'{name}' is a function and --model a network; give one of them.");
            if (slice) CheckSlice(result);
        });
    }

    public bool IsSlice(ParseResult parsed) => parsed.GetResult(_model) is not null;

    public bool WantsList(ParseResult parsed) => parsed.GetValue(_list) || parsed.GetValue(_name) is "list";

    public bool WantsJson(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>What was asked for, of a function.</summary>
    public DescendSettings ReadFunction(ParseResult parsed)
    {
        var f = parsed.GetValue(_formula) is { } formula ? OfFormula(formula) : Named(parsed.GetValue(_name) ?? Usual.Name);
        if (parsed.GetValue(_range) is { } range) f = f.Between(-range, range);
        IReadOnlyList<double>[] starts = parsed.GetResult(_starts) is null ? [f.Start] : parsed.GetValue(_starts)!;
        foreach (var start in starts.Where(start => start.Count != f.Variables.Count))
        {
            throw CliException.Wrong($"--start is {string.Join(",", start.Select(Format.Number))}, but {f.Name} has "
                + $"{(f.Variables.Count == 1 ? "one variable, x; give one number, such as 2" : "two variables, x and y; give two numbers, such as 1,1")}.");
        }

        var descent = new DescentOptions
        {
            LearningRate = parsed.GetValue(_learningRate) ?? f.LearningRate ?? starts.Min(f.SuitableLearningRate),
            FixedStep = parsed.GetValue(_fixedStep),
            Momentum = parsed.GetValue(_momentum) ?? 0,
            MaxSteps = parsed.GetValue(_steps) ?? f.MaxSteps,
        };
        return new DescendSettings(
            f, starts, descent, parsed.GetValue(_basins), parsed.GetValue(_table) ?? 12, _picture.Read(parsed), parsed.GetValue(_json));
    }

    /// <summary>What was asked for, of a network's cost.</summary>
    public SliceSettings ReadSlice(ParseResult parsed) => new(
        Model: parsed.GetValue(_model)!,
        Others: parsed.GetResult(_to) is null ? [] : parsed.GetValue(_to)!,
        IsLine: parsed.GetValue(_line),
        Paths: parsed.GetValue(_paths),
        IsRandomPlane: parsed.GetValue(_plane),
        Range: parsed.GetValue(_range),
        Points: parsed.GetValue(_points),
        Seed: parsed.GetValue(_seed) ?? 1,
        LearningRate: parsed.GetValue(_learningRate),
        Steps: parsed.GetValue(_steps) ?? 300,
        BatchSize: parsed.GetValue(_batchSize) ?? 100,
        Data: _data.Data.Given(parsed),
        Examples: parsed.GetValue(_examples) ?? 1000,
        Picture: _picture.Read(parsed),
        Json: parsed.GetValue(_json));

    private void CheckSlice(CommandResult result)
    {
        bool paths = result.GetValue(_paths), to = result.GetResult(_to) is not null, line = result.GetValue(_line), plane = result.GetValue(_plane);
        if (line && (plane || paths)) result.AddError("--line has no room for this; use --plane or --paths without it.");
        if (to && (paths || plane || line)) result.AddError("--to lays the line or the plane through networks; leave out --line, --plane and --paths.");
        if (to && result.GetValue(_to) is { Length: > 2 }) result.AddError("--to is given more than twice; a plane goes through three networks.");
        bool isPlane = !line && !(to && result.GetValue(_to) is { Length: 1 });
        if (isPlane && result.GetValue(_points) is > 200 and var points)
            result.AddError($"--points is {points}, which makes {Format.Count((long)points * points)} points of a plane; give at most 200.");
        foreach (var option in (Option[])[_learningRate, _steps, _batchSize])
        {
            if (!paths && result.GetResult(option) is { Implicit: false }) result.AddError($"{option.Name} is for the ways of training; add --paths.");
        }

        if (paths && !plane && result.GetResult(_range) is not null)
            result.AddError("--range and --paths were both given; the plane of the paths shows all of them. Add --plane for a random one.");
    }

    private static Objective Named(string name) =>
        Objective.All.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw CliException.Wrong($"there is no function '{name}'{Suggestion.For(name, Objective.All.Select(f => f.Name))}; "
            + $"known: {string.Join(", ", Objective.All.Select(f => f.Name))}. For a formula of your own: --function \"x^2\".");

    private static Objective OfFormula(string text)
    {
        try
        {
            var formula = Expression.Parse(text, "x", "y");
            return new Objective(formula.DependsOn(1) ? formula : Expression.Parse(text, "x"));
        }
        catch (ExpressionException e)
        {
            throw WrongFormula.In("--function", e);
        }
    }

    private static double[]? ParsePoint(string text)
    {
        string[] parts = FullWidth.Narrow(text).Split(',', StringSplitOptions.TrimEntries);
        double[] point = [.. parts.Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double x) ? x : double.NaN)];
        return point.Length is 1 or 2 && point.All(double.IsFinite) ? point : null;
    }
}
