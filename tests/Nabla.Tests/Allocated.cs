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
}
