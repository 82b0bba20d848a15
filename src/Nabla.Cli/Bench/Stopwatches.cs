using System.Diagnostics;

namespace Nabla.Cli;

/// <summary>Times work that ends by itself.</summary>
internal static class Stopwatches
{
    private const int Fewest = 3;

    /// <summary>The shortest time that some work took, the first time left out.</summary>
    /// <param name="time">How long to go on repeating it.</param>
    /// <param name="work">The work; what it returns keeps the compiler from leaving it out.</param>
    public static TimeSpan BestOf(TimeSpan time, Func<float> work)
    {
        float kept = work();
        var best = TimeSpan.MaxValue;
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < Fewest || Stopwatch.GetElapsedTime(started) < time; i++)
        {
            long begun = Stopwatch.GetTimestamp();
            kept += work();
            var took = Stopwatch.GetElapsedTime(begun);
            if (took < best) best = took;
        }

        GC.KeepAlive(kept);
        return best;
    }
}
