using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The options that say what is to be explained.</summary>
internal sealed class ExplainOptions
{
    private readonly Argument<string?> _image = new("IMAGE")
    {
        Description = "a picture (a JPEG, PNG, GIF, BMP, WebP, TGA, PGM, PPM or PBM file) instead of an example; - reads it from standard input",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int?> _example = OptionOf.Whole("--example", "I", "which example; the first is 0 (default: 0)", 0, "7");

    private readonly Option<double[]?> _inputs = OptionOf.Numbers(
        "--inputs", "numbers of your own instead of an example, as they enter the network; with --targets or --label", "0.05,0.10");

    private readonly Option<double[]?> _targets = OptionOf.Numbers("--targets", "what should come out for --inputs", "0.01,0.99");

    private readonly Option<int?> _label = OptionOf.Whole(
        "--label", "C", "what IMAGE is (default: what the network sees in it), or which class --inputs are of", 0, "7");

    private readonly Option<bool> _noNormalize = OptionOf.Flag("--no-normalize", "take IMAGE's pixels as they are: white ink on black");

    private readonly Option<int?> _layer = OptionOf.Whole(
        "--layer", "L", "a layer: its numbers, and what it wishes of the layer before", 0, "2");

    private readonly Option<int?> _neuron = OptionOf.Whole("--neuron", "J", "with --layer: the three avenues to move a neuron", 0, "5");

    private readonly Option<int[]?> _weight = OptionOf.Places(
        "--weight", "L,J,K", "the chain of factors of the weight from neuron K of layer L−1 to neuron J of layer L", "2,5,3");

    private readonly Option<bool> _equations = OptionOf.Flag(
        "--equations", "Wa + b, σ and the four equations with their numbers; with --layer, of one layer");

    private readonly Option<bool> _backward = OptionOf.Flag("--backward", "the network run backward, each neuron an amplifier");

    private readonly Option<bool> _gradient = OptionOf.Flag("--gradient", "−∇C as a column: which way each parameter should go, and how much it matters");

    public DataOptions Data { get; } = new();

    /// <summary>The step of a run after which to look; the end of it where none is given.</summary>
    public Option<long?> Step { get; } = StepOption.Create("the network of a RUN as it was after step S, such as an early one (default: the last)");

    /// <summary>The mini-batch to average over; none where one example is to be explained.</summary>
    public Option<(int From, int To)?> Range { get; } = OptionOf.Range(
        "--examples", "the mini-batch of examples A to B: each one's wishes, and their mean", "0..9");

    public void AddTo(DescribedCommand command)
    {
        command.Add(_image);
        command.AddGroup("Which network", Step);
        command.AddGroup("Which example", _example, _inputs, _targets, _label, _noNormalize, Data.Data, Data.Transpose, Data.Split);
        command.AddGroup("What of it (one; everything in brief where none is given)", _layer, _neuron, _weight, _equations, _backward, _gradient, Range);
        command.Validators.Add(result =>
        {
            bool hasImage = result.GetValue(_image) is not null, hasInputs = result.GetResult(_inputs) is not null;
            bool hasLabel = result.GetResult(_label) is not null, hasTargets = result.GetResult(_targets) is not null;
            if (hasImage)
                Refuse("{0} is about the data, and IMAGE is not of them; give one of the two.", _example, Range, Data.Data, Data.Transpose, Data.Split);
            else if (!hasInputs)
                Refuse("{0} is about an IMAGE or --inputs, and none is given.", _label);
            if (!hasImage) Refuse("{0} is about an IMAGE, and none is given.", _noNormalize);
            if (!hasInputs)
                Refuse("{0} says what should come out for --inputs, and none are given.", _targets);
            else if (hasImage)
                result.AddError("--inputs is instead of an IMAGE; give one of the two.");
            else
                Refuse("{0} is about the data, and --inputs are not of them; give one of the two.", _example, Range, Data.Data, Data.Transpose, Data.Split);
            if (hasInputs && !hasImage && hasLabel == hasTargets)
            {
                result.AddError(hasLabel
                    ? "--targets and --label both say what should come out; give one of the two."
                    : "--inputs needs --targets, or a class with --label: what should come out.");
            }

            if (result.GetResult(Range) is not null)
                Refuse("--examples shows the average of several, {0} one example; give one of the two.", _example, _layer, _neuron, _weight, _equations, _backward, _gradient);

            void Refuse(string why, params IEnumerable<Option> options)
            {
                foreach (var option in options.Where(option => result.GetResult(option) is not null))
                    result.AddError(why.Replace("{0}", option.Name, StringComparison.Ordinal));
            }
        });
    }

    /// <summary>What of the example is asked for.</summary>
    public ExplainView View(ParseResult parsed) => new(
        parsed.GetValue(_layer),
        parsed.GetValue(_neuron),
        parsed.GetValue(_weight) is { Length: > 0 } weight ? weight : null,
        parsed.GetValue(_equations),
        parsed.GetValue(_backward),
        parsed.GetValue(_gradient));

    /// <summary>Reads the image, takes the numbers, or loads the example.</summary>
    public ChosenExample Choose(ParseResult parsed, LocatedModel model, Cost cost, Host host)
    {
        if (parsed.GetValue(_inputs) is { Length: > 0 } inputs)
        {
            double[]? targets = parsed.GetValue(_targets) is { Length: > 0 } numbers ? numbers : null;
            return ChosenExample.Of(model, inputs, targets, parsed.GetValue(_label), cost);
        }

        if (parsed.GetValue(_image) is { } path)
        {
            bool asItIs = parsed.GetValue(_noNormalize);
            var picture = InputImage.Prepare(InputImage.Read(path, host), path, model, normalize: !asItIs);
            return ChosenExample.Of(path, picture, model, parsed.GetValue(_label), asItIs ? " --no-normalize" : "");
        }

        var part = DataPart.Load(parsed, Data, model, host).OfClasses("explain");
        string arguments = (parsed.GetValue(Data.Data) is { } named ? $" --data {Shell.Quote(named)}" : "")
            + (Data.Transpose.Given(parsed) is null ? "" : " --transpose") + (part.IsTrain ? " --split train" : "")
            + (parsed.GetValue(Step) is { } step ? $" --step {step}" : "");
        return ChosenExample.Of(part, parsed.GetValue(_example) ?? 0, arguments);
    }
}
