using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>How rows of numbers lie in memory for the kernels.</summary>
internal static unsafe class Layout
{
    /// <summary>
    /// Every row is filled up to a multiple of 16 numbers, whatever the register width, so that a vector never reaches
    /// into the next row and the bits do not depend on the machine. The filling is zero and stays zero.
    /// </summary>
    public const int RowMultiple = 16;

    /// <summary>
    /// Weights lie in panels of this many neurons, one panel behind the other, in each a row an input: a product works on
    /// one panel at a time, and finds what it reads and writes side by side. The last panel is as narrow as it needs to be.
    /// </summary>
    public const int PanelWidth = 64;

    /// <summary>Rows of a panel that are worked on together: 32 KB, a good part of the nearest cache.</summary>
    public const int PanelRows = 128;

    public static int Padded(int count) => (count + RowMultiple - 1) / RowMultiple * RowMultiple;

    /// <summary>
    /// A place some bytes further. Loops that must be fast in the browser step by bytes: C# scales a distance in numbers
    /// with 64 bits, also where pointers have 32.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float* At(float* start, nint bytes) => (float*)((nint)start + bytes);
}
