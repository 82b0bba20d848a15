using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Nabla.Cli;

/// <summary><c>--version</c>.</summary>
internal sealed class VersionFlag : Option<bool>
{
    public VersionFlag(Host host)
        : base("--version")
    {
        Description = "shows the version";
        Arity = ArgumentArity.Zero;
        Action = new ShowVersion(host);
    }

    /// <summary>The version, without the revision it was built from.</summary>
    public static string Version =>
        typeof(VersionFlag).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private sealed class ShowVersion(Host host) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            host.Out.WriteLine($"nabla {Version}");
            return ExitCode.Done;
        }
    }
}
