using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The options of commands whose result has pictures: on a terminal they are shown, <c>--out</c> writes them to a file.</summary>
internal sealed class PictureOptions(string what)
{
    public Option<string?> Out { get; } = OptionOf.Text("--out", "FILE", $"write pictures, as {Figure.Endings}: {what}");

    public Option<bool> Overwrite { get; } = OptionOf.Flag("--overwrite", "replace the file that --out names");

    /// <summary>Throws where the file cannot be made, before any work.</summary>
    public void Check(ParseResult parsed)
    {
        if (parsed.GetValue(Out) is { } path) OutputFile.Check(path, Figure.Endings, parsed.GetValue(Overwrite));
    }

    /// <summary>Writes the file where one is asked for; throws where there is nothing to draw.</summary>
    public void Save(ParseResult parsed, PictureGrid? grid, Host host)
    {
        if (parsed.GetValue(Out) is not { } path) return;
        if (grid is null)
            throw CliException.Wrong($"--out is '{path}', but there is no picture here; these have one: {what}, where the inputs are images.");
        grid.Save(path);
        host.Notice($"the pictures are in {path}");
    }

    /// <summary>Draws the pictures on a terminal, unless they went to a file.</summary>
    public void Show(ParseResult parsed, PictureGrid? grid, Host host)
    {
        if (grid is null || !host.OutScreen.HasPictures || parsed.GetValue(Out) is not null) return;
        host.Out.WriteLine();
        PictureGridView.Write(grid, host);
    }
}
