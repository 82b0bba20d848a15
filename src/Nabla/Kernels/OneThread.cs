namespace Nabla;

/// <summary>
/// Keeps other threads out of what is for one at a time: it refuses rather than wait, for whoever comes has made a mistake, and rather than
/// compute wrongly. The same thread may come in again.
/// </summary>
/// <param name="what">What is kept, to begin a sentence with.</param>
internal sealed class OneThread(Said what)
{
    private readonly Lock _lock = new();

    /// <summary>Keeps the others out until what is returned is disposed of.</summary>
    /// <exception cref="InvalidOperationException">Another thread is in.</exception>
    public Turn Enter() => _lock.TryEnter() ? new Turn(_lock)
        : throw Refusal.Operation($"{what} is at work in another thread; use one in each thread, or one after the other.");

    /// <summary>A thread's turn.</summary>
    public readonly ref struct Turn(Lock held)
    {
        public void Dispose() => held.Exit();
    }
}
