using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Wasm;

namespace Nabla;

/// <summary>
/// 4 lanes: every machine, and the browser, whose interpreter turns only the plain operators of <see cref="Vector128"/> and
/// <see cref="PackedSimd"/> into instructions and takes a hundred times as long for the rest.
/// </summary>
internal readonly unsafe struct Lanes128 : ILanes<Vector128<float>>
{
    public static int Count => Vector128<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(float* source) =>
        PackedSimd.IsSupported ? PackedSimd.LoadVector128(source) : Vector128.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> FromBytes(byte* source)
    {
        if (PackedSimd.IsSupported)
        {
            var pairs = PackedSimd.ZeroExtendWideningLower(PackedSimd.LoadScalarVector128((uint*)source).AsByte());
            return PackedSimd.ConvertToSingle(PackedSimd.ZeroExtendWideningLower(pairs).AsInt32());
        }

        return Vector128.ConvertToSingle(
            Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(uint*)source).AsByte())).AsInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> value, float* destination)
    {
        if (PackedSimd.IsSupported) PackedSimd.Store(destination, value);
        else value.Store(destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> All(float value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Repeat(float* source) =>
        PackedSimd.IsSupported ? PackedSimd.LoadScalarAndSplatVector128(source) : Vector128.Create(*source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Add(Vector128<float> x, Vector128<float> y) => x + y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Subtract(Vector128<float> x, Vector128<float> y) => x - y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Multiply(Vector128<float> x, Vector128<float> y) => x * y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Divide(Vector128<float> x, Vector128<float> y) => x / y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sqrt(Vector128<float> x) => PackedSimd.IsSupported ? PackedSimd.Sqrt(x) : Vector128.Sqrt(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> x, Vector128<float> y, Vector128<float> z) =>
        PackedSimd.IsSupported ? x * y + z : Vector128.MultiplyAddEstimate(x, y, z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Max(Vector128<float> x, Vector128<float> y) =>
        PackedSimd.IsSupported ? PackedSimd.PseudoMax(y, x) : Vector128.MaxNative(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Min(Vector128<float> x, Vector128<float> y) =>
        PackedSimd.IsSupported ? PackedSimd.PseudoMin(y, x) : Vector128.MinNative(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Abs(Vector128<float> x) => PackedSimd.IsSupported ? PackedSimd.Abs(x) : Vector128.Abs(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> CopySign(Vector128<float> x, Vector128<float> sign) =>
        Vector128.ConditionalSelect(Vector128.Create(-0f), sign, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> WhereGreater(Vector128<float> x, Vector128<float> y, Vector128<float> yes, Vector128<float> no) =>
        Vector128.ConditionalSelect(PackedSimd.IsSupported ? PackedSimd.CompareGreaterThan(x, y) : Vector128.GreaterThan(x, y), yes, no);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Round(Vector128<float> x) => PackedSimd.IsSupported ? PackedSimd.RoundToNearest(x) : Vector128.Round(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Scale(Vector128<float> x, Vector128<float> n) =>
        (x.AsInt32() + ((PackedSimd.IsSupported ? PackedSimd.ConvertToInt32Saturate(n) : Vector128.ConvertToInt32Native(n)) << 23)).AsSingle();

    public static int Compress(Vector128<float> x, int first, float* values, int* places) =>
        LaneByLane.Compress(x, first, values, places);
}
