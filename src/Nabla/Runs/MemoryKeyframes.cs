namespace Nabla;

/// <summary>
/// Keyframes in memory: at powers of two and at every so many steps. When they would take too much memory, every other
/// one goes, and the steps between them double.
/// </summary>
internal sealed class MemoryKeyframes : IKeyframes
{
    private const long MostBytes = 64_000_000;
    private const int FirstInterval = 256;
    private const int Fewest = 16;
    private const int Most = 400;

    private readonly SortedList<long, TrainerState> _states = [];
    private long _interval = FirstInterval;

    public int Count => _states.Count;

    public long After(long step)
    {
        long power = 1;
        while (power <= step) power *= 2;
        return Math.Min(power, (step / _interval + 1) * _interval);
    }

    public bool Wants(long step) => !_states.ContainsKey(step) && IsKept(step);

    public void Add(TrainerState state)
    {
        _states[state.Step] = state;
        long bytes = (2L + state.OptimizerStates.Count) * sizeof(float) * state.Network.ParameterCount;
        long capacity = Math.Clamp(MostBytes / bytes, Fewest, Most);
        while (_states.Count > capacity)
        {
            _interval *= 2;
            foreach (long step in _states.Keys.Where(step => !IsKept(step)).ToList()) _states.Remove(step);
        }
    }

    public TrainerState? Before(long step) => _states.Values.LastOrDefault(state => state.Step <= step);

    private bool IsKept(long step) => step % _interval == 0 || long.IsPow2(step);
}
