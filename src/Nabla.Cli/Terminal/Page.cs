using Spectre.Console;

namespace Nabla.Cli;

/// <summary>Writes lines of markup: with colour on a terminal, as bare text elsewhere.</summary>
internal sealed class Page(Host host)
{
    private readonly IAnsiConsole? _console = host.OutScreen.IsTerminal ? SpectreConsole.For(host.Out, host.OutScreen) : null;

    /// <summary>How the user calls this command.</summary>
    public string Command => host.Command;

    /// <summary>Columns to write in.</summary>
    public int Width => host.OutScreen.Width;

    /// <summary>Writes a line.</summary>
    public void Line(Styled line)
    {
        if (_console is null) host.Out.WriteLine(line.ToString().TrimEnd());
        else _console.Line(line);
    }

    /// <summary>Writes an empty line.</summary>
    public void Line() => Line($"");

    /// <summary>Writes a heading, with an empty line before it.</summary>
    public void Heading(string text)
    {
        Line();
        Line($"[bold]{text}[/]");
    }

    /// <summary>Writes the names of columns, each at the right of its width.</summary>
    public void Columns(params IEnumerable<(string Name, int Width)> columns) =>
        Line($"[grey]{string.Concat(columns.Select(column => column.Name.PadLeft(column.Width)))}[/]");

    /// <summary>Says that a list was cut.</summary>
    public void More(int shown, int all)
    {
        if (shown < all) Line($"[grey]  ... and {Format.Count(all - shown)} more; --top shows more, --json all[/]");
    }
}
