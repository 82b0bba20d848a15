namespace Nabla.Fuzz;

/// <summary>What nobody wants to see in a name: commands to a terminal, marks that turn text around, halves of characters, markup, length.</summary>
internal static class HostileText
{
    /// <summary>What stands for half a character in bytes, which UTF-8 cannot say; see <see cref="Decode"/>.</summary>
    private const char HighHalf = '\uE000', LowHalf = '\uE001';

    public static IReadOnlyList<string> All { get; } =
    [
        "\u001b[2J", "\u001b]52;c;cm0gLXJm\u0007", "\u009b31m", "\0", "\b\b\b", "\r", "\n", "\u0085", "\u2028", "\u2029", "\t",
        "\u202E", "\u2066", "\u200F", "\u061C", "\uFEFF", "\u200B", "e\u0301\u0301\u0301", "手写", "𝒳", "👩‍👩‍👧", $"{HighHalf}", $"{LowHalf}",
        "\\u001b[2J", "\\u202e", "\\ud800", "\\udc00", "\\u0000", "\\n", "[red]", "[/]", "[[", "]]", "<img src=x onerror=alert(1)>", "%s%n", "{0}", "../../", "'", "\"",
        new('x', 700), new('\u4e2d', 300),
    ];

    /// <summary>Bytes as text, with halves of characters where they are to be.</summary>
    public static string Decode(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes).Replace(HighHalf, '\uD800').Replace(LowHalf, '\uDC00');
}
