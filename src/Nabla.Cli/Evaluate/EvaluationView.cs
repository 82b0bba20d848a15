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
        host.Out.WriteLine($"Data: {report.Examples.Name}, {Format.Count(evaluation.Examples)} {report.Data.Split} examples");
        if (report.InUnits is { } numbers)
        {
            host.Out.WriteLine($"R²: {Text(numbers.RSquared)}; errors in the unit of the target: {Score.Errors(numbers)}");
            host.Out.WriteLine($"Cost: {Format.Cost(evaluation.Cost)} ({report.Cost.Name}, {report.Cost.Formula}; {Total(evaluation)})");
            return;
        }

        host.Out.WriteLine($"Accuracy: {Format.Percent(evaluation.Accuracy)} ({Format.Count(evaluation.Correct)} right, {Rest(evaluation)})");
        host.Out.WriteLine($"Cost: {Format.Cost(evaluation.Cost)} ({report.Cost.Name}, {report.Cost.Formula}; {Total(evaluation)})");
        host.Out.WriteLine(Averages(report.Classes!));
        host.Out.WriteLine();
        foreach (string line in ConfusionMatrix.Lines(report)) host.Out.WriteLine(line);
        var mistakes = MistakeList.Worst(evaluation, report.Examples, MostWords);
        if (mistakes.Count == 0) return;
        host.Out.WriteLine();
        host.Out.WriteLine("Surest mistakes:");
        foreach (var mistake in mistakes) host.Out.WriteLine($"  {mistake.InWords(report.Model.ClassName, report.Model.Network)}");
    }

    private static string Rest(Evaluation evaluation)
    {
        int wrong = evaluation.Examples - evaluation.Correct - evaluation.Unanswered;
        string none = evaluation.Unanswered == 0 ? "" : $", {Format.Count(evaluation.Unanswered)} without an answer: their outputs are not numbers";
        return $"{Format.Count(wrong)} wrong{none}";
    }

    private static string Total(Evaluation evaluation) =>
        $"the mean; the sum over all {Format.Count(evaluation.Examples)} is {Format.Cost(evaluation.Cost * evaluation.Examples)}";

    private static string Text(double? value) => value is { } number ? Format.Cost(number) : "-";

    private static string Averages(ClassificationReport classes) =>
        $"Mean over the classes: precision {Format.Percent(classes.MacroPrecision)}, recall {Format.Percent(classes.MacroRecall)}, "
        + $"F1 {Format.Percent(classes.MacroF1)}, area under the curve {Text(classes.MacroAuc)}";

    private static void WritePretty(EvaluationReport report, Host host)
    {
        var evaluation = report.Evaluation;
        var console = SpectreConsole.For(host.Out, host.OutScreen);
        if (report.InUnits is { } numbers)
        {
            console.Line($"R² [bold green]{Text(numbers.RSquared)}[/] on {Format.Count(evaluation.Examples)} {report.Data.Split} "
                + $"examples of {report.Examples.Name}");
            console.Line($"[grey]error[/] {Score.Errors(numbers)} [grey]in the unit of the target[/]");
            console.Line($"[grey]cost[/]  {Format.Cost(evaluation.Cost)} [grey]{report.Cost.Name}, {report.Cost.Formula}; {Total(evaluation)}[/]");
            console.Line($"[grey]model[/] {report.Model.Path} [grey]{report.Model.Network.ToString()}[/]");
            return;
        }

        console.Line($"[bold green]{Format.Percent(evaluation.Accuracy)}[/] of {Format.Count(evaluation.Examples)} {report.Data.Split} "
            + $"examples of {report.Examples.Name} are read right, "
            + $"{Rest(evaluation)}");
        console.Line($"[grey]cost[/]  {Format.Cost(evaluation.Cost)} [grey]{report.Cost.Name}, {report.Cost.Formula}; {Total(evaluation)}[/]");
        console.Line($"[grey]model[/] {report.Model.Path} [grey]{report.Model.Network.ToString()}[/]");
        console.Line($"[grey]{Averages(report.Classes!)}[/]");
        console.WriteLine();
        console.Write(ConfusionMatrix.Table(report, host.OutScreen));
        if (evaluation.Correct == evaluation.Examples) return;
        console.WriteLine();
        console.Line($"Surest mistakes");
        MistakeList.Draw(console, host.OutScreen, evaluation, report.Examples, rows: 2);
    }
}
