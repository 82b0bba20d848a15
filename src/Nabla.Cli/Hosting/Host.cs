namespace Nabla.Cli;

/// <summary>Everything that the command touches outside itself, so that a test can stand in for it.</summary>
internal sealed class Host
{
    // A long name in it shall not hide what is said of it.
    private const int LongestNotice = 1500;

    /// <summary>Takes the result.</summary>
    public required TextWriter Out { get; init => field = Outlet.Over(value); }

    /// <summary>Takes progress, notices and errors.</summary>
    public required TextWriter Error { get; init => field = Outlet.Over(value); }

    /// <summary>What <see cref="Out"/> can show.</summary>
    public Screen OutScreen { get; init; } = Screen.Redirected;

    /// <summary>What <see cref="Error"/> can show.</summary>
    public Screen ErrorScreen { get; init; } = Screen.Redirected;

    /// <summary>Opens standard input.</summary>
    public Func<Stream> OpenInput { get; init; } = () => Stream.Null;

    /// <summary>Looks up an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Is cancelled by Ctrl-C.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>How the user calls this command, to be used in what we suggest to type next.</summary>
    public string Command { get; init; } = "nabla";

    /// <summary>The folder of this program, beside which an installed one carries the page.</summary>
    public string ProgramFolder { get; init; } = AppContext.BaseDirectory;

    /// <summary>Shows an address in the user's browser.</summary>
    public Action<Uri> Browse { get; init; } = _ => { };

    /// <summary>The language of messages, a code after ISO 639; that of the environment until another is asked for.</summary>
    public string Language { get => field ??= LanguageOption.OfLocale(Variable); set; }

    /// <summary>The real thing.</summary>
    public static Host OfThisProcess(CancellationToken cancellation)
    {
        // Elsewhere UTF-8 is what consoles have.
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = System.Text.Encoding.UTF8;
        return new Host
        {
            Out = Console.Out,
            Error = Console.Error,
            OutScreen = Screen.Of(Console.IsOutputRedirected, Environment.GetEnvironmentVariable),
            ErrorScreen = Screen.Of(Console.IsErrorRedirected, Environment.GetEnvironmentVariable),
            OpenInput = () => new InterruptibleStream(Console.OpenStandardInput(), cancellation),
            Variable = Environment.GetEnvironmentVariable,
            Cancellation = cancellation,
            Command = CommandName.Of(AppContext.BaseDirectory, Environment.CurrentDirectory),
            Browse = Browser.Open,
        };
    }

    /// <summary>Tells the user something that is neither result nor error.</summary>
    public void Notice(string line) => Error.WriteLine(Printable.Line(line, LongestNotice));

    /// <summary>Tells the user what is wrong.</summary>
    public void Complain(Said line) => Notice($"nabla: {line.In(Language)}");
}
