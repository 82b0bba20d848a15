using System.CommandLine;
using System.Text;

namespace Nabla.Cli;

/// <summary>Writes a command's help: usage, options by group with their defaults, examples.</summary>
internal static class HelpWriter
{
    private const int WidestTerm = 30;

    /// <summary>Writes the help.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(Command command, Host host)
    {
        int width = Math.Min(100, host.OutScreen.Width) - 1;
        var text = new StringBuilder();
        Paragraph(text, "", $"{command.Description}", width);
        text.AppendLine().AppendLine($"Usage: nabla {PathOf(command)}{Arguments(command)}");
        var sections = Sections(command).ToList();
        int column = Math.Min(WidestTerm, sections.SelectMany(section => section.Rows).Max(row => row.Term.Length)) + 4;
        foreach (var (title, rows) in sections) Section(text, title, rows, column, width);
        if (command is DescribedCommand described)
        {
            foreach (string remark in described.Remarks)
            {
                text.AppendLine();
                Paragraph(text, "", remark, width);
            }

            if (described.Examples.Count > 0) text.AppendLine().AppendLine("Examples");
            foreach (var example in described.Examples)
            {
                text.AppendLine($"  nabla {example.Arguments}");
                Paragraph(text, "      ", example.Does, width);
            }
        }

        if (command.Subcommands.Count > 0)
            text.AppendLine().AppendLine($"nabla {PathOf(command)}COMMAND --help tells more about a command.");
        if (host.Command != "nabla") text.AppendLine().AppendLine($"Here, nabla stands for: {host.Command}");
        host.Out.Write(text);
        return ExitCode.Done;
    }

    /// <summary>What to type after <c>nabla</c> to get to a command, with a space after each word.</summary>
    public static string PathOf(Command command)
    {
        string path = "";
        for (var c = command; c.Parents.OfType<Command>().FirstOrDefault() is { } parent; c = parent) path = $"{c.Name} {path}";
        return path;
    }

    /// <summary>The options that a command takes as every other does.</summary>
    public static IEnumerable<Option> OptionsOfEvery(Command command) => command.Parents.OfType<Command>()
        .SelectMany(parent => parent.Options.Where(option => option.Recursive).Concat(OptionsOfEvery(parent)));

    private static IEnumerable<(string Title, IReadOnlyList<(string Term, string? Description)> Rows)> Sections(Command command)
    {
        if (command.Arguments.Count > 0)
            yield return ("Arguments", [.. command.Arguments.Select(a => (a.HelpName ?? a.Name, a.Description))]);
        if (command.Subcommands.Count > 0)
            yield return ("Commands", [.. command.Subcommands.Select(c => (c.Name + ArgumentNames(c), c.Description))]);
        var groups = (command as DescribedCommand)?.Groups ?? [];
        foreach (var group in groups) yield return (group.Title, [.. group.Options.Select(o => (Term(o), DescriptionOf(o)))]);
        if (command is DescribedCommand { Table: { } table }) yield return (table.Title, table.Rows);
        var rest = command.Options.Except(groups.SelectMany(group => group.Options));
        yield return ("Other", [.. rest.Concat(OptionsOfEvery(command)).Select(o => (Term(o), o.Description))]);
    }

    private static string? DescriptionOf(Option option) => option is SettingOption setting ? setting.Describe() : option.Description;

    private static string Arguments(Command command) =>
        command.Subcommands.Count > 0 ? "COMMAND [options]" : $"{ArgumentNames(command)} [options]".TrimStart();

    private static string ArgumentNames(Command command) =>
        string.Concat(command.Arguments.Select(a => $" {a.HelpName ?? a.Name}{(a.Arity.MaximumNumberOfValues > 1 ? "..." : "")}"));

    private static string Term(Option option)
    {
        string names = string.Join(", ", option.Aliases.Where(alias => alias is [_, _] and not "-?").Take(1).Append(option.Name));
        return option.HelpName is null ? names : $"{names} {option.HelpName}";
    }

    private static void Section(
        StringBuilder text, string title, IEnumerable<(string Term, string? Description)> rows, int column, int width)
    {
        text.AppendLine().AppendLine(title);
        foreach (var (term, description) in rows)
        {
            string start = $"  {term}".PadRight(column);
            if (term.Length + 4 > column)
            {
                text.AppendLine(start);
                start = new string(' ', column);
            }

            Paragraph(text, start, description ?? "", width, column);
        }
    }

    private static void Paragraph(StringBuilder text, string start, string words, int width, int? indent = null) =>
        text.AppendJoin(Environment.NewLine, Nabla.Cli.Paragraph.Lines(words, width, start, new string(' ', indent ?? start.Length))).AppendLine();
}
