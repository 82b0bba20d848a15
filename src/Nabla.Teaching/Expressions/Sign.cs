namespace Nabla.Expressions;

/// <summary>What single characters mean in a formula.</summary>
internal static class Sign
{
    /// <summary>The same sign as a keyboard has it: <c>−</c> as <c>-</c>, <c>×</c> as <c>*</c>, <c>′</c> as <c>'</c>, full-width forms as ASCII.</summary>
    public static char Plain(char sign) => sign switch
    {
        '−' or '–' => '-',
        '·' or '×' or '⋅' or '∙' => '*',
        '÷' or '∕' => '/',
        '′' or '’' or 'ʹ' => '\'',
        >= '\uFF01' and <= '\uFF5E' => (char)(sign - 0xFEE0),
        _ => sign,
    };

    /// <summary>Whether it may stand in a name, after the first letter.</summary>
    public static bool IsOfName(char sign) => char.IsLetter(sign) || char.IsAsciiDigit(sign) || sign is '_' or '\'' or (>= '₀' and <= '₉');

    /// <summary>Whether it is a fraction such as ½.</summary>
    public static bool IsFraction(char sign) => sign is '½' or '⅓' or '⅔' or '¼' or '¾';

    /// <summary>Whether a number begins with it.</summary>
    public static bool BeginsNumber(char sign) => char.IsAsciiDigit(sign) || sign == '.' || IsFraction(sign);

    /// <summary>Whether a factor that is no number begins with it.</summary>
    public static bool BeginsFactor(char sign) => char.IsLetter(sign) || sign is '(' or '√';
}
