namespace Nabla.Tests;

/// <summary>What a piece of work allocates, all in all: an upper bound of the memory that it holds at any moment.</summary>
internal static class Allocated
{
    /// <summary>What any file may take, however small it is.</summary>
    public const long Usual = 300L << 20;

    /// <summary>Asserts that work stays under ten times what was read, or 300 MiB, whichever is more.</summary>
    public static void MustStayModest(long read, Action work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Math.Max(Usual, 10 * read));
    }

    /// <summary>
    /// Asserts that work which is done again and again allocates nothing. What it allocates itself shows every time; the runtime's own tables,
    /// which grow on whatever thread comes by, do not.
    /// </summary>
    public static void MustBeNothing(Action work)
    {
        long least = long.MaxValue;
        for (int time = 0; time < 3 && least > 0; time++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }
}
