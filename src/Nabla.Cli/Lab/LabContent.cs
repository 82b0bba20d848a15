using Microsoft.AspNetCore.Http;

namespace Nabla.Cli;

/// <summary>All that can be asked for: the site, the data at hand and the runs, each by a list of what it has.</summary>
internal sealed class LabContent(Site site, DataShelf data, RunShelf runs)
{
    public const string IndexName = "index.json";

    /// <summary>What is at an address; null where nothing is.</summary>
    /// <param name="path">The path, decoded once, without the slash at its beginning.</param>
    /// <param name="request">Tells which compressions the browser takes.</param>
    public Answer? Find(string path, HttpRequest request) =>
        path.StartsWith(DataShelf.Root, StringComparison.Ordinal) ? data.Find(path[DataShelf.Root.Length..])
        : path.StartsWith(RunShelf.Root, StringComparison.Ordinal) ? runs.Find(path[RunShelf.Root.Length..])
        : site.Find(path) is { } file ? Of(file, request)
        : null;

    private static Answer Of(SiteFile file, HttpRequest request)
    {
        var (encoding, content) = file.Brotli is { } brotli && Takes(request, "br") ? ("br", brotli)
            : file.Gzip is { } gzip && Takes(request, "gzip") ? ("gzip", gzip)
            : ((string?)null, file.Content);

        // Other bytes, another tag.
        return new Answer(file.ContentType, content, Tag: encoding is null ? file.Digest : $"{file.Digest}-{encoding}")
        {
            Encoding = encoding,
            Varies = file.Brotli is not null || file.Gzip is not null,
            IsImmutable = file.IsImmutable,
        };
    }

    private static bool Takes(HttpRequest request, string encoding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(offer => offer.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && offer.Quality is null or > 0);
}
