namespace Nabla.Cli;

/// <summary>What is sent for a request.</summary>
/// <param name="ContentType">Its kind.</param>
/// <param name="Content">What is sent, unless it is a file.</param>
/// <param name="File">A file that is sent as it lies there, open; null where <paramref name="Content"/> is sent.</param>
/// <param name="Tag">Names this very content, so that a browser that has it need not get it again.</param>
internal sealed record Answer(string ContentType, ReadOnlyMemory<byte> Content, FileStream? File = null, string? Tag = null) : IDisposable
{
    /// <summary>How the content is compressed; null where it is not.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether another browser may be sent it otherwise compressed.</summary>
    public bool Varies { get; init; }

    /// <summary>Whether it never changes.</summary>
    public bool IsImmutable { get; init; }

    /// <summary>An index, made when it is asked for.</summary>
    public static Answer Json(byte[] content) => new(MediaType.Json, content);

    /// <summary>A file as it lies there, which may grow.</summary>
    public static Answer Of(string name, FileStream file) =>
        new(MediaType.Of(name), default, file, $"{System.IO.File.GetLastWriteTimeUtc(file.SafeFileHandle).Ticks:x}-{file.Length:x}");

    /// <summary>Lets go of the file.</summary>
    public void Dispose() => File?.Dispose();
}
