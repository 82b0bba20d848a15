using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nabla.Cli;

/// <summary>How fast one thread reads from main memory.</summary>
internal static class MainMemory
{
    private const int Bytes = 256 << 20; // far more than a core finds in its caches

    /// <summary>Measures it: the best of several sums over a large array, in GB/s, a GB being 10⁹ bytes.</summary>
    /// <param name="time">How long to take, once the array is filled.</param>
    public static double Measure(TimeSpan time)
    {
        // Filled, for pages that were never written to are all the same one.
        float[] array = GC.AllocateUninitializedArray<float>(Bytes / sizeof(float));
        Array.Fill(array, 1);
        return Bytes / Stopwatches.BestOf(time, () => Sum(array)).TotalSeconds / 1e9;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Sum(ReadOnlySpan<float> values)
    {
        // Several sums, so that none has to wait for the addition before it.
        Vector<float> s0 = default, s1 = default, s2 = default, s3 = default;
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (int i = 0; i + 3 < vectors.Length; i += 4)
        {
            s0 += vectors[i];
            s1 += vectors[i + 1];
            s2 += vectors[i + 2];
            s3 += vectors[i + 3];
        }

        return Vector.Sum(s0 + s1 + (s2 + s3));
    }
}
