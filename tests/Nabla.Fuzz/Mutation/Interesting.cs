namespace Nabla.Fuzz;

/// <summary>Numbers at which programs stumble.</summary>
internal static class Interesting
{
    public static IReadOnlyList<long> Integers { get; } =
    [
        0, 1, -1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 63, 64, 100, 127, 128, 255, 256, 1000, 1024, 4095, 4096, 10_000, 32_767, 32_768, 65_535, 65_536, 65_537,
        100_000, 1 << 20, 16_777_216, 16_777_217, 1 << 28, 1 << 30, int.MaxValue - 1, int.MaxValue, int.MaxValue + 1L, uint.MaxValue, uint.MaxValue + 1L,
        1L << 40, 1L << 53, (1L << 53) + 1, long.MaxValue / 4, long.MaxValue - 1, long.MaxValue, long.MinValue, int.MinValue, -2, -128, -32_768,
    ];

    public static IReadOnlyList<string> Numbers { get; } =
    [
        "0", "1", "-1", "-0", "0.5", "2", "10", "1e-5", "1e-320", "1e-400", "1e38", "1e39", "3.4028236e38", "1e60", "1e308", "1e309", "1e999", "-1e999", "NaN", "Infinity",
        "-Infinity", "\"NaN\"", "\"Infinity\"", "2147483647", "2147483648", "-2147483648", "4294967295", "9223372036854775807", "9223372036854775808", "18446744073709551615",
        "18446744073709551616", "00", "01", "1.", ".5", "+1", "1_0", "0x10", "1e", "1E+5", "1,5",
        "½", "٣", "９", "99999999999999999999999999999999999999", "65535", "65536", "1000000",
    ];
}
