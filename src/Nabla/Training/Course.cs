namespace Nabla;

/// <summary>
/// The way through the epochs, mini-batch by mini-batch, and where on it a run is. The order of an epoch follows from the seed and the epoch
/// alone, so that a few numbers say all.
/// </summary>
internal sealed class Course
{
    private readonly int _batchSize;
    private readonly int _epochs;

    public Course(int examples, TrainingOptions options)
    {
        Order = new EpochOrder(examples, options.Seed);
        (_batchSize, _epochs) = (Math.Min(options.BatchSize, examples), options.Epochs);
        Order.Shuffle(Epoch);
    }

    /// <summary>The order of the epoch under way.</summary>
    public EpochOrder Order { get; }

    /// <summary>The epoch under way, from 1; one more than there are when all are done.</summary>
    public int Epoch { get; private set; } = 1;

    /// <summary>Where in the order the next mini-batch begins.</summary>
    public int Start { get; private set; }

    /// <summary>How many of its examples have been looked at, one by one.</summary>
    public int Looked { get; set; }

    /// <summary>Mini-batches so far.</summary>
    public long Step { get; private set; }

    /// <summary>Examples of the next mini-batch: the last one of an epoch may have fewer than the others.</summary>
    public int BatchLength => Math.Min(_batchSize, Order.Count - Start);

    /// <summary>Mini-batches of an epoch.</summary>
    public int StepsPerEpoch => (Order.Count + _batchSize - 1) / _batchSize;

    /// <summary>Whether all epochs are done.</summary>
    public bool IsOver => Epoch > _epochs;

    /// <summary>Goes on to the next mini-batch.</summary>
    public void Advance()
    {
        Start += BatchLength;
        Looked = 0;
        Step++;
        if (Start < Order.Count) return;
        Start = 0;
        Epoch++;
        if (!IsOver) Order.Shuffle(Epoch);
    }

    /// <summary>Whether a state is a place on this course.</summary>
    public bool Has(TrainerState state) =>
        // One beyond the last epoch, training has ended.
        state.IsPossible && state.Epoch - (state.State == TrainingState.Running ? 0 : 1) <= _epochs
        && state.Start < Order.Count && state.Start % _batchSize == 0
        && state.Looked < Math.Min(_batchSize, Order.Count - state.Start)
        && state.Step == (state.Epoch - 1L) * StepsPerEpoch + state.Start / _batchSize;

    /// <summary>Goes to where another run on the same course was; false where it was on another one.</summary>
    public bool GoTo(TrainerState state)
    {
        if (!Has(state)) return false;
        (Epoch, Start, Looked, Step) = (state.Epoch, state.Start, state.Looked, state.Step);
        Order.Shuffle(Epoch);
        return true;
    }
}
