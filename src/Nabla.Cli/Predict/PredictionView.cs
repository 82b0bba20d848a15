using Spectre.Console;
using Spectre.Console.Rendering;

namespace Nabla.Cli;

/// <summary>Shows what a network sees: the image as it came in, and the activation of every output as a bar.</summary>
internal static class PredictionView
{
    private const int MostOutputs = 20;

    public static void Write(PredictResult result, Picture? picture, Host host)
    {
        if (host.OutScreen.IsTerminal) WritePretty(result, picture, host);
        else WritePlain(result, host);
    }

    private static void WritePlain(PredictResult result, Host host)
    {
        string truth = result.Label is { } label ? $", it is {Name(result, label)}" : "";
        host.Out.WriteLine($"{result.Input}: {result.Answer}{Sureness(result)}{truth}");
        if (result.Value is not null) return;
        foreach (int j in Shown(result))
            host.Out.WriteLine($"  {Name(result, j),3}  {Activation(result.Outputs[j])}  {Bar.Of(result.Outputs[j], 40)}".TrimEnd());
    }

    private static void WritePretty(PredictResult result, Picture? picture, Host host)
    {
        var console = SpectreConsole.For(host.Out, host.OutScreen);
        var truth = result.Label is not { } label ? (Styled)$""
            : label == result.Prediction ? (Styled)$"  [green]✓[/]" : $"  [red]✗ it is {Name(result, label)}[/]";
        console.Line($"{result.Input}: [bold]{result.Answer}[/]  "
            + $"[grey]{result.Sureness}[/]{truth}");
        if (result.Value is not null) return;
        int room = host.OutScreen.Width - 20;
        var grid = new Grid();
        if (picture is not null && picture.Width <= host.OutScreen.Width - 40)
        {
            room -= picture.Width + 2;
            grid.AddColumn(new GridColumn { Padding = new Padding(2, 0, 0, 0), NoWrap = true, Width = picture.Width });
            grid.AddColumn(new GridColumn { Padding = new Padding(3, 0, 0, 0), NoWrap = true });
            grid.AddRow(new HalfBlocks(picture, host.OutScreen.HasColor), Bars(result, room));
        }
        else
        {
            grid.AddColumn(new GridColumn { Padding = new Padding(2, 0, 0, 0), NoWrap = true });
            grid.AddRow(Bars(result, room));
        }

        console.Write(grid);
    }

    private static Rows Bars(PredictResult result, int room)
    {
        // As high as a picture of 28 rows, with the bars in its middle.
        var lines = new List<IRenderable> { Text.Empty, Text.Empty };
        foreach (int j in Shown(result))
        {
            bool seen = j == result.Prediction;
            Styled bar = $"[{(seen ? "green" : "grey")} on grey15]{Bar.Of(result.Outputs[j], Math.Clamp(room, 10, 50))}[/]";
            lines.Add(((Styled)($"[{(seen ? "bold green" : "grey")}]{Name(result, j),3}[/] {bar} "
                + $"[{(seen ? "bold" : "grey")}]{Activation(result.Outputs[j])}[/]")).ToMarkup());
        }

        return new Rows(lines);
    }

    /// <summary>A line a row: tables have many.</summary>
    public static void WriteRow(PredictResult result, Host host) => host.Out.WriteLine($"{result.Input}: {result.Answer}{Sureness(result)}");

    private static string Sureness(PredictResult result) => result.Sureness is { } sure ? $" ({sure})" : "";

    private static string Name(PredictResult result, int j) => result.Names is { } names ? Printable.Name(names[j]) : $"{j}";

    /// <summary>All outputs in their order; of many, the strongest.</summary>
    private static IEnumerable<int> Shown(PredictResult result)
    {
        var all = Enumerable.Range(0, result.Outputs.Count);
        return result.Outputs.Count <= MostOutputs ? all : all.OrderByDescending(j => result.Outputs[j]).Take(MostOutputs);
    }

    private static string Activation(float a) => float.IsNaN(a) ? "    -" : a.ToString("F3", System.Globalization.CultureInfo.InvariantCulture);
}
