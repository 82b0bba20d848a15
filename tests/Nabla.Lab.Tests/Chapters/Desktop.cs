using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Browser;

namespace Nabla.Lab.Tests.Chapters;

/// <summary>The engine on this machine at the moment that the page shows, so that every number of the page can be compared.</summary>
internal sealed partial class Desktop
{
    public const string Run = "nabla:1/data=digits/train-examples=500/test-examples=200/seed=1";

    // The page's kernels round twice where the desktop's round once.
    private const double Tolerance = 1e-4;

    /// <summary>Steps of the run at that moment: in the second epoch of 50 steps.</summary>
    public const long Step = 60;

    /// <summary>The parts that chapters keep for later.</summary>
    public static readonly IReadOnlyList<string> Folded =
    [
        .. Directory.GetFiles(Path.Combine(Surroundings.Root, "src", "lab", "src", "chapters"), "*.svelte", SearchOption.AllDirectories)
            .SelectMany(file => FoldedCard().Matches(File.ReadAllText(file))).Select(card => card.Groups["name"].Value).Order(StringComparer.Ordinal),
    ];

    /// <summary>What unfolds all of them.</summary>
    public static readonly string More = $"more={string.Join(',', Folded)}";

    /// <summary>The part of an address that says it.</summary>
    public static readonly string Moment = string.Create(CultureInfo.InvariantCulture, $"run={Run}&step={Step}");

    /// <summary>Likewise, with nothing folded.</summary>
    public static readonly string Query = $"{Moment}&{More}";

    public Desktop()
    {
        while (Laboratory.MakeDigits(500, 200, 1000).Result is null)
        {
        }

        Laboratory.Start(Run);
        while (!Laboratory.Advance(Step, 1000).Arrived)
        {
        }
    }

    public Laboratory Laboratory { get; } = new();

    public Review Review(ExampleSet set)
    {
        return Finish(() => Laboratory.Review(set, 1000));
    }

    /// <summary>Works slice after slice until there is a result.</summary>
    public static T Finish<T>(Func<Sliced<T>> work)
        where T : class
    {
        while (true)
        {
            if (work().Result is { } result) return result;
        }
    }

    /// <summary>Waits until the page stands at that moment.</summary>
    public static Task MustBeThereAsync(IPage page) => page.MustStandAtAsync(Step);

    /// <summary>Waits until an element or a number within it has this value, to the last digits, which may differ.</summary>
    /// <param name="element">The element.</param>
    /// <param name="value">The value.</param>
    /// <param name="within">How far it may be off; a derivative is often so small that the usual would let anything pass.</param>
    public static async Task MustShowAsync(ILocator element, double value, double? within = null)
    {
        var number = element.Locator("xpath=descendant-or-self::*[@data-value]").First;
        bool isSettled = false;
        while (true)
        {
            double shown = double.Parse(await number.GetAttributeAsync("data-value") ?? "NaN", CultureInfo.InvariantCulture);
            if (Math.Abs(shown - value) <= (within ?? Tolerance * Math.Max(1, Math.Abs(value)))) return;

            // What a page shows that stands still it will show for ever.
            Assert.False(isSettled, string.Create(CultureInfo.InvariantCulture, $"The page shows {shown:R}, the engine has {value:R}."));
            await element.Page.MustBeSettledAsync();
            isSettled = true;
        }
    }

    [GeneratedRegex("<Card more name=\"(?<name>[a-z.]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex FoldedCard();
}
