namespace Nabla.Cli;

/// <summary>What kind of file an ending says; browsers are told not to guess.</summary>
internal static class MediaType
{
    public const string Json = "application/json";
    public const string Words = "text/plain; charset=utf-8";
    public const string Bytes = "application/octet-stream";

    public static string Of(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".json" or ".map" => Json,
        ".jsonl" => "application/jsonl",
        ".wasm" => "application/wasm",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".ico" => "image/x-icon",
        ".woff2" => "font/woff2",
        ".webmanifest" => "application/manifest+json",
        ".txt" => Words,
        ".gz" => "application/gzip",
        _ => Bytes,
    };
}
