using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The part of some data that a command about a model looks at.</summary>
/// <param name="Name">What to give to <c>--data</c> to get it again.</param>
/// <param name="IsTrain">Whether it is the training part.</param>
/// <param name="Examples">The examples.</param>
internal sealed record DataPart(string Name, bool IsTrain, Dataset Examples)
{
    public string Split => IsTrain ? "train" : "test";

    /// <summary>Loads what was asked for, or what the model was trained on; it must fit the model.</summary>
    public static DataPart Load(ParseResult parsed, DataOptions options, LocatedModel model, Host host)
    {
        var request = options.Read(parsed, model);
        model.CheckFits(request.Name);
        var loaded = DataSource.Load(request, host);
        var examples = loaded.Part(options.WantsTrain(parsed));
        model.CheckFits(examples);
        return new DataPart(loaded.Name, options.WantsTrain(parsed), examples);
    }

    /// <summary>Throws where an example is not in it.</summary>
    public void Check(string option, int index)
    {
        if (index >= Examples.Count)
            throw CliException.Wrong($"{option} is {index}, but {this} has {Format.Count(Examples.Count)}; give 0 to {Examples.Count - 1}.");
    }

    /// <summary>The same, for what is told in terms of classes.</summary>
    public DataPart OfClasses(string command) => !Examples.IsRegression ? this : throw CliException.Wrong(
        $"the targets of {Examples.Name} are numbers, and {command} tells of classes; 'gradcheck' and 'sensitivity' take numbers too.");

    /// <summary>For example: mnist, of the test examples.</summary>
    public override string ToString() => $"the {(IsTrain ? "training" : "test")} part of {Examples.Name}";
}
