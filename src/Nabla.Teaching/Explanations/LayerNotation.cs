using Nabla.Expressions;

namespace Nabla.Explanations;

/// <summary>The notes' own notation in formulas, where a raised layer says whose a quantity is: <c>a^(L-1)</c> is a', <c>z^(L)</c> is z.</summary>
/// <remarks>Also <c>a^{(L-1)}</c>, <c>a^L</c>, <c>a⁽ᴸ⁻¹⁾</c>, and l for L.</remarks>
internal static class LayerNotation
{
    /// <summary>The symbol that is written at a place of a formula, and how many characters it takes; 0 where there is none.</summary>
    /// <exception cref="ExpressionException">It can be read in two ways, or there is no such quantity.</exception>
    public static (string Symbol, int Length) At(string formula, int at)
    {
        if (!"wbzay".Contains(formula[at], StringComparison.Ordinal)) return ("", 0);
        string symbol = formula[at..(at + 1)];
        var (end, before) = Raised(formula, at + 1);
        if (end == 0) (end, before) = Layer(formula, at);
        if (end == 0) return ("", 0);
        if (before && symbol != "a") throw new ExpressionException(formula, at, $"The formula is about one neuron; of layer L−1 it knows only a^(L-1).");
        return (before ? "a'" : symbol, end - at);
    }

    // ⁽ᴸ⁻¹⁾, with or without parentheses.
    private static (int End, bool Before) Raised(string formula, int at)
    {
        bool opened = Sign(formula, at) == '⁽';
        if (opened) at++;
        if (Sign(formula, at) is not ('ᴸ' or 'ˡ')) return default;
        bool before = Sign(formula, ++at) == '⁻' && Sign(formula, at + 1) == '¹';
        if (before) at += 2;
        return !opened ? (at, before) : Sign(formula, at) == '⁾' ? (at + 1, before) : default;
    }

    // ^(L-1), ^{(L-1)} or ^L.
    private static (int End, bool Before) Layer(string formula, int start)
    {
        int at = Skip(formula, start + 1);
        if (Sign(formula, at) != '^') return default;
        string closing = "";
        for (at = Skip(formula, at + 1); Sign(formula, at) is '(' or '{'; at = Skip(formula, at + 1))
            closing = (Sign(formula, at) == '(' ? ")" : "}") + closing;
        if (Sign(formula, at) is not ('L' or 'l') || Expressions.Sign.IsOfName(Sign(formula, at + 1))) return default;
        int end = at + 1;
        at = Skip(formula, end);
        int one = Skip(formula, at + 1);
        bool less = Sign(formula, at) == '-' && Sign(formula, one) == '1' && !Expressions.Sign.BeginsNumber(Sign(formula, one + 1));
        if (closing.Length == 0)
        {
            string letter = formula[start..(start + 1)];
            return !less ? (end, false) : throw new ExpressionException(
                formula, start, $"'{letter}^L-1' is read in two ways; write {letter}^(L-1), or ({letter}^L) - 1.");
        }

        if (less) at = one + 1;
        foreach (char bracket in closing)
        {
            at = Skip(formula, at);
            if (Sign(formula, at++) != bracket) return default;
        }

        return (at, less);
    }

    private static int Skip(string formula, int at)
    {
        while (at < formula.Length && char.IsWhiteSpace(formula[at])) at++;
        return at;
    }

    private static char Sign(string formula, int at) => at < formula.Length ? Expressions.Sign.Plain(formula[at]) : '\0';
}
