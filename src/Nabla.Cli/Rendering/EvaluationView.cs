using Spectre.Console;

namespace Nabla.Cli;

/// <summary>Shows an evaluation.</summary>
internal static class EvaluationView
{
    private const int MostWords = 10;

    public static void Write(EvaluationReport report, Host host)
    {
        if (host.OutScreen.IsTerminal) WritePretty(report, host);
        else WritePlain(report, host);
    }

    private static void WritePlain(EvaluationReport report, Host host)
    {
        var evaluation = report.Evaluation;
        host.Out.WriteLine($"Model: {report.Model.Path}, {report.Model.Network}");
        host.Out.WriteLine($"Data: {report.Examples.Name}, {Format.Count(evaluation.Examples)} {report.Split} examples");
        host.Out.WriteLine($"Accuracy: {Format.Percent(evaluation.Accuracy)} ({Format.Count(evaluation.Correct)} right, "
            + $"{Format.Count(evaluation.Examples - evaluation.Correct)} wrong)");
        host.Out.WriteLine($"Cost: {Format.Cost(evaluation.Cost)} ({report.Cost.Name}, {report.Cost.Formula})");
        host.Out.WriteLine();
        foreach (string line in ConfusionMatrix.Lines(report)) host.Out.WriteLine(line);
        var mistakes = MistakeList.Worst(evaluation, report.Examples, MostWords);
        if (mistakes.Count == 0) return;
        host.Out.WriteLine();
        host.Out.WriteLine("Surest mistakes:");
        foreach (var mistake in mistakes) host.Out.WriteLine($"  {mistake.InWords()}");
    }

    private static void WritePretty(EvaluationReport report, Host host)
    {
        var evaluation = report.Evaluation;
        var console = SpectreConsole.For(host.Out, host.OutScreen);
        console.MarkupLine($"[bold green]{Format.Percent(evaluation.Accuracy)}[/] of {Format.Count(evaluation.Examples)} {report.Split} "
            + $"examples of {Markup.Escape(report.Examples.Name)} are read right, "
            + $"{Format.Count(evaluation.Examples - evaluation.Correct)} wrong");
        console.MarkupLine($"[grey]cost[/]  {Format.Cost(evaluation.Cost)} [grey]{report.Cost.Name}, {report.Cost.Formula}[/]");
        console.MarkupLine($"[grey]model[/] {Markup.Escape(report.Model.Path)} [grey]{Markup.Escape(report.Model.Network.ToString())}[/]");
        console.WriteLine();
        console.Write(ConfusionMatrix.Table(report, host.OutScreen));
        if (evaluation.Correct == evaluation.Examples) return;
        console.WriteLine();
        console.MarkupLine("Surest mistakes");
        MistakeList.Draw(console, host.OutScreen, evaluation, report.Examples, rows: 2);
    }
}
