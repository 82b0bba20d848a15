namespace Nabla;

/// <summary>
/// Trainers that descend together: each looks at a share of every mini-batch, and all take the step of the whole. They have the same network,
/// data and options, and are pulled alike.
/// </summary>
internal interface ICollective
{
    /// <summary>A trainer by itself.</summary>
    static ICollective Alone { get; } = new Single();

    /// <summary>How many there are, at least 1.</summary>
    int Size { get; }

    /// <summary>Which of them this one is, from 0.</summary>
    int Rank { get; }

    /// <summary>
    /// Replaces numbers by their sums over all trainers: the same bits for each of them, so that they go on from one network, and agree on
    /// what follows. Returns when all have asked for it.
    /// </summary>
    /// <param name="numbers">This one's numbers; as many as each of the others has.</param>
    void Sum(Span<float> numbers);

    /// <inheritdoc cref="Sum(Span{float})"/>
    void Sum(Span<double> numbers);

    private sealed class Single : ICollective
    {
        public int Size => 1;

        public int Rank => 0;

        public void Sum(Span<float> numbers)
        {
        }

        public void Sum(Span<double> numbers)
        {
        }
    }
}
