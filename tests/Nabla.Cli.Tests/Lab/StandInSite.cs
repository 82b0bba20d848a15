using System.IO.Compression;
using System.Text;

namespace Nabla.Cli.Tests;

/// <summary>A page of a few files, so that its serving is tested without Node and without the engine for the browser.</summary>
internal static class StandInSite
{
    public const string Html = "<!doctype html><html lang=en><title>Stand-in</title><script type=module src=./assets/page-BxJ9f_2a.js></script>";

    /// <summary>Long enough that compressing it gains.</summary>
    public static readonly string Script = string.Concat(Enumerable.Range(0, 500).Select(i => $"console.log({i});\n"));

    public static readonly byte[] Wasm = [0, (byte)'a', (byte)'s', (byte)'m', .. new byte[5000]];

    /// <summary>What Vite would build, and the engine.</summary>
    public static void WriteSources(string page, string framework)
    {
        Write(page, "index.html", Html);
        Write(page, "assets/page-BxJ9f_2a.js", Script);
        Write(page, "assets/page-C0ffee12.css", "body{margin:0}");
        Write(page, "favicon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        Write(page, ".hidden", "hidden");
        Write(framework, "dotnet.js", Script);
        Directory.CreateDirectory(framework);
        File.WriteAllBytes(Path.Combine(framework, "dotnet.native.wasm"), Wasm);
        File.WriteAllBytes(Path.Combine(framework, "Nabla.bin"), Wasm);
    }

    /// <summary>A site as an installed command carries it.</summary>
    public static void Compose(string site)
    {
        WriteSources(site, Path.Combine(site, "_framework"));
        foreach (string path in Directory.GetFiles(site, "*", SearchOption.AllDirectories).Where(path => new FileInfo(path).Length > 1024))
        {
            Compress(path, ".br", target => new BrotliStream(target, CompressionLevel.SmallestSize));
            Compress(path, ".gz", target => new GZipStream(target, CompressionLevel.SmallestSize));
        }
    }

    private static void Compress(string path, string ending, Func<Stream, Stream> way)
    {
        using var copy = way(File.Create(path + ending));
        copy.Write(File.ReadAllBytes(path));
    }

    private static void Write(string folder, string name, string text)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
    }
}
