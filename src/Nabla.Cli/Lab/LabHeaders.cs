using Microsoft.AspNetCore.Http;

namespace Nabla.Cli;

/// <summary>What every answer tells the browser, so that nothing but the page's own files runs in it, and no other page reads them.</summary>
/// <param name="embedders">Who may show the page within a page of theirs, as <see cref="Embedder"/> writes them; nobody where there are none.</param>
internal sealed class LabHeaders(IReadOnlyList<string> embedders)
{
    public string ContentSecurityPolicy { get; } =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        + $"connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors {(embedders.Count > 0 ? string.Join(' ', embedders) : "'none'")}; form-action 'none'";

    public void AddTo(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
