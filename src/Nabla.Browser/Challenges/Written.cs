namespace Nabla.Browser;

/// <summary>Numbers as one writes them to compute by hand: with few digits.</summary>
internal static class Written
{
    private const int MostDecimals = 12;

    /// <summary>A number with so many digits that count.</summary>
    public static double Short(double number, int digits = 2) => At(number, Decimals(number, digits));

    /// <summary>Numbers all written to the same place, where the largest has so many digits: they are to be added.</summary>
    public static double[] Alike(IEnumerable<double> numbers, int digits = 2)
    {
        double[] all = [.. numbers];
        int decimals = Decimals(all.Max(Math.Abs), digits);
        return [.. all.Select(number => At(number, decimals))];
    }

    /// <summary>What the words call a list of numbers: a0, a1, …</summary>
    public static IEnumerable<KeyValuePair<string, double>> Numbered(string name, IEnumerable<double> numbers) =>
        numbers.Select((number, i) => KeyValuePair.Create($"{name}{i}", number));

    // A negative number may be written as 0, and that without its sign.
    private static double At(double number, int decimals) => Math.Round(number, decimals) + 0.0;

    private static int Decimals(double number, int digits) =>
        number == 0 ? 0 : Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(number))), 0, MostDecimals);
}
