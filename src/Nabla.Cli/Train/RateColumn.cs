using System.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Nabla.Cli;

/// <summary>Examples a second, and the time that is left.</summary>
internal sealed class RateColumn(Trainer trainer, long steps, bool isShort) : ProgressColumn
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        long done = trainer.Step;
        if (done == 0) return Text.Empty;
        double seconds = _watch.Elapsed.TotalSeconds;
        var left = TimeSpan.FromSeconds(seconds * (steps - done) / done);
        double rate = (double)done / trainer.StepsPerEpoch * trainer.Data.Count / seconds;
        return ((Styled)($"[grey]{Format.Rate(rate)}{(isShort ? "/s" : " examples/s")}, "
            + $"{Format.Duration(TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds)))} left[/]")).ToMarkup();
    }
}
