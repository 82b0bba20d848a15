using System.Text;

namespace Nabla;

/// <summary>
/// What an input method for Chinese or Japanese writes where a keyboard writes ASCII: ，０．５（：） are read as ,0.5(:). A character stays
/// one character, so places in the text stay what they are. (Unicode, block Halfwidth and Fullwidth Forms; marks of CJK Symbols and Punctuation.)
/// </summary>
internal static class FullWidth
{
    private const int Distance = '！' - '!';

    /// <summary>The same text in ASCII where it has such characters; a minus sign becomes the hyphen that numbers are written with.</summary>
    public static string Narrow(string text) =>
        Ascii.IsValid(text) ? text : string.Create(text.Length, text, (narrow, wide) =>
        {
            for (int i = 0; i < wide.Length; i++) narrow[i] = Narrow(wide[i]);
        });

    private static char Narrow(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - Distance),
        '\u3000' => ' ',
        '、' => ',',
        '。' => '.',
        '−' => '-',
        _ => c,
    };
}
