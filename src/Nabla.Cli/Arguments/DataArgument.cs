using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The argument NAME of commands about data.</summary>
internal static class DataArgument
{
    public static Argument<string?> Create() => new("NAME")
    {
        Description = $"{string.Join(", ", DataSource.Known)}, a folder with the four IDX files or with a folder of images for each class, or a .npz or .csv file of pictures",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static string Read(ParseResult parsed, Argument<string?> name)
    {
        string given = parsed.GetValue(name) ?? throw CliException.Wrong(
            $"data {parsed.CommandResult.Command.Name} needs a NAME: {string.Join(", ", DataSource.Known)}, "
                + $"or a folder with the four IDX files.");
        return Csv.Endings.Include(given) && !(File.Exists(given) && OwnData.IsPictures(new DataRequest(given)))
            ? throw CliException.Wrong($"'{given}' is a table, but data {parsed.CommandResult.Command.Name} is for images; "
                + $"'train --data {given} --target COLUMN' learns from it.")
            : given;
    }
}
