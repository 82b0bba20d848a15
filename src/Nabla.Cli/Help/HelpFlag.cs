using System.CommandLine;
using System.CommandLine.Invocation;

namespace Nabla.Cli;

/// <summary><c>--help</c>, for every command.</summary>
internal sealed class HelpFlag : Option<bool>
{
    public HelpFlag(Host host)
        : base("--help", "-h", "-?")
    {
        Description = "shows this help";
        Recursive = true;
        Arity = ArgumentArity.Zero;
        Action = new ShowHelp(host);
    }

    private sealed class ShowHelp(Host host) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult) => HelpWriter.Write(parseResult.CommandResult.Command, host);
    }
}
