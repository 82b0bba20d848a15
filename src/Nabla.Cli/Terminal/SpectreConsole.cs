using System.Text;
using Spectre.Console;

namespace Nabla.Cli;

/// <summary>Spectre's console over one of our streams, for terminals.</summary>
internal static class SpectreConsole
{
    /// <param name="outlet">One of <see cref="Host"/>'s.</param>
    /// <param name="screen">What it can show.</param>
    public static IAnsiConsole For(TextWriter outlet, Screen screen)
    {
        var console = Create(((Outlet)outlet).Styled, screen);
        console.Pipeline.Attach(new PlainSegments());
        return console;
    }

    private static IAnsiConsole Create(TextWriter writer, Screen screen) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        // Not detected: 256 colours are everywhere, and what a person sees should not hang on how a terminal names itself.
        ColorSystem = screen.HasColor ? ColorSystemSupport.EightBit : ColorSystemSupport.NoColors,
        Out = new Output(writer, screen),
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    });

    private sealed class Output(TextWriter writer, Screen screen) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => true;

        public int Width => screen.Width;

        public int Height => 24;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
