using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Nabla.Cli;

/// <summary>
/// The machine's limit: how many multiply-adds in single precision a processor core can do when nothing has to come
/// from memory and none waits for another.
/// </summary>
internal static class VectorUnit
{
    private const int Chains = 12; // latency 4 or 5, two a cycle, and no more than 16 registers to hold them
    private const int RoundsAtOnce = 100_000;

    /// <summary>The width in bits of the registers that the engine works with.</summary>
    public static int Bits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>Measures every width that the machine has, one thread; the best of many short rounds each.</summary>
    /// <param name="time">How long to take for all of them.</param>
    public static IReadOnlyList<VectorSpeed> Measure(TimeSpan time)
    {
        var speeds = new List<VectorSpeed>();
        int widths = 1 + (Vector256.IsHardwareAccelerated ? 1 : 0) + (Vector512.IsHardwareAccelerated ? 1 : 0);
        speeds.Add(Measure<Width128, Vector128<float>>(time / widths));
        if (Vector256.IsHardwareAccelerated) speeds.Add(Measure<Width256, Vector256<float>>(time / widths));
        if (Vector512.IsHardwareAccelerated) speeds.Add(Measure<Width512, Vector512<float>>(time / widths));
        return speeds;
    }

    private static VectorSpeed Measure<TWidth, TVector>(TimeSpan time)
        where TWidth : IWidth<TVector>
        where TVector : struct
    {
        double flops = 2.0 * Chains * RoundsAtOnce * (TWidth.Bits / 32);
        var best = Stopwatches.BestOf(time, () => Run<TWidth, TVector>(RoundsAtOnce));
        return new VectorSpeed(TWidth.Bits, flops / best.TotalSeconds / 1e9);
    }

    // Chains that creep up on 1 and neither vanish nor grow, whatever the number of rounds.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run<TWidth, TVector>(int rounds)
        where TWidth : IWidth<TVector>
        where TVector : struct
    {
        TVector m = TWidth.All(0.999f), c = TWidth.All(0.001f);
        TVector x0 = TWidth.All(0.1f), x1 = TWidth.All(0.2f), x2 = TWidth.All(0.3f), x3 = TWidth.All(0.4f);
        TVector x4 = TWidth.All(0.5f), x5 = TWidth.All(0.6f), x6 = TWidth.All(0.7f), x7 = TWidth.All(0.8f);
        TVector x8 = TWidth.All(0.9f), x9 = TWidth.All(1.1f), x10 = TWidth.All(1.2f), x11 = TWidth.All(1.3f);
        for (int i = 0; i < rounds; i++)
        {
            x0 = TWidth.MultiplyAdd(x0, m, c);
            x1 = TWidth.MultiplyAdd(x1, m, c);
            x2 = TWidth.MultiplyAdd(x2, m, c);
            x3 = TWidth.MultiplyAdd(x3, m, c);
            x4 = TWidth.MultiplyAdd(x4, m, c);
            x5 = TWidth.MultiplyAdd(x5, m, c);
            x6 = TWidth.MultiplyAdd(x6, m, c);
            x7 = TWidth.MultiplyAdd(x7, m, c);
            x8 = TWidth.MultiplyAdd(x8, m, c);
            x9 = TWidth.MultiplyAdd(x9, m, c);
            x10 = TWidth.MultiplyAdd(x10, m, c);
            x11 = TWidth.MultiplyAdd(x11, m, c);
        }

        // All are needed, or the compiler could leave some out.
        return TWidth.Sum(x0) + TWidth.Sum(x1) + TWidth.Sum(x2) + TWidth.Sum(x3) + TWidth.Sum(x4) + TWidth.Sum(x5)
            + TWidth.Sum(x6) + TWidth.Sum(x7) + TWidth.Sum(x8) + TWidth.Sum(x9) + TWidth.Sum(x10) + TWidth.Sum(x11);
    }

    private interface IWidth<TVector>
    {
        static abstract int Bits { get; }

        static abstract TVector All(float value);

        static abstract TVector MultiplyAdd(TVector x, TVector y, TVector z);

        static abstract float Sum(TVector x);
    }

    private readonly struct Width128 : IWidth<Vector128<float>>
    {
        public static int Bits => 128;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> All(float value) => Vector128.Create(value);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> MultiplyAdd(Vector128<float> x, Vector128<float> y, Vector128<float> z) =>
            Vector128.MultiplyAddEstimate(x, y, z);

        public static float Sum(Vector128<float> x) => Vector128.Sum(x);
    }

    private readonly struct Width256 : IWidth<Vector256<float>>
    {
        public static int Bits => 256;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> All(float value) => Vector256.Create(value);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> MultiplyAdd(Vector256<float> x, Vector256<float> y, Vector256<float> z) =>
            Vector256.MultiplyAddEstimate(x, y, z);

        public static float Sum(Vector256<float> x) => Vector256.Sum(x);
    }

    private readonly struct Width512 : IWidth<Vector512<float>>
    {
        public static int Bits => 512;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> All(float value) => Vector512.Create(value);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> MultiplyAdd(Vector512<float> x, Vector512<float> y, Vector512<float> z) =>
            Vector512.MultiplyAddEstimate(x, y, z);

        public static float Sum(Vector512<float> x) => Vector512.Sum(x);
    }
}

/// <summary>What vectors of one width reach, counting a multiply-add as two operations.</summary>
internal sealed record VectorSpeed(int VectorBits, double Gflops);
