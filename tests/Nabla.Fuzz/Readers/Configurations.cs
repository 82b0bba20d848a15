using System.Text.Json;

namespace Nabla.Fuzz;

/// <summary>Configurations of runs as JSON, then their names, and the JSON made of them.</summary>
internal sealed class Configurations() : Reader("configuration", 40_000)
{
    public override IReadOnlyList<byte[][]> Samples { get; } = [.. RunSamples.Configurations.Select(c => new[] { JsonSerializer.SerializeToUtf8Bytes(c) })];

    public override IReadOnlyList<string> Words { get; } = RunSamples.Words;

    public override Action Read(byte[][] parts, string folder)
    {
        var configuration = RunConfiguration.Load(Write(folder, "x.json", parts[0]));
        return () => Use(configuration, folder);
    }

    internal static void Use(RunConfiguration configuration, string folder)
    {
        string name = RunName.Of(configuration);
        Promise.That(RunName.Of(RunName.Parse(name)) == name, "a name that is read as it was written");
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(configuration);
        Promise.That(RunName.Of(RunConfiguration.Load(Write(folder, "again.json", json))) == name, "JSON that is read as it was written");
    }
}
