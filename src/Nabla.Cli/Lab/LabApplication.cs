using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Nabla.Cli;

/// <summary>Answers requests: refuses those that are not for it, and otherwise gives what is there.</summary>
internal sealed class LabApplication(LabContent content, LabHeaders headers, int port) : IHttpApplication<HttpContext>
{
    private const int UsualHttpPort = 80;

    // A page of another host whose name was made to lead here (DNS rebinding) still sends that name.
    private readonly HashSet<string> _hosts =
    [
        .. new[] { "127.0.0.1", "localhost", "[::1]" }.SelectMany(name => port == UsualHttpPort ? new[] { name, $"{name}:{port}" } : [$"{name}:{port}"]),
    ];

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        headers.AddTo(context.Response.Headers);
        try
        {
            await AnswerAsync(context);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException && !context.Response.HasStarted)
        {
            await RefuseAsync(context, StatusCodes.Status500InternalServerError, $"This file cannot be read now: {error.Message}");
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        if (!_hosts.Contains(request.Host.Value?.ToLowerInvariant() ?? ""))
        {
            await RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, $"This is nabla lab at http://127.0.0.1:{port}/, and the request names another host.");
        }
        else if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, "Here one can only read: GET and HEAD.");
        }
        else if (content.Find(request.Path.Value is ['/', .. var path] ? path : "", request) is { } answer)
        {
            using (answer) await SendAsync(context, answer);
        }
        else
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "There is nothing at this address.");
        }
    }

    private static async Task SendAsync(HttpContext context, Answer answer)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = answer.IsImmutable ? "public, max-age=31536000, immutable" : "no-cache";
        if (answer.Varies) response.Headers.Vary = "Accept-Encoding";
        if (answer.Tag is not null)
        {
            string tag = $"\"{answer.Tag}\"";
            response.Headers.ETag = tag;
            if (request.Headers.IfNoneMatch.Any(known => known!.Split(',', StringSplitOptions.TrimEntries).Any(each => each == tag || each == "*" || each == $"W/{tag}")))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.ContentType = answer.ContentType;
        if (answer.Encoding is not null) response.Headers.ContentEncoding = answer.Encoding;
        long length = answer.File?.Length ?? answer.Content.Length;
        response.ContentLength = length;
        if (HttpMethods.IsHead(request.Method)) return;

        // A run's metrics may grow meanwhile; what was announced is sent.
        if (answer.File is not null) await CopyAsync(answer.File, length, response.Body);
        else await response.Body.WriteAsync(answer.Content);
    }

    private static async Task CopyAsync(FileStream file, long length, Stream target)
    {
        byte[] buffer = new byte[Math.Min(length, 1 << 16)];
        for (long left = length; left > 0;)
        {
            int read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)));
            if (read == 0) break;
            await target.WriteAsync(buffer.AsMemory(0, read));
            left -= read;
        }
    }

    private static async Task RefuseAsync(HttpContext context, int status, string words)
    {
        var response = context.Response;
        byte[] text = Encoding.UTF8.GetBytes(words + "\n");
        response.StatusCode = status;
        response.ContentType = MediaType.Words;
        response.ContentLength = text.Length;
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(text);
    }
}
