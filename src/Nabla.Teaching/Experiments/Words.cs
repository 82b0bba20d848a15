using System.Globalization;

namespace Nabla.Experiments;

/// <summary>Numbers as the reports of experiments write them.</summary>
internal static class Words
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Percent(double part) => (100 * part).ToString("F1", Culture) + "%";

    public static string Count(double count) => count.ToString("#,##0.#", Culture);

    /// <summary>A number as someone gave it.</summary>
    public static string Given(double number) => number.ToString(Culture);

    /// <summary>Three digits that mean something.</summary>
    public static string Number(double number)
    {
        double size = Math.Abs(number);
        return size is not 0 and (< 1e-4 or >= 1e6)
            ? number.ToString("0.##E+0", Culture)
            : number.ToString($"F{(size == 0 ? 0 : Math.Max(0, 2 - (int)Math.Floor(Math.Log10(size) + 1e-9)))}", Culture);
    }

    /// <summary>An amount of memory: 912 B, 3.8 kB, 38 MB.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} B",
        < 1_000_000 => $"{Number(bytes / 1e3)} kB",
        < 1_000_000_000 => $"{Number(bytes / 1e6)} MB",
        _ => $"{Number(bytes / 1e9)} GB",
    };

    /// <summary>How many steps something took, or that it never came to it.</summary>
    public static Said Steps(double? steps) => steps is { } reached ? (Said)$"{Count(reached)}" : $"not reached";
}
