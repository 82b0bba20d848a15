using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Nabla.Cli;

/// <summary>What the numbers were measured on.</summary>
internal static class Machine
{
    private const uint FirstOfName = 0x80000002, LastOfName = 0x80000004;

    /// <summary>The processor as it calls itself; null where it does not say.</summary>
    public static string? Processor { get; } = ReadProcessor();

    /// <summary>The processor, or at least of what kind it is.</summary>
    public static string Name => Processor ?? $"{RuntimeInformation.ProcessArchitecture} processor";

    // x86 processors know their own names: 48 letters in three answers of CPUID (Intel's and AMD's manuals alike).
    private static string? ReadProcessor()
    {
        if (!X86Base.IsSupported || (uint)X86Base.CpuId(unchecked((int)0x80000000), 0).Eax < LastOfName) return null;
        Span<int> letters = stackalloc int[12];
        for (uint part = FirstOfName; part <= LastOfName; part++)
        {
            var at = letters[(4 * (int)(part - FirstOfName))..];
            (at[0], at[1], at[2], at[3]) = X86Base.CpuId((int)part, 0);
        }

        string name = System.Text.Encoding.ASCII.GetString(MemoryMarshal.AsBytes(letters));
        name = string.Join(' ', name.Split([' ', '\0'], StringSplitOptions.RemoveEmptyEntries));
        return name.Length > 0 ? name : null;
    }
}
