namespace Nabla.Runs;

/// <summary>
/// The steps at which a run's state is worth keeping: the powers of two, for at first much changes, and every so many steps, counted from the
/// beginning of each epoch while they are fewer than it has: epochs' ends are where one goes to.
/// </summary>
internal readonly record struct KeyframeGrid(long StepsPerEpoch, long Interval)
{
    private const long FirstInterval = 256;

    /// <summary>That of a run from which nothing had to go yet.</summary>
    public static KeyframeGrid Finest(long stepsPerEpoch) => new(
        stepsPerEpoch, stepsPerEpoch > FirstInterval ? FirstInterval : (FirstInterval + stepsPerEpoch - 1) / stepsPerEpoch * stepsPerEpoch);

    /// <summary>The next that has fewer.</summary>
    public KeyframeGrid Coarser => this with { Interval = Interval < StepsPerEpoch ? Math.Min(2 * Interval, StepsPerEpoch) : 2 * Interval };

    public bool Contains(long step) => IsEven(step) || long.IsPow2(step);

    /// <summary>Whether a step is one of those at even distances.</summary>
    public bool IsEven(long step) => (step - Origin(step)) % Interval == 0;

    /// <summary>The next one after a step.</summary>
    public long After(long step)
    {
        long power = 1, origin = Origin(step), next = origin + ((step - origin) / Interval + 1) * Interval;
        while (power <= step) power *= 2;
        return Math.Min(power, Interval < StepsPerEpoch ? Math.Min(next, origin + StepsPerEpoch) : next);
    }

    private long Origin(long step) => Interval < StepsPerEpoch ? step / StepsPerEpoch * StepsPerEpoch : 0;
}
