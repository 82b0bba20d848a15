namespace Nabla.Cli;

/// <summary>Says what is wrong with a formula, with a caret under the place.</summary>
internal static class WrongFormula
{
    private const int LongestShown = 200;

    public static CliException In(string option, ExpressionException e) => CliException.Wrong(
        [$"{option}: {Said.Of(e)}", .. e.Text.Length is > 0 and <= LongestShown ? e.Lines.Select(line => (Said)$"  {line}") : []]);
}
