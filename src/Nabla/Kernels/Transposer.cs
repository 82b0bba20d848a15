using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static Nabla.Layout;

namespace Nabla;

/// <summary>Turns rows into columns, four by four.</summary>
internal static unsafe class Transposer
{
    /// <param name="source">The matrix.</param>
    /// <param name="sourceRow">Distance between its rows.</param>
    /// <param name="target">Receives element [r, c] at [c, r].</param>
    /// <param name="targetRow">Distance between the rows of the target.</param>
    /// <param name="rows">Rows of the source, a multiple of 4.</param>
    /// <param name="columns">Columns of the source, a multiple of 4.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(float* source, nint sourceRow, float* target, nint targetRow, int rows, int columns)
    {
        nint rowBytes = sourceRow * sizeof(float), columnBytes = targetRow * sizeof(float);
        for (int r = 0; r < rows; r += 4)
        {
            float* from = source + r * sourceRow, to = target + r;
            for (int c = 0; c < columns; c += 4)
            {
                if (Sse.IsSupported)
                {
                    var r0 = Vector128.Load(from);
                    var r1 = Vector128.Load(from + sourceRow);
                    var r2 = Vector128.Load(from + 2 * sourceRow);
                    var r3 = Vector128.Load(from + 3 * sourceRow);
                    var low01 = Sse.UnpackLow(r0, r1);
                    var low23 = Sse.UnpackLow(r2, r3);
                    var high01 = Sse.UnpackHigh(r0, r1);
                    var high23 = Sse.UnpackHigh(r2, r3);
                    Sse.MoveLowToHigh(low01, low23).Store(to);
                    Sse.MoveHighToLow(low23, low01).Store(to + targetRow);
                    Sse.MoveLowToHigh(high01, high23).Store(to + 2 * targetRow);
                    Sse.MoveHighToLow(high23, high01).Store(to + 3 * targetRow);
                }
                else
                {
                    float* row1 = At(from, rowBytes), row2 = At(row1, rowBytes), row3 = At(row2, rowBytes);
                    *(Vector128<float>*)to = Vector128.Create(from[0], row1[0], row2[0], row3[0]);
                    *(Vector128<float>*)At(to, columnBytes) = Vector128.Create(from[1], row1[1], row2[1], row3[1]);
                    *(Vector128<float>*)At(to, 2 * columnBytes) = Vector128.Create(from[2], row1[2], row2[2], row3[2]);
                    *(Vector128<float>*)At(to, 3 * columnBytes) = Vector128.Create(from[3], row1[3], row2[3], row3[3]);
                }

                from += 4;
                to = At(to, 4 * columnBytes);
            }
        }
    }
}
