using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The options <c>--out</c> and <c>--overwrite</c> of commands that write one file.</summary>
/// <param name="endings">What its name may end in.</param>
/// <param name="description">What is written.</param>
/// <param name="helpName">What stands for its name in the help.</param>
internal sealed class OutputOption(FileEndings endings, string description, string helpName = "FILE")
{
    private readonly Option<string?> _out = OptionOf.Text("--out", helpName, description);
    private readonly Option<bool> _overwrite = OptionOf.Flag("--overwrite", "replace the file that --out names");

    /// <summary>Both, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_out, _overwrite];

    /// <summary>The file; null where none was asked for. Throws where it cannot be made, before any work.</summary>
    public string? Read(ParseResult parsed)
    {
        string? path = parsed.GetValue(_out);
        if (path is not null) OutputFile.Check(path, endings, parsed.GetValue(_overwrite));
        return path;
    }
}
