using Spectre.Console;

namespace Nabla.Cli;

/// <summary>The misread examples, in words and in pictures.</summary>
internal static class MistakeList
{
    /// <summary>The mistakes that the network was surest of.</summary>
    public static IReadOnlyList<Mistake> Worst(Evaluation evaluation, Dataset data, int count) =>
    [
        .. evaluation.Mistakes(data)
            .Take(count)
            .Select(i => new Mistake(i, data.Labels[i], evaluation.Predictions[i], evaluation.Confidences[i])),
    ];

    /// <summary>For example: example 8 is a 5, read as 6 (97.10%).</summary>
    public static string InWords(this Mistake mistake, Func<int, string> name, Network network) =>
        $"example {mistake.Example} is a {name(mistake.Label)}, read as {name(mistake.Prediction)} ({Format.Sureness(mistake.Confidence, network.Layers[^1].Activation)})";

    /// <summary>Draws them side by side; nothing where the data are not images.</summary>
    public static void Draw(IAnsiConsole console, Screen screen, Evaluation evaluation, Dataset data, int rows)
    {
        if (!data.IsImages) return;
        var candidates = Worst(evaluation, data, 12 * rows);
        if (candidates.Count == 0) return;
        int size = Gallery.SizeFor(candidates.Select(mistake => Picture.Of(data, mistake.Example)));
        console.WriteLine();
        foreach (var row in candidates.Chunk(Gallery.Fit(screen, size)).Take(rows))
        {
            Gallery.WriteRow(console, screen,
            [
                .. row.Select(mistake => (
                    Picture.Of(data, mistake.Example).AroundInk(size),
                    (Styled)$"[bold red]{mistake.Prediction}[/][grey]?[/] it is [bold green]{mistake.Label}[/] [grey]#{mistake.Example}[/]")),
            ]);
        }
    }
}
