using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Nabla.Fuzz;

/// <summary>
/// What holds for every reader and every input: it is accepted, or refused by an exception that is documented, whose message is one short line
/// that no terminal takes for a command; and neither costs much memory.
/// </summary>
internal static class Contract
{
    // The longest of our own words, the list of all settings, and names that were cut.
    private const int LongestMessage = 1000;
    private const long MemoryForAnything = 64 << 20;
    private const int MemoryForAByte = 100;

    /// <summary>What is wrong with the words of a refusal; null where nothing is.</summary>
    public static string? ProblemOf(string message)
    {
        if (message.Length > LongestMessage) return $"a message of more than {LongestMessage} characters";
        for (int i = 0; i < message.Length;)
        {
            if (!Rune.TryGetRuneAt(message, i, out var rune)) return "half a character (a lone surrogate) in a message";
            if (rune.Value is '\n' or '\r' or 0x85 or 0x2028 or 0x2029) return "a message of several lines";
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control) return "a control character in a message";
            if (rune.Value is 0x61C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)) return "a mark that turns text around in a message";
            i += rune.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>What is wrong with the memory that an input took; null where nothing is.</summary>
    public static string? ProblemOf(long allocated, long input) =>
        allocated <= Math.Max(MemoryForAnything, MemoryForAByte * input) ? null
            : $"more memory than {MemoryForAnything >> 20} MB and than {MemoryForAByte} times the input";

    /// <summary>Where in the engine an exception comes from.</summary>
    public static string PlaceOf(Exception error) =>
        new StackTrace(error).GetFrames().Select(frame => frame.GetMethod())
            .FirstOrDefault(method => method?.DeclaringType?.Assembly is { } assembly && assembly != typeof(Contract).Assembly
                && assembly.GetName().Name!.StartsWith(nameof(Nabla), StringComparison.Ordinal)) is { } found
            ? $"{found.DeclaringType!.Name}.{found.Name}" : "nowhere in the engine";
}
