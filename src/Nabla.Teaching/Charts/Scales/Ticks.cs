using System.Globalization;

namespace Nabla.Charts;

/// <summary>Round numbers along an axis: 1, 2 and 5 times a power of ten.</summary>
internal static class Ticks
{
    // In wider logarithmic ranges only decades have numbers.
    private const double FewDecades = 2.2, SomeDecades = 4.2;

    /// <summary>The least step of 1, 2 or 5 times a power of ten that takes at most so many to go so far.</summary>
    public static double Step(double span, int most)
    {
        double raw = span / most;
        int exponent = (int)Math.Floor(Math.Log10(raw));
        double mantissa = raw / Power(1, exponent);
        return Power(mantissa <= 1 + 1e-9 ? 1 : mantissa <= 2 + 1e-9 ? 2 : mantissa <= 5 + 1e-9 ? 5 : 10, exponent);
    }

    /// <summary>The multiples of the step from one value to another, both ends included.</summary>
    public static List<AxisTick> Linear(double from, double to, int most)
    {
        double step = Step(to - from, most), largest = Math.Max(Math.Abs(from), Math.Abs(to));
        int exponent = (int)Math.Floor(Math.Log10(step) + 1e-9);
        double mantissa = Math.Round(step / Power(1, exponent));
        var ticks = new List<AxisTick>();
        for (double i = Math.Ceiling(from / step - 1e-6); i * step <= to + 1e-6 * step; i++)
        {
            // Not i times the step, which would carry the step's error along: 3 × 0.1 is not 0.3.
            double value = Power(i * mantissa, exponent);
            ticks.Add(new AxisTick(value, Text(value, step, largest)));
        }

        return ticks;
    }

    /// <summary>Decades, with 2 and 5 times each in a narrow range; in a very narrow one, even steps.</summary>
    public static List<AxisTick> Logarithmic(double from, double to, int most)
    {
        double decades = Math.Log10(to / from);
        if (decades < 0.7) return Linear(from, to, most);
        int first = (int)Math.Floor(Math.Log10(from) + 1e-9), last = (int)Math.Ceiling(Math.Log10(to) - 1e-9);
        int every = Math.Max(1, (int)Math.Ceiling(decades / most));
        var ticks = new List<AxisTick>();
        for (int exponent = first; exponent <= last; exponent++)
        {
            for (int mantissa = 1; mantissa < 10; mantissa++)
            {
                double value = Power(mantissa, exponent);
                if (value < from * (1 - 1e-9) || value > to * (1 + 1e-9)) continue;
                bool named = mantissa == 1 ? exponent % every == 0 : mantissa is 2 or 5 && decades < FewDecades;
                if (named || (mantissa == 1 ? every < 4 : decades < SomeDecades && every == 1))
                    ticks.Add(new AxisTick(value, named ? Text(value, value, value) : ""));
            }
        }

        return ticks;
    }

    /// <summary>The range made wider until it begins and ends at ticks.</summary>
    public static (double From, double To) Round(double from, double to, int most, bool logarithmic)
    {
        if (!logarithmic || to / from < 5)
        {
            // A range that was made wider may need a larger step, and so be made wider still.
            for (double step = Step(to - from, most); ; step = Step(1.5 * step * most, most))
            {
                double low = Math.Floor(from / step + 1e-6), high = Math.Ceiling(to / step - 1e-6);
                if (high - low <= most || most < 2) return (logarithmic && low <= 0 ? from : low * step, high * step);
            }
        }

        bool few = Math.Log10(to / from) < FewDecades;
        return (Rounded(from * (1 + 1e-9), up: false, few), Rounded(to * (1 - 1e-9), up: true, few));
    }

    /// <summary>
    /// A number on an axis: 0.001, 25, 2000, and 10k, 2.5M where the axis reaches so far; beyond, powers of ten. All numbers of an
    /// axis have the same decimals and unit.
    /// </summary>
    /// <param name="value">The number.</param>
    /// <param name="step">The distance to the next.</param>
    /// <param name="largest">The largest absolute value on the axis.</param>
    public static string Text(double value, double step, double largest)
    {
        if (value == 0) return "0";
        string sign = value < 0 ? "−" : "";
        value = Math.Abs(value);
        if (largest is >= 1e9 or < 0.9999e-3)
        {
            int exponent = (int)Math.Floor(Math.Log10(largest) + 1e-9);
            string digits = Decimals(Power(value, -exponent), Power(step, -exponent));
            return $"{sign}{(digits == "1" ? "" : digits + "×")}10{Raised(exponent)}";
        }

        var (unit, letter) = largest >= 1e6 ? (1e6, "M") : largest >= 1e4 ? (1e3, "k") : (1, "");
        return sign + Decimals(value / unit, step / unit) + letter;
    }

    /// <summary>A number times a power of ten, as near as can be: powers below 1 are divided by, for 0.1 is not exact.</summary>
    private static double Power(double number, int exponent) =>
        exponent < -300 ? number / 1e300 / Math.Pow(10, -exponent - 300)
        : exponent < 0 ? number / Math.Pow(10, -exponent)
        : number * Math.Pow(10, exponent);

    private static double Rounded(double value, bool up, bool few)
    {
        int exponent = (int)Math.Floor(Math.Log10(value));
        double[] mantissas = few ? [1, 2, 5, 10] : [1, 10];
        return up
            ? Power(mantissas.First(m => Power(m, exponent) >= value || m == 10), exponent)
            : Power(mantissas.Last(m => Power(m, exponent) <= value || m == 1), exponent);
    }

    private static string Decimals(double value, double step)
    {
        int decimals = Math.Clamp(-(int)Math.Floor(Math.Log10(step) + 1e-9), 0, 15);
        return value.ToString("F" + decimals, CultureInfo.InvariantCulture);
    }

    private static string Raised(int exponent) =>
        string.Concat(exponent.ToString(CultureInfo.InvariantCulture).Select(digit => digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));
}
