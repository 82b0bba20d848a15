using Spectre.Console;

namespace Nabla.Cli;

/// <summary>What a run came to: how good, what it misreads, where it is, what to try next.</summary>
internal static class TrainSummary
{
    private const int MostWords = 5;

    public static void Write(TrainResult result, Host host)
    {
        if (host.OutScreen.IsTerminal) WritePretty(result, host);
        else WritePlain(result, host);
    }

    private static void WritePlain(TrainResult result, Host host)
    {
        host.Out.WriteLine($"Test {Score.Name(result.Test)}: {Accuracy(result)}");
        if (result.Diagnosis is { } diagnosis) host.Out.WriteLine(diagnosis.Sentence.In(host.Language));
        if (result.InUnits is { } numbers) host.Out.WriteLine($"Test error: {Score.Errors(numbers)}, in the unit of the target");
        if (Confusion(result) is { } confusion) host.Out.WriteLine($"Worst confusion: {confusion}");
        IReadOnlyList<Mistake> mistakes = result.Test.Regression is null ? MistakeList.Worst(result.Test, result.Data.Test, MostWords) : [];
        if (mistakes.Count > 0) host.Out.WriteLine($"Surest mistakes: {string.Join("; ", mistakes.Select(m => m.InWords(result.ClassName, result.Network)))}");
        host.Out.WriteLine($"Saved: {result.Folder.ModelPath}");
        host.Out.WriteLine($"Digest: {result.Network.Digest()}");
        host.Out.WriteLine($"Training: {Speed(result)}");
        host.Out.WriteLine("Next:");
        foreach (var (command, does) in NextSteps.After(result, host)) host.Out.WriteLine($"  {command}  # {does}");
    }

    private static void WritePretty(TrainResult result, Host host)
    {
        var console = SpectreConsole.For(host.Out, host.OutScreen);
        console.WriteLine();
        Styled score = $"[bold green]{Score.Text(result.Test, Score.Value(result.Test))}[/]";
        string examples = Format.Count(result.Test.Examples);
        console.Line(result.Test.Regression is null
            ? (Styled)$"{score} of the {examples} test examples are read right[grey]{Best(result)}[/]"
            : $"R² {score} on the {examples} test examples[grey]{Best(result)}[/]");
        if (result.Diagnosis is { } diagnosis) console.Line($"[yellow]{diagnosis.Sentence.In(host.Language)}[/]");
        if (result.InUnits is { } numbers) console.Line($"Error: {Score.Errors(numbers)}, in the unit of the target");
        if (Confusion(result) is { } confusion) console.Line($"Mixed up most: [bold]{confusion}[/]");
        if (result.Test.Regression is null) MistakeList.Draw(console, host.OutScreen, result.Test, result.Data.Test, rows: 1);
        console.WriteLine();
        console.Line($"[grey]saved[/]   {result.Folder.ModelPath}");
        console.Line($"[grey]digest[/]  {result.Network.Digest()}");
        console.Line($"[grey]time[/]    {Speed(result)}");
        console.WriteLine();
        console.Line($"[grey]next[/]");

        // Not through the console, which would break a long command line where it cannot be copied.
        foreach (var (command, does) in NextSteps.After(result, host))
        {
            host.Out.WriteLine($"  {command}");
            host.Out.WriteLine($"      {does}");
        }
    }

    private static string Accuracy(TrainResult result) => Score.Text(result.Test, Score.Value(result.Test)) + Best(result);

    private static string Best(TrainResult result)
    {
        int epochs = result.History.Epochs;
        string after = $" after {(epochs == 1 ? "1 epoch" : $"{epochs} epochs")}";
        if (result.History.End == TrainingState.StoppedEarly) after += ", when the cost had stopped falling";
        if (result.History.Last?.Restored is { } restored) after += $"; kept is the network of epoch {restored.Epoch}";
        if (result.Settings.UntilAccuracy is { } goal)
            after += $", {(result.History.End == TrainingState.ReachedAccuracy ? "when" : "and")} {Format.Percent(goal)} was "
                + (result.History.End == TrainingState.ReachedAccuracy ? "reached" : "not reached");
        return result.History.BestEpoch == epochs
            ? after
            : $"{after} (best: {Score.Text(result.Test, result.History.BestScore)} after epoch {result.History.BestEpoch})";
    }

    private static string? Confusion(TrainResult result) =>
        result.Test.WorstConfusion is { } worst ? $"{result.ClassName(worst.Label)} read as {result.ClassName(worst.Prediction)}: {Format.Times(worst.Count)}" : null;

    private static string Speed(TrainResult result) =>
        $"{Format.Duration(result.Trainer.TrainingTime)} in training steps, "
            + $"{Format.Count((long)result.ExamplesPerSecond)} examples a second";
}
