using System.Runtime.Intrinsics;

namespace Nabla.Tests;

/// <summary>Vectors of 4 whose multiply-add rounds twice, as in the browser.</summary>
internal readonly unsafe struct UnfusedLanes : ILanes<Vector128<float>>
{
    public static int Count => Lanes128.Count;

    public static Vector128<float> Load(float* source) => Lanes128.Load(source);

    public static Vector128<float> FromBytes(byte* source) => Lanes128.FromBytes(source);

    public static void Store(Vector128<float> value, float* destination) => Lanes128.Store(value, destination);

    public static Vector128<float> All(float value) => Lanes128.All(value);

    public static Vector128<float> Repeat(float* source) => Lanes128.Repeat(source);

    public static Vector128<float> Add(Vector128<float> x, Vector128<float> y) => x + y;

    public static Vector128<float> Subtract(Vector128<float> x, Vector128<float> y) => x - y;

    public static Vector128<float> Multiply(Vector128<float> x, Vector128<float> y) => x * y;

    public static Vector128<float> Divide(Vector128<float> x, Vector128<float> y) => x / y;

    public static Vector128<float> Sqrt(Vector128<float> x) => Lanes128.Sqrt(x);

    public static Vector128<float> MultiplyAdd(Vector128<float> x, Vector128<float> y, Vector128<float> z) => x * y + z;

    public static Vector128<float> Max(Vector128<float> x, Vector128<float> y) => Lanes128.Max(x, y);

    public static Vector128<float> Min(Vector128<float> x, Vector128<float> y) => Lanes128.Min(x, y);

    public static Vector128<float> Abs(Vector128<float> x) => Lanes128.Abs(x);

    public static Vector128<float> CopySign(Vector128<float> x, Vector128<float> sign) => Lanes128.CopySign(x, sign);

    public static Vector128<float> WhereGreater(Vector128<float> x, Vector128<float> y, Vector128<float> yes, Vector128<float> no) =>
        Lanes128.WhereGreater(x, y, yes, no);

    public static Vector128<float> Round(Vector128<float> x) => Lanes128.Round(x);

    public static Vector128<float> Scale(Vector128<float> x, Vector128<float> n) => Lanes128.Scale(x, n);

    public static int Compress(Vector128<float> x, int first, float* values, int* places) => Lanes128.Compress(x, first, values, places);
}
