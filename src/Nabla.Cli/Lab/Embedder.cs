namespace Nabla.Cli;

/// <summary>Who may show the page within a page of theirs, as a content policy's <c>frame-ancestors</c> says it.</summary>
internal static class Embedder
{
    private const string Self = "self";

    /// <summary>Takes an origin, or <c>self</c>, with or without the quotes that a shell takes away.</summary>
    /// <exception cref="CliException">It is no origin.</exception>
    public static string Of(string text)
    {
        if (text.Trim('\'').Equals(Self, StringComparison.OrdinalIgnoreCase)) return $"'{Self}'";

        // A name goes into a header: only what is surely a host's is let through, in the letters that stand on the wire.
        bool isOrigin = Uri.TryCreate(text, UriKind.Absolute, out var origin)
            && (origin.Scheme == Uri.UriSchemeHttps || origin.Scheme == Uri.UriSchemeHttp)
            && origin is { UserInfo: "", PathAndQuery: "/", Fragment: "" }
            && Uri.CheckHostName(origin.IdnHost) is UriHostNameType.Dns or UriHostNameType.IPv4
            && origin.IdnHost.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');
        if (!isOrigin)
            throw CliException.Wrong($"--embed is '{text}', which is no origin; give the beginning of an address without a path, such as https://school.example, or self.");
        return $"{origin!.Scheme}://{origin.IdnHost}{(origin.IsDefaultPort ? "" : $":{origin.Port}")}";
    }
}
