using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The argument NAME of commands about data.</summary>
internal static class DataArgument
{
    public static Argument<string?> Create() => new("NAME")
    {
        Description = $"{string.Join(", ", DataSource.Known)}, or a folder with the four IDX files",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static string Read(ParseResult parsed, Argument<string?> name)
    {
        string given = parsed.GetValue(name) ?? throw CliException.Wrong(
            $"data {parsed.CommandResult.Command.Name} needs a NAME: {string.Join(", ", DataSource.Known)}, "
                + $"or a folder with the four IDX files.");
        return Csv.Endings.Include(given)
            ? throw CliException.Wrong($"'{given}' is a table, but data {parsed.CommandResult.Command.Name} is for images; "
                + $"'train --data {given} --target COLUMN' learns from it.")
            : given;
    }
}
