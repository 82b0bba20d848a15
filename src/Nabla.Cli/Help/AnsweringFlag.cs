using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Nabla.Cli;

/// <summary>A switch that answers by itself, whatever is wrong with the other arguments: <c>--help</c>, <c>--version</c>.</summary>
internal sealed class AnsweringFlag : Option<bool>
{
    private AnsweringFlag(string name, string description, Action<ParseResult> answer, params string[] aliases)
        : base(name, aliases)
    {
        Description = description;
        Arity = ArgumentArity.Zero;
        Action = new Answering(answer);
    }

    /// <summary>The version, without the revision it was built from.</summary>
    public static string Version =>
        typeof(AnsweringFlag).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary><c>--version</c>.</summary>
    public static AnsweringFlag ForVersion(Host host) => new("--version", "shows the version", _ => host.Out.WriteLine($"nabla {Version}"));

    /// <summary><c>--help</c>, for every command.</summary>
    public static AnsweringFlag ForHelp(Host host) =>
        new("--help", "shows this help", parsed => HelpWriter.Write(parsed.CommandResult.Command, host), "-h", "-?") { Recursive = true };

    private sealed class Answering(Action<ParseResult> answer) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            answer(parseResult);
            return ExitCode.Done;
        }
    }
}
