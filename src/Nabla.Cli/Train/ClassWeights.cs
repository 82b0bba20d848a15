using System.Globalization;

namespace Nabla.Cli;

/// <summary>The one value of <c>--class-weights</c> that only the data can tell: such weights that all classes count alike.</summary>
internal static class ClassWeights
{
    public const string Name = "class-weights";
    private const string Balanced = "balanced";

    public static bool IsBalanced(string text) => text.Equals(Balanced, StringComparison.OrdinalIgnoreCase);

    /// <summary>The option: that of the setting, with that value more.</summary>
    public static SettingOption Option()
    {
        var setting = RunSettings.All.First(known => known.Name == Name);
        return new SettingOption(
            setting, text => IsBalanced(text) ? Balanced : setting.Check(text),
            () => $"{setting.Summary}; '{Balanced}' makes rare classes count as much as common ones, by n/(classes·n of the class) (default: {setting.Unset})",
            text => !IsBalanced(text) && FullWidth.Narrow(text).Split(',').FirstOrDefault(part => !IsPositive(part)) is { } wrong
                ? (Said)$"--{Name} is '{text}', and '{wrong.Trim()}' is not a positive number; give one for each class, such as {setting.Sample}, or '{Balanced}'."
                : null);
    }

    private static bool IsPositive(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double weight) && weight > 0 && double.IsFinite(weight);
}
