using System.Diagnostics;

namespace Nabla.Browser;

/// <summary>The time that a slice of long work may take.</summary>
internal readonly struct Slice
{
    private readonly long _end;

    public Slice(double milliseconds)
    {
        if (!(milliseconds is >= 0 and <= 60_000)) throw Refusal.Argument($"A slice takes from 0 to 60,000 milliseconds, not {milliseconds}.");
        _end = Stopwatch.GetTimestamp() + (long)(milliseconds / 1000 * Stopwatch.Frequency);
    }

    public bool IsOver => Stopwatch.GetTimestamp() >= _end;

    public TimeSpan Left => TimeSpan.FromTicks(Math.Max(0, Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), _end).Ticks));
}
