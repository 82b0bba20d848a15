using System.Text.Json;
using System.Text.Unicode;

namespace Nabla;

/// <summary>Reads JSON of which every text can be read: <see cref="JsonDocument"/> notices only later, and in other words, that one cannot.</summary>
internal static class JsonText
{
    /// <exception cref="JsonException">It is not JSON, not UTF-8, or a text in it is not Unicode, such as <c>"\ud800"</c>.</exception>
    public static JsonDocument Parse(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes)) throw Refusal.Json($"it is not UTF-8 text.");
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (!reader.ValueIsEscaped || reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName)) continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException error)
            {
                throw Refusal.Json($"the text that begins at byte {reader.TokenStartIndex} has half of a character (a surrogate without its other).", error);
            }
        }

        return JsonDocument.Parse(bytes);
    }

    /// <summary>
    /// Why something is not the JSON that it should be: where, in our words. The system's own name types and tokens of its reader, and the page's
    /// engine carries none of them.
    /// </summary>
    public static Said Reason(Exception error) => Said.Own(error) ?? error switch
    {
        JsonException { Path: { } path, InnerException: not JsonException } => $"what stands at {Printable.Path(path)} is of another kind than it should be",
        JsonException { LineNumber: { } line, BytePositionInLine: { } place } => $"at line {line + 1}, byte {place + 1}",
        _ => $"{Printable.Path(error.Message.Split(". ", 2)[0].TrimEnd('.'))}",
    };
}
