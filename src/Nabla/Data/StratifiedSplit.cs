namespace Nabla;

/// <summary>Divides examples in two, keeping the share of every class.</summary>
internal static class StratifiedSplit
{
    /// <param name="count">Number of examples.</param>
    /// <param name="label">The class of each; all alike where there are no classes.</param>
    /// <param name="part">The part to set aside, in [0, 1).</param>
    /// <param name="seed">Decides which.</param>
    /// <returns>The examples that are kept and those set aside, both ascending.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is not in [0, 1), or nothing would be kept.</exception>
    public static (int[] Kept, int[] Aside) Of(int count, Func<int, int> label, double part, ulong seed)
    {
        if (!(part is >= 0 and < 1)) throw Refusal.Range(nameof(part), part, $"It must be at least 0 and less than 1.");
        bool[] aside = new bool[count];
        var rng = new Rng(seed, RngStream.Split);
        foreach (var group in Enumerable.Range(0, count).GroupBy(label).OrderBy(group => group.Key))
        {
            int[] members = [.. group];
            rng.Shuffle<int>(members);
            foreach (int i in members.AsSpan(0, (int)Math.Round(part * members.Length, MidpointRounding.AwayFromZero))) aside[i] = true;
        }

        int[] kept = [.. Enumerable.Range(0, count).Where(i => !aside[i])];
        if (kept.Length == 0) throw Refusal.Range(nameof(part), part, $"It leaves no example to learn from.");
        return (kept, [.. Enumerable.Range(0, count).Where(i => aside[i])]);
    }
}
