namespace Nabla.Tests;

/// <summary>Which values a door is tried with together.</summary>
internal static class DoorCases
{
    /// <summary>All combinations where they are few; otherwise each value among the first ones of the others, and as many drawn ones as are left.</summary>
    public static IEnumerable<object?[]> Of(object?[][] pools, int most)
    {
        if (pools.Any(pool => pool.Length == 0)) yield break;
        double all = pools.Aggregate(1.0, (product, pool) => product * pool.Length);
        if (all <= most)
        {
            for (int code = 0; code < all; code++)
            {
                int rest = code;
                yield return [.. pools.Select(pool =>
                {
                    (rest, int at) = Math.DivRem(rest, pool.Length);
                    return pool[at];
                })];
            }

            yield break;
        }

        int count = 0;
        for (int p = 0; p < pools.Length; p++)
        {
            for (int i = p == 0 ? 0 : 1; i < pools[p].Length; i++, count++) yield return [.. pools.Select((pool, q) => q == p ? pool[i] : pool[0])];
        }

        var rng = new Rng(14);
        for (; count < most; count++) yield return [.. pools.Select(pool => pool[rng.NextInt(pool.Length)])];
    }
}
