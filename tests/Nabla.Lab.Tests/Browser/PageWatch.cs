using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Nabla.Lab.Tests;

/// <summary>Notes whatever a page must never do.</summary>
internal sealed class PageWatch
{
    private readonly ConcurrentQueue<string> _problems = [];

    public PageWatch(IBrowserContext context, Uri home, string? accepted)
    {
        context.Console += (_, message) =>
        {
            string words = $"{message.Text} ({message.Location})";
            if (message.Type == "error" && (accepted is null || !words.Contains(accepted, StringComparison.Ordinal))) _problems.Enqueue($"an error in the console: {words}");
        };
        context.WebError += (_, error) => _problems.Enqueue($"an exception that nobody caught: {error.Error}");
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } address && address.Authority != home.Authority)
                _problems.Enqueue($"a request to another host: {request.Url}");
        };
    }

    /// <summary>What it did so far.</summary>
    public IReadOnlyCollection<string> Problems => _problems;
}
