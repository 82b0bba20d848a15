namespace Nabla.Runs;

/// <summary>
/// Keyframes in memory: at powers of two, at even distances within each epoch and at its end, and the last of all. When they would take too
/// much memory, the distances double, up to the epoch and beyond it to several.
/// </summary>
internal sealed class MemoryKeyframes(int stepsPerEpoch) : IKeyframes
{
    private const long MostBytes = 64_000_000;
    private const int Fewest = 16;
    private const int Most = 400;

    private readonly SortedList<long, TrainerState> _states = [];
    private KeyframeGrid _grid = KeyframeGrid.Finest(stepsPerEpoch);

    public int Count => _states.Count;

    public long After(long step) => _grid.After(step);

    public bool Wants(long step, bool isEnd) => !_states.ContainsKey(step) && (isEnd || _grid.Contains(step));

    public void Add(TrainerState state)
    {
        _states[state.Step] = state;
        long capacity = Math.Clamp(MostBytes / ((2L + state.OptimizerStates.Count) * Bytes(state.Network)), Fewest, Most);
        while (_states.Count > capacity)
        {
            _grid = _grid.Coarser;
            foreach (long step in _states.Keys.SkipLast(1).Where(step => !_grid.Contains(step)).ToList()) _states.Remove(step);
        }
    }

    public TrainerState? Before(long step) => _states.Values.LastOrDefault(state => state.Step <= step);

    /// <summary>The last that is not after a step, and as many before it, at even distances, as may be in so many bytes; the beginning is known anyhow.</summary>
    public IReadOnlyList<TrainerState> Few(long mostBytes, long until)
    {
        if (Before(until) is not { Step: > 0 } last) return [];
        var grid = _grid;
        long most = mostBytes / Size(last);
        while (grid.Interval < last.Step && Kept().Count() > most) grid = grid.Coarser;
        return [.. grid.Interval < last.Step ? Kept() : [], last];

        IEnumerable<TrainerState> Kept() => _states.Values.Where(state => state.Step > 0 && state.Step < last.Step && grid.IsEven(state.Step));
    }

    private static long Size(TrainerState state) => (1L + (state.Best is null ? 0 : 1) + state.OptimizerStates.Count) * Bytes(state.Network);

    private static long Bytes(Network network) => sizeof(float) * (long)network.ParameterCount;
}
