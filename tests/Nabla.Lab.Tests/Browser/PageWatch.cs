using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Nabla.Lab.Tests;

/// <summary>Notes whatever a page must never do.</summary>
internal sealed class PageWatch
{
    private readonly ConcurrentQueue<string> _problems = [];

    public PageWatch(IBrowserContext context, Uri home)
    {
        context.Console += (_, message) =>
        {
            if (message.Type == "error") _problems.Enqueue($"an error in the console: {message.Text} ({message.Location})");
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
