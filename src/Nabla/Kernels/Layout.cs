namespace Nabla;

/// <summary>How rows of numbers lie in memory for the kernels.</summary>
internal static class Layout
{
    /// <summary>
    /// Every row is filled up to a multiple of 16 numbers, whatever the register width, so that a vector never reaches
    /// into the next row and the bits do not depend on the machine. The filling is zero and stays zero.
    /// </summary>
    public const int RowMultiple = 16;

    public static int Padded(int count) => (count + RowMultiple - 1) / RowMultiple * RowMultiple;
}
