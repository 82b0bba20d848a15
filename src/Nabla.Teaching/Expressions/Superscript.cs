using System.Globalization;

namespace Nabla.Expressions;

/// <summary>Whole numbers in small, raised digits.</summary>
internal static class Superscript
{
    private const string Signs = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

    /// <summary>The digit that a sign stands for, 10 for the minus, −1 for any other sign.</summary>
    public static int Digit(char sign) => Signs.IndexOf(sign, StringComparison.Ordinal);

    public static string Of(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(c => Signs[c == '-' ? 10 : c - '0']));
}
