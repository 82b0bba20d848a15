using System.ComponentModel;
using System.Globalization;

namespace Nabla.Cli;

/// <summary>Node and npm, which build the page; nothing else needs them.</summary>
/// <param name="Npm">The file of npm.</param>
internal sealed record Node(string Npm)
{
    public const int Oldest = 20;

    private const string WhatToDo = "install it from https://nodejs.org, or use an installed nabla, which carries the page. Every other command works without it.";

    /// <summary>Finds them on the PATH.</summary>
    /// <exception cref="CliException">They are not there, or too old.</exception>
    public static Node Find(Host host)
    {
        if (ProgramFile.Find("node", host) is not { } node)
            throw CliException.Wrong($"the page is built with Node {Oldest} or newer, and there is none on the PATH; {WhatToDo}");
        string version = Version(node, host);
        if (!int.TryParse(version.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major) || major < Oldest)
            throw CliException.Wrong($"the page is built with Node {Oldest} or newer, and '{node}' is {(version.Length > 0 ? version : "of no known version")}; {WhatToDo}");
        return new Node(ProgramFile.Find("npm", host)
            ?? throw CliException.Wrong($"the page is built with npm, which comes with Node, and there is none on the PATH; {WhatToDo}"));
    }

    private static string Version(string node, Host host)
    {
        try
        {
            return QuietProcess.Run(node, ["--version"], Path.GetDirectoryName(node)!, host).Trim();
        }
        catch (Win32Exception)
        {
            return "";
        }
    }
}
