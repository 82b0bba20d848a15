using System.Globalization;

namespace Nabla;

/// <summary>
/// How much memory data may take for what was read of them. Compressed pictures, and words that become an input each, grow a thousandfold;
/// a small file is not believed when it asks for a large part of the machine.
/// </summary>
internal static class MemoryAllowance
{
    /// <summary>The variable of the environment that allows more: how many MiB.</summary>
    public const string Variable = "NABLA_MEMORY";

    /// <summary>What any file may take, in bytes: MNIST, with the lists of its lit pixels, takes less.</summary>
    private const long Usual = 192L << 20;

    /// <summary>Refuses what would take too much, before room is made for it.</summary>
    /// <param name="what">What asks for it, as the beginning of a sentence: <c>'a.csv' makes 20000 rows of 60000 inputs</c>.</param>
    /// <param name="bytes">How many bytes it takes.</param>
    /// <param name="read">How many bytes were read for it.</param>
    /// <param name="times">So many times what was read is allowed, however much that is.</param>
    /// <param name="mend">What to do, as the beginning of a sentence: <c>Leave out a column</c>.</param>
    /// <exception cref="InvalidDataException">It is more than is allowed.</exception>
    public static void Check(Said what, Int128 bytes, long read, int times, Said mend)
    {
        long most = Math.Max(Allowed, times * read);
        if (bytes <= most) return;
        string needed = MiB(bytes);
        throw Refusal.Data($"{what}, which take {needed} MiB of memory; {MiB(most)} MiB are allowed. "
            + $"{mend}, or allow more by the environment variable {Variable}={needed}.");
    }

    private static long Allowed =>
        long.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out long given)
            ? Math.Min(given, long.MaxValue >> 20) << 20
            : Usual;

    // Upwards, so that what is asked for and what would be allowed never read the same.
    private static string MiB(Int128 bytes) => ((bytes + (1 << 20) - 1) >> 20).ToString(CultureInfo.InvariantCulture);
}
