using System.CommandLine;

namespace Nabla.Cli;

/// <summary>A command whose help has groups of options and examples.</summary>
internal sealed class DescribedCommand(string name, string description) : Command(name, description)
{
    private readonly List<OptionGroup> _groups = [];

    /// <summary>Command lines to copy, and what each does.</summary>
    public IReadOnlyList<HelpExample> Examples { get; init; } = [];

    /// <summary>What can be chosen from, as a section of its own after the options.</summary>
    public HelpTable? Table { get; init; }

    /// <summary>What to add below the options, a paragraph each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<OptionGroup> Groups => _groups;

    /// <summary>Adds options under a heading.</summary>
    public void AddGroup(string title, params IReadOnlyList<Option> options)
    {
        _groups.Add(new OptionGroup(title, options));
        foreach (var option in options) Add(option);
    }
}

/// <summary>Options under a heading.</summary>
internal sealed record OptionGroup(string Title, IReadOnlyList<Option> Options);

/// <summary>A command line without the command's own name, and what it does.</summary>
internal sealed record HelpExample(string Arguments, string Does);

/// <summary>Names and what they stand for, under a heading.</summary>
internal sealed record HelpTable(string Title, IReadOnlyList<(string Name, string? Description)> Rows);
