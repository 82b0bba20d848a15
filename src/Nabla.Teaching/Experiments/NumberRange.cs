using System.Globalization;

namespace Nabla.Experiments;

/// <summary>What numbers an option takes.</summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The most.</param>
/// <param name="IsWhole">Whether only whole numbers.</param>
/// <param name="MostValues">How many at once.</param>
/// <param name="IsDistinct">Whether each only once.</param>
internal sealed record NumberRange(double Least, double Most, bool IsWhole, int MostValues = 1, bool IsDistinct = true)
{
    /// <summary>A number or several as text: <c>0.5</c>, <c>1,10,100</c>, and of whole numbers also <c>1..5</c>.</summary>
    public SettingValues<double[]> Values => new(
        Words, MostValues == 1 ? "N" : "N,N,...", SettingForm.Numbers,
        text => Parse(text) is { } values && values.Count <= MostValues ? [.. values] : throw SettingValues.Not(Words), Write);

    private bool Contains(double value) => value >= Least && value <= Most && (!IsWhole || double.IsInteger(value));

    private Said Words => (MostValues, IsWhole, IsDistinct) switch
    {
        (1, true, _) => $"a whole number from {Least:0} to {Most:0}",
        (1, false, _) => $"a number from {Least:0.##########} to {Most:0.##########}",
        (_, true, true) => $"different whole numbers from {Least:0} to {Most:0}, at most {MostValues}, joined by commas or as in 1..5",
        (_, true, false) => $"whole numbers from {Least:0} to {Most:0}, at most {MostValues}, joined by commas",
        (_, false, _) => $"different numbers from {Least:0.##########} to {Most:0.##########}, at most {MostValues}, joined by commas",
    };

    private string Write(double[] values)
    {
        bool isRun = IsWhole && values.Length > 2 && values.Index().All(v => v.Item == values[0] + v.Index);
        return isRun ? $"{Text(values[0])}..{Text(values[^1])}" : string.Join(',', values.Select(Text));
    }

    private List<double>? Parse(string text)
    {
        var values = new List<double>();
        foreach (string part in text.Split(','))
        {
            string[] ends = IsWhole && MostValues > 1 ? part.Split("..") : [part];
            if (ends.Length > 2 || Number(ends[0]) is not { } first || Number(ends[^1]) is not { } last) return null;
            if (!Contains(first) || !Contains(last) || last < first || last - first >= MostValues) return null;
            for (double value = first; value <= last; value++) values.Add(value);
        }

        return !IsDistinct || values.Distinct().Count() == values.Count ? values : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
