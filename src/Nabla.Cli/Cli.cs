using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The command <c>nabla</c>: from arguments to an exit code.</summary>
internal static class Cli
{
    /// <summary>Runs the command.</summary>
    /// <param name="args">The arguments, without the command's own name.</param>
    /// <param name="host">What it reads from and writes to.</param>
    public static int Run(IReadOnlyList<string> args, Host host)
    {
        int exitCode = Answer(args, host);
        host.Out.Flush();
        if (((Outlet)host.Out).Problem is { } problem)
        {
            host.Complain($"not all of the answer could be written to standard output: {Failure.Reason(problem)}.");
            if (exitCode == ExitCode.Done) exitCode = ExitCode.Wrong;
        }

        host.Error.Flush();
        return exitCode;
    }

    private static int Answer(IReadOnlyList<string> args, Host host)
    {
        try
        {
            // A file name may well begin with an '@', and "-ab" is a mistake rather than two options.
            var syntax = new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null };
            var language = new LanguageOption();
            var parsed = Root.Create(host, language, args).Parse(args, syntax);
            if (language.Of(parsed) is { } asked) host.Language = asked;
            if (ParseProblems.Any(parsed) && parsed.Action?.ClearsParseErrors != true) return ParseProblems.Report(parsed, host);

            // Exceptions and Ctrl-C are ours to handle.
            return parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = host.Out,
                Error = host.Error,
            });
        }
        catch (Exception e)
        {
            return Failure.Report(e, host);
        }
    }
}
