using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>Sums of squares, in an order that does not depend on the width of the registers.</summary>
internal static unsafe class SquareKernel<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    private const int Block = 4096;

    /// <summary>
    /// <c>Σ x²</c>: sixteen sums over every sixteenth number of a block, added in order, and the blocks in double.
    /// </summary>
    /// <param name="x">The numbers.</param>
    /// <param name="length">How many, a multiple of 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sum(float* x, int length)
    {
        float* sums = stackalloc float[Layout.RowMultiple];
        double total = 0;
        for (int start = 0; start < length; start += Block)
        {
            int end = Math.Min(length, start + Block);
            for (int n = 0; n < Layout.RowMultiple; n += L.Count)
            {
                V sum = L.All(0);
                for (int i = start + n; i < end; i += Layout.RowMultiple) sum = L.MultiplyAdd(L.Load(x + i), L.Load(x + i), sum);
                L.Store(sum, sums + n);
            }

            for (int n = 0; n < Layout.RowMultiple; n++) total += sums[n];
        }

        return total;
    }
}
