using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Nabla.Lab.Tests;

/// <summary>
/// Holds every number that is seen to the value that stands behind it (<c>data-value</c>): its sign, its unit, its rounding, and as many
/// digits as the others of its column. The rules are written out here once more; nothing is asked of the page's own formatting.
/// </summary>
internal static partial class SeenNumbers
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Asserts it of all numbers that are shown.</summary>
    /// <param name="page">The page, at rest.</param>
    /// <param name="least">As many there are at least, lest a chapter pass because it shows none.</param>
    public static async Task MustSayTheirValuesAsync(this IPage page, int least)
    {
        await page.MustBeSettledAsync();
        string[][] all = await page.Locator("[data-value]").EvaluateAllAsync<string[][]>("""
            all => all.filter(one => one.checkVisibility()).map(one => {
                const cell = one.closest('td');
                const body = cell?.closest('tbody');
                const before = row => row.slice(0, row.indexOf(cell)).reduce((sum, each) => sum + each.colSpan, 0);
                const column = body 
                    ? [[...document.querySelectorAll('tbody')].indexOf(body), before([...cell.parentElement.cells]),
                        [...cell.querySelectorAll('[data-value]')].indexOf(one)].join('.')
                    : '';
                return [one.dataset.value, one.textContent.trim(), one.title, column, (one.closest('[data-testid]') ?? one).outerHTML.slice(0, 200)];
            })
            """);
        var faults = new List<string>();
        var columns = new Dictionary<string, List<Seen>>();
        int count = 0;
        foreach (string[] one in all)
        {
            // What is no number, such as a verdict, has its own tests.
            if (!double.TryParse(one[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)) continue;
            count++;
            if (one[2].Length > 0 && double.TryParse(one[2], NumberStyles.Float, CultureInfo.InvariantCulture, out double title) && title != value)
                faults.Add($"the title says {one[2]} of {one[0]}: {one[4]}");
            if (one[1].Length == 0 && value == 0) continue;
            if (Seen.Of(one[1]) is not { } seen) faults.Add($"'{one[1]}' is no number as the page writes them, of {one[0]}: {one[4]}");
            else if (!seen.IsRounded(value)) faults.Add($"'{one[1]}' is said of {one[0]}: {one[4]}");
            else if (one[3].Length > 0)
            {
                if (!columns.TryGetValue(one[3], out var column)) columns[one[3]] = column = [];
                column.Add(seen);
            }
        }

        // In a column there are as many decimals everywhere, or as many significant digits; a whole number with more of them is whole.
        foreach (var column in columns.Values)
        {
            var broken = column.Where(seen => seen.Significant > 0 && !(seen.Decimals == 0 && seen.Significant >= 3)).ToList();
            if (broken.Select(seen => seen.Decimals).Distinct().Count() > 1 && broken.Select(seen => seen.Significant).Distinct().Count() > 1)
                faults.Add($"one column has numbers of different lengths: {string.Join(" ", column.Select(seen => seen.Text))}");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
        Assert.True(count >= least, $"Only {count} numbers are seen, not {least}.");
    }

    /// <summary>A number as it is written.</summary>
    /// <param name="Text">All of it.</param>
    /// <param name="Value">What it says.</param>
    /// <param name="Half">Half of its last digit's place, in what it says.</param>
    /// <param name="Decimals">Digits after its point.</param>
    /// <param name="Significant">Its digits from the first that is not 0.</param>
    internal sealed record Seen(string Text, double Value, double Half, int Decimals, int Significant)
    {
        public static Seen? Of(string text)
        {
            // "1 of 30": of what is shown in whole sentences the first number is meant.
            var match = Number().Match(text);
            if (!match.Success) return text == "∞" ? new(text, double.PositiveInfinity, 0, 0, 0) : null;
            string digits = match.Groups["whole"].Value.Replace(",", "", StringComparison.Ordinal);
            string decimals = match.Groups["decimals"].Value;
            string power = string.Concat(match.Groups["power"].Value.Select(letter =>
                letter == '⁻' ? "-" : Superscripts.IndexOf(letter, StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture)));
            int exponent = power.Length > 0 ? int.Parse(power, CultureInfo.InvariantCulture) : 0;
            bool isPercent = match.Groups["percent"].Length > 0;
            double scale = Math.Pow(10, exponent - (isPercent ? 2 : 0));
            double size = double.Parse(decimals.Length > 0 ? $"{digits}.{decimals}" : digits, CultureInfo.InvariantCulture) * scale;
            int significant = $"{digits}{decimals}".TrimStart('0').Length;
            return new(text, match.Groups["sign"].Value == "−" ? -size : size, 0.5 * Math.Pow(10, -decimals.Length) * scale, decimals.Length, significant);
        }

        /// <summary>Whether it is a value, rounded to its digits; a zero that is seen has no sign, and a plus sign is not said of what is negative.</summary>
        public bool IsRounded(double value)
        {
            if (double.IsInfinity(value)) return Value.Equals(value);
            if (Value == 0 && (Text[0] is '−' or '+')) return false;
            if (Value != 0 && Math.Sign(Value) != Math.Sign(value)) return false;
            return Math.Abs(Value - value) <= Half * (1 + 1e-9) + (1e-12 * Math.Abs(value));
        }
    }

    // A true minus sign; thousands are separated by commas.
    [GeneratedRegex(@"^(?<sign>[+−]?)(?<whole>\d{1,3}(,\d{3})+|\d+)(\.(?<decimals>\d+))?(·10(?<power>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?(?<percent> %)?(?!\d)")]
    private static partial Regex Number();
}
