using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>What some machines have no instruction for, one lane at a time.</summary>
internal static unsafe class LaneByLane
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Compress<V>(V x, int first, float* values, int* places)
        where V : unmanaged
    {
        float* lanes = (float*)&x;
        int count = 0;
        for (int i = 0; i < sizeof(V) / sizeof(float); i++)
        {
            // Always written, and stepped past only when not zero: no branch to guess wrong.
            values[count] = lanes[i];
            places[count] = first + i;
            count += lanes[i] == 0 ? 0 : 1;
        }

        return count;
    }
}
