using Nabla.Expressions;

namespace Nabla.Explanations;

/// <summary>One symbol written where another belongs, as in <c>2(z−y)</c> for <c>∂C/∂a</c>.</summary>
/// <param name="Written">The symbol that was written.</param>
/// <param name="Meant">The one with which the formula holds.</param>
public sealed record FormulaSlip(string Written, string Meant)
{
    private const int MostPlaces = 16;

    private static readonly FormulaSlip[] Known = [new("z", "a"), new("a", "z"), new("a", "a'"), new("a'", "a"), new("w", "a'"), new("a'", "w")];

    /// <summary>The one slip that explains why a formula does not hold; null where none does, or several do.</summary>
    internal static FormulaSlip? In(Expression formula, Func<Expression, bool> holds)
    {
        string text = formula.ToString();
        FormulaSlip[] found = [.. Known.Where(slip => slip.Mended(text).Any(mended => Read(mended) is { } other && holds(other)))];
        return found is [var slip] ? slip : null;
    }

    // With the right symbol at one of the places, or at all.
    private IEnumerable<string> Mended(string text)
    {
        int[] places = [.. Enumerable.Range(0, text.Length).Where(at => StandsAt(text, at))];
        if (places.Length is 0 or > MostPlaces) yield break;
        foreach (int place in places) yield return With(text, place);
        if (places.Length > 1) yield return places.Reverse().Aggregate(text, With);
    }

    private bool StandsAt(string text, int at)
    {
        int end = at + Written.Length;
        return text.AsSpan(at).StartsWith(Written) && (at == 0 || !Sign.IsOfName(text[at - 1])) && (end == text.Length || !Sign.IsOfName(text[end]));
    }

    private string With(string text, int place) => text[..place] + Meant + text[(place + Written.Length)..];

    private static Expression? Read(string text)
    {
        try
        {
            return Expression.Parse(text, FormulaCheck.Symbols);
        }
        catch (ExpressionException)
        {
            return null;
        }
    }
}
