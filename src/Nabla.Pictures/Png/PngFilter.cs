namespace Nabla;

/// <summary>Undoes what a PNG did to a row to make it compress better (PNG specification, section 9).</summary>
internal static class PngFilter
{
    /// <summary>Undoes the filter in place; false where there is no such filter.</summary>
    /// <param name="filter">Its number, 0 to 4.</param>
    /// <param name="row">The row.</param>
    /// <param name="above">The row above it, undone; zeros above the first.</param>
    /// <param name="step">Bytes from a byte to that of the pixel before it.</param>
    public static bool Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        switch (filter)
        {
            case 0:
                return true;
            case 1:
                for (int i = step; i < row.Length; i++) row[i] += row[i - step];
                return true;
            case 2:
                for (int i = 0; i < row.Length; i++) row[i] += above[i];
                return true;
            case 3:
                for (int i = 0; i < row.Length; i++) row[i] += (byte)(((i < step ? 0 : row[i - step]) + above[i]) / 2);
                return true;
            case 4:
                for (int i = 0; i < row.Length; i++)
                    row[i] += i < step ? above[i] : Paeth(row[i - step], above[i], above[i - step]);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whichever of the three neighbours is nearest to left + above − corner.</summary>
    private static byte Paeth(byte left, byte above, byte corner)
    {
        int toLeft = Math.Abs(above - corner);
        int toAbove = Math.Abs(left - corner);
        int toCorner = Math.Abs(left + above - 2 * corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
