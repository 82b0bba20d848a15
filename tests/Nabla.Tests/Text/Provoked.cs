using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Nabla.Tests.Text;

/// <summary>
/// With <c>NABLA_PROVOKED=FOLDER</c>, notes every refusal that the tests provoke, and every sentence that they look at: its key, and how it reads in
/// Chinese. So one can see which sentence no test provokes, and whether English is left in one.
/// </summary>
internal static class Provoked
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>The folder; null where nobody asked.</summary>
    internal static string? Folder { get; } = Environment.GetEnvironmentVariable("NABLA_PROVOKED") is { Length: > 0 } folder ? folder : null;

    /// <summary>What was noted so far.</summary>
    internal static IReadOnlyCollection<string> Keys => [.. Known.Keys];

#pragma warning disable CA2255 // Nothing else runs before every test of the assembly.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Listen()
    {
        if (Folder is null) return;
        string path = Path.Combine(Directory.CreateDirectory(Folder).FullName, $"{typeof(Provoked).Assembly.GetName().Name}.json");
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => Note(Said.Of(thrown.Exception));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllText(path, JsonSerializer.Serialize(Known));
    }

    /// <summary>Notes a sentence that a test has before it.</summary>
    internal static void Note(Said said)
    {
        Known.TryAdd(said.Key, said.In("zh"));
        foreach (var inner in said.Values.OfType<Said>()) Note(inner);
    }
}
