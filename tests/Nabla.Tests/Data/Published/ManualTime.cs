using System.Collections.Concurrent;

namespace Nabla.Tests;

/// <summary>A clock whose timers go off when the test says so, and not before.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly ConcurrentDictionary<ManualTimer, bool> _timers = new();

    public void LetTimeRunOut()
    {
        foreach (var timer in _timers.Keys) timer.GoOff();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        _timers[timer] = true;
        return timer;
    }

    private sealed class ManualTimer(ManualTime clock, Action callback) : ITimer
    {
        public void GoOff() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => clock._timers.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
