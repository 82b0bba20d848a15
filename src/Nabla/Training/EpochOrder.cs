namespace Nabla;

/// <summary>
/// The order in which an epoch visits the examples: drawn afresh for each from the run's seed, and the same whatever
/// came before, so that any epoch of a run can be had by itself.
/// </summary>
internal sealed class EpochOrder(int count, ulong seed)
{
    private readonly int[] _order = new int[count];

    public int Count => _order.Length;

    public ReadOnlySpan<int> Slice(int start, int length) => _order.AsSpan(start, length);

    public void Shuffle(int epoch)
    {
        for (int i = 0; i < _order.Length; i++) _order[i] = i;
        new Rng(seed, RngStream.Order, (ulong)epoch).Shuffle<int>(_order);
    }
}
