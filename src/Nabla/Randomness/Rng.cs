using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// The one generator of random numbers: xoshiro256** by Blackman and Vigna (2018, https://prng.di.unimi.it),
/// its state filled by SplitMix64. The same seed gives the same sequence in every version and on every machine.
/// </summary>
/// <remarks>
/// A run draws from several independent streams (initial weights, the order of each epoch, ...). Each is a generator of
/// its own, made from the run's seed and the stream's number, so that the order of epoch 20 can be had without drawing
/// the nineteen before it.
/// </remarks>
public sealed class Rng
{
    private ulong _s0, _s1, _s2, _s3;
    private double _spareNormal = double.NaN;

    /// <summary>A generator for a seed.</summary>
    /// <param name="seed">Any number; each gives a different sequence.</param>
    public Rng(ulong seed) => Restart(seed);

    /// <summary>A generator for one stream of a seed.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="stream">The stream's number.</param>
    /// <param name="index">A second number within the stream, such as the epoch.</param>
    public Rng(ulong seed, ulong stream, ulong index = 0)
        : this(StreamSeed(seed, stream, index))
    {
    }

    /// <summary>The next 64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64()
    {
        ulong result = ulong.RotateLeft(_s1 * 5, 7) * 9;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number in [0, 1), a multiple of 2⁻⁵³.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble(double low, double high) => low + (high - low) * NextDouble();

    /// <summary>A whole number in [0, <paramref name="bound"/>), without bias (Lemire 2019).</summary>
    /// <param name="bound">The number of possible results, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is less than 1.</exception>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        uint range = (uint)bound;
        ulong product = (NextUInt64() >> 32) * range;
        if ((uint)product < range)
        {
            uint threshold = (0u - range) % range;
            while ((uint)product < threshold) product = (NextUInt64() >> 32) * range;
        }

        return (int)(product >> 32);
    }

    /// <summary>A draw from the normal distribution N(0, 1), by Marsaglia's polar method.</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(_spareNormal))
        {
            double spare = _spareNormal;
            _spareNormal = double.NaN;
            return spare;
        }

        double u, v, s;
        do
        {
            u = NextDouble(-1, 1);
            v = NextDouble(-1, 1);
            s = u * u + v * v;
        }
        while (s >= 1 || s < 1e-300);

        double factor = Math.Sqrt(-2 * DeterministicMath.Log(s) / s);
        _spareNormal = v * factor;
        return u * factor;
    }

    /// <summary>Puts the items into a random order, each order equally likely (Fisher and Yates).</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="items">The items.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Becomes the generator for another stream, without a new object.</summary>
    internal void Restart(ulong seed, ulong stream, ulong index) => Restart(StreamSeed(seed, stream, index));

    private void Restart(ulong seed)
    {
        _s0 = SplitMix64(ref seed);
        _s1 = SplitMix64(ref seed);
        _s2 = SplitMix64(ref seed);
        _s3 = SplitMix64(ref seed);
        _spareNormal = double.NaN;
    }

    private static ulong StreamSeed(ulong seed, ulong stream, ulong index) => Mix(Mix(Mix(seed) ^ stream) ^ index);

    private static ulong SplitMix64(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        return Finish(state);
    }

    internal static ulong Mix(ulong x) => Finish(x + 0x9E3779B97F4A7C15);

    private static ulong Finish(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
