using System.Globalization;
using Microsoft.Playwright;

namespace Nabla.Lab.Tests;

/// <summary>How a visitor sees the page.</summary>
/// <param name="Language">en or zh.</param>
/// <param name="Theme">Light or dark.</param>
/// <param name="Width">The window's width in CSS pixels: 390 is a telephone, 1440 a desk.</param>
/// <param name="Touch">Whether there is a finger instead of a mouse.</param>
public sealed record View(string Language, ColorScheme Theme, int Width, bool Touch)
{
    /// <summary>Whether things may move.</summary>
    public bool Motion { get; init; }

    /// <summary>English and light at a desk: where one view is enough.</summary>
    public static View Desk { get; } = new("en", ColorScheme.Light, 1440, false);

    /// <summary>English and light on a telephone.</summary>
    public static View Phone { get; } = new("en", ColorScheme.Light, 390, true);

    /// <summary>
    /// Both languages, both themes, both widths: each with each of the others once. What goes wrong does so by one of them or by two together
    /// (Chinese words on a telephone), so that four views find what all eight would.
    /// </summary>
    public static TheoryData<View> All =>
    [
        new View("en", ColorScheme.Light, 390, true),
        new View("en", ColorScheme.Dark, 1440, false),
        new View("zh", ColorScheme.Light, 1440, false),
        new View("zh", ColorScheme.Dark, 390, true),
    ];

    /// <summary>Presses with the finger, or clicks with the mouse.</summary>
    public Task PressAsync(ILocator what) => Touch ? what.TapAsync() : what.ClickAsync();

    /// <summary>What the browser is told.</summary>
    internal BrowserNewContextOptions Options => new()
    {
        Locale = Language == "zh" ? "zh-CN" : "en-US",
        ColorScheme = Theme,
        ViewportSize = new ViewportSize { Width = Width, Height = Width < 1000 ? 844 : 900 },
        HasTouch = Touch,
        ReducedMotion = Motion ? ReducedMotion.NoPreference : ReducedMotion.Reduce,
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Language} {Theme} {Width}{(Touch ? " touch" : "")}");
}
