using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The argument MODEL of several commands.</summary>
internal static class ModelArgument
{
    public static Argument<string?> Create() => new("MODEL")
    {
        Description = $"a model ({ModelFormat.Endings}), or the folder of a run, such as runs/001-lecture",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Adds it to a command that says in our own words that it is missing.</summary>
    public static void AddTo(Command command, Argument<string?> model, Host host)
    {
        command.Add(model);
        command.Validators.Add(result =>
        {
            if (result.GetValue(model) is null)
                result.AddError($"{command.Name} needs a MODEL: a {ModelFormat.Endings} file or the folder of a run, {TrainedRuns.Example(host)}.");
        });
    }
}
