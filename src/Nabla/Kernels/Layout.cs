namespace Nabla;

/// <summary>How rows of numbers lie in memory for the kernels.</summary>
internal static class Layout
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
}
