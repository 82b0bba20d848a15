using System.Net;
using System.Net.Http.Headers;

namespace Nabla;

/// <summary>One request to one mirror: goes on with a part file where it ends.</summary>
internal sealed class FileTransfer(HttpClient client, TimeSpan stallTimeout, TimeProvider time, IProgress<DownloadProgress>? progress)
{
    /// <summary>
    /// Null where the mirror has nothing more to send; otherwise what went wrong, to follow the mirror's name. What has
    /// arrived stays in the part file, unless it is certainly useless: then the file is left empty.
    /// </summary>
    public async Task<Said?> ContinueAsync(Uri address, PublishedFile file, FileStream part, CancellationToken cancellation)
    {
        using var stall = new CancellationTokenSource(stallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stall.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (part.Length > 0) request.Headers.Range = new RangeHeaderValue(part.Length, null);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            if (Refused(response, part) is { } refusal) return refusal;

            // 416: there is nothing beyond what we have. Whether that is the file, its digest will tell.
            if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable) return null;
            return await ReceiveAsync(response, address, file, part, stall, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return stall.IsCancellationRequested
                ? (Said)$"sent nothing for {stallTimeout.TotalSeconds:0.##} seconds"
                : $"did not accept a connection in time";
        }
        catch (Exception e) when (e is HttpRequestException or NetworkException)
        {
            return $"failed: {Printable.Path(e.GetBaseException().Message.TrimEnd('.'))}";
        }
    }

    private static Said? Refused(HttpResponseMessage response, FileStream part)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.RequestedRangeNotSatisfiable when part.Length > 0:
            case HttpStatusCode.OK:
                break;
            case HttpStatusCode.PartialContent:
                if (part.Length > 0 && response.Content.Headers.ContentRange?.From == part.Length) break;
                part.SetLength(0);
                return $"sent another part of the file than was asked for";
            default:
                return $"answered {$"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd()}";
        }

        return response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType == "text/html"
            ? (Said)$"answered with a web page instead of the file (is there a login page in between?)"
            : null;
    }

    private async Task<Said?> ReceiveAsync(
        HttpResponseMessage response, Uri address, PublishedFile file, FileStream part, CancellationTokenSource stall, CancellationToken cancellation)
    {
        // A server that ignores the range sends everything; what we have is given up only once its first bytes are here.
        bool fromStart = response.StatusCode == HttpStatusCode.OK;
        long? total = response.Content.Headers.ContentLength + (fromStart ? 0 : part.Length);
        part.Seek(0, SeekOrigin.End);
        byte[] buffer = new byte[1 << 16];
        var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        while (true)
        {
            int count = await ReadAsync(body, buffer, cancellation).ConfigureAwait(false);
            if (count == 0) return fromStart ? (Said)$"sent an empty file" : null;
            if (fromStart)
            {
                // An IDX file starts with a zero, a gzip file with 1F.
                if (buffer[0] is not (0x1F or 0x00)) return $"sent something else than the file";
                part.SetLength(0);
                fromStart = false;
            }

            if (part.Length + count > file.MaximumLength)
            {
                part.SetLength(0);
                return $"sent more than the file is long";
            }

            part.Write(buffer, 0, count);
            progress?.Report(new DownloadProgress(file.Name, part.Length, total, address));
            stall.CancelAfter(stallTimeout);
        }
    }

    /// <summary>Reads what has come; a connection that breaks must not be taken for a disk that is full.</summary>
    private static async ValueTask<int> ReadAsync(Stream body, byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new NetworkException(e.Message, e);
        }
    }

    private sealed class NetworkException(string message, Exception inner) : Exception(message, inner);
}
