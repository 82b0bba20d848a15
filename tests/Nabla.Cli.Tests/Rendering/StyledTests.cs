using Spectre.Console;

namespace Nabla.Cli.Tests;

/// <summary>What separates data from markup, and the gate behind it.</summary>
public sealed class StyledTests
{
    private const string Markup = "[red]x[/][/][link=http://evil]y[/] [";

    [Fact]
    public void Data_in_a_hole_are_never_markup()
    {
        Styled inner = $"[bold]{Markup,40}[/]";
        Styled line = $"[grey]{Markup}[/]{inner}{3.14159,8:F2}";

        Assert.Equal(Markup + Markup.PadLeft(40) + "    3.14", line.ToString());
    }

    [Fact]
    public void Nothing_but_the_console_itself_sends_control_sequences()
    {
        var written = new StringWriter();
        var host = new Host { Out = written, Error = TextWriter.Null, OutScreen = new Screen(true, true, () => 80) };
        var console = SpectreConsole.For(host.Out, host.OutScreen);

        // As a call that forgot to make its text printable, in each way that the library has.
        console.Write(new Text(Hostile.Name, new Style(Color.Red)));
        console.MarkupLine($"[link=http://evil/]{Spectre.Console.Markup.Escape(Hostile.Name)}[/]");
        console.Write(new Panel(new Text(Hostile.Name)));
        console.Progress().Start(context =>
        {
            var task = context.AddTask(Spectre.Console.Markup.Escape(Hostile.Name));
            task.Value = 100;
        });
        host.Out.WriteLine(Hostile.Name);
        host.Out.Write(Hostile.Name);

        Hostile.MustBeHarmless(written.ToString(), isTerminal: true);
        Assert.Contains("\u001b[38;5;9m", written.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b]8;", written.ToString(), StringComparison.Ordinal);
    }
}
