using System.Globalization;

namespace Nabla.Cli;

/// <summary>Numbers as people read them; a hyphen stands for what is no number.</summary>
internal static class Format
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private const string None = "-";

    public static string Percent(double part) => double.IsNaN(part) ? None : (100 * part).ToString("F2", Culture) + "%";

    /// <summary>How sure a network is by its largest output: in per cent where outputs are from 0 to 1, otherwise the number itself.</summary>
    public static string Sureness(double output, Activation of) => of.Range is (0, 1) ? Percent(output) : Fixed(output);

    public static string Count(long count) => count.ToString("N0", Culture);

    public static string Number(double number) => double.IsNaN(number) ? None : number.ToString("G6", Culture);

    /// <summary>1.13, or (1, 1). What is zero but for rounding is zero.</summary>
    public static string Point(IReadOnlyList<double> position)
    {
        string point = string.Join(", ", position.Select(x => Number(Math.Abs(x) < 1e-9 ? 0 : x)));
        return position.Count == 1 ? point : $"({point})";
    }

    public static string Cost(double cost) => double.IsNaN(cost) ? None : cost.ToString(cost is >= 1e-4 and < 1e6 or 0 ? "F4" : "G4", Culture);

    /// <summary>A derivative or a change, with its sign: +0.01234, -3.21e-06, 0.</summary>
    public static string Signed(double number) => Math.Abs(number) switch
    {
        0 => "0",
        >= 0.001 and < 1000 => number.ToString("+0.00000;-0.00000", Culture),
        _ => number.ToString("+0.00e+00;-0.00e+00", Culture),
    };

    /// <summary>A number near 1, to be set in a column: 0.1234, -2.5000; others with an exponent.</summary>
    public static string Fixed(double number) =>
        number.ToString(Math.Abs(number) is >= 0.001 and < 1000 or 0 ? "0.0000" : "0.00e+00", Culture);

    public static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{Count(count)} times",
    };

    /// <summary>A rate with two or three digits that mean something: 912, 43.1k, 1.24M.</summary>
    public static string Rate(double rate) => rate switch
    {
        >= 1e6 => (rate / 1e6).ToString(rate >= 1e7 ? "F1" : "F2", Culture) + "M",
        >= 1e3 => (rate / 1e3).ToString(rate >= 1e5 ? "F0" : "F1", Culture) + "k",
        _ => rate.ToString("F0", Culture),
    };

    public static string Megabytes(long bytes) => (bytes / 1e6).ToString(bytes >= 10_000_000 ? "F0" : "F1", Culture) + " MB";

    public static string Duration(TimeSpan time) => time.TotalSeconds switch
    {
        < 0.001 => "under 1 ms",
        < 1 => $"{time.TotalMilliseconds.ToString("F0", Culture)} ms",
        < 10 => $"{time.TotalSeconds.ToString("F1", Culture)} s",
        < 120 => $"{time.TotalSeconds.ToString("F0", Culture)} s",
        < 7200 => $"{(int)time.TotalMinutes} min {time.Seconds} s",
        _ => $"{(int)time.TotalHours} h {time.Minutes} min",
    };
}
