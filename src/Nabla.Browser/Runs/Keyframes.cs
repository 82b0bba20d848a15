namespace Nabla.Browser;

/// <summary>
/// States of a run to go back to: at powers of two and at every so many steps. When they would take too much memory, every other
/// one goes, and the steps between them double.
/// </summary>
internal sealed class Keyframes
{
    private const long MostBytes = 64_000_000;
    private const int FirstInterval = 256;
    private const int Fewest = 16;
    private const int Most = 400;

    private readonly SortedList<long, TrainerState> _states = [];
    private readonly int _capacity;
    private long _interval = FirstInterval;

    public Keyframes(TrainerState start)
    {
        long bytes = (2L + start.OptimizerStates.Count) * sizeof(float) * start.Network.ParameterCount;
        _capacity = (int)Math.Clamp(MostBytes / bytes, Fewest, Most);
        _states.Add(start.Step, start);
    }

    public int Count => _states.Count;

    /// <summary>The next step after this one that is worth keeping.</summary>
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
        while (_states.Count > _capacity)
        {
            _interval *= 2;
            foreach (long step in _states.Keys.Where(step => !IsKept(step)).ToList()) _states.Remove(step);
        }
    }

    /// <summary>The last one that is not after a step.</summary>
    public TrainerState Before(long step) => _states.Values[Index(step)];

    private bool IsKept(long step) => step % _interval == 0 || long.IsPow2(step);

    private int Index(long step)
    {
        int low = 0, high = _states.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_states.Keys[middle] <= step) low = middle;
            else high = middle - 1;
        }

        return low;
    }
}
