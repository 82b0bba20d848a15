namespace Nabla;

/// <summary>Specks: bits of ink that hang together with nothing and are far too small to belong to what is drawn.</summary>
internal static class Specks
{
    /// <summary>A bit with less than this part of the largest one's ink is a speck.</summary>
    private const float Smallest = 0.03f;

    /// <summary>Clears the specks of an image.</summary>
    /// <param name="ink">Row by row, 0 for no ink; changed in place.</param>
    /// <param name="width">Width in pixels.</param>
    public static void Remove(Span<float> ink, int width)
    {
        int[] bits = new int[ink.Length];
        var sums = new List<float> { 0 };
        var pending = new Stack<int>();
        for (int i = 0; i < ink.Length; i++)
        {
            if (ink[i] <= 0 || bits[i] != 0) continue;
            bits[i] = sums.Count;
            pending.Push(i);
            sums.Add(Gather(ink, width, bits, pending, sums.Count));
        }

        float least = Smallest * sums.Max();
        for (int i = 0; i < ink.Length; i++)
        {
            if (sums[bits[i]] < least) ink[i] = 0;
        }
    }

    /// <summary>Marks all ink that touches the pending pixel, sides and corners, and adds it up.</summary>
    private static float Gather(ReadOnlySpan<float> ink, int width, int[] bits, Stack<int> pending, int bit)
    {
        float sum = 0;
        while (pending.TryPop(out int at))
        {
            sum += ink[at];
            int column = at % width;
            for (int above = at - width; above <= at + width; above += width)
            {
                for (int step = column > 0 ? -1 : 0; step <= (column < width - 1 ? 1 : 0); step++)
                {
                    int next = above + step;
                    if ((uint)next >= (uint)ink.Length || ink[next] <= 0 || bits[next] != 0) continue;
                    bits[next] = bit;
                    pending.Push(next);
                }
            }
        }

        return sum;
    }
}
