using System.Text;

namespace Nabla.Fuzz;

/// <summary>Names of runs.</summary>
internal sealed class RunNames() : Reader("run-name", 100_000)
{
    public override IReadOnlyList<byte[][]> Samples { get; } = [.. RunSamples.Configurations.Select(c => new[] { Encoding.UTF8.GetBytes(RunName.Of(c)) })];

    public override IReadOnlyList<string> Words { get; } = RunSamples.Words;

    public override bool IsRefusal(Exception error) => error is FormatException;

    public override Action Read(byte[][] parts, string folder)
    {
        var configuration = RunName.Parse(HostileText.Decode(parts[0]));
        return () =>
        {
            string name = RunName.Of(configuration);
            Promise.That(RunName.Of(RunName.Parse(name)) == name, "a name that is read as it was written");
            Promise.That(name.All(c => c is > ' ' and <= '~'), "a name that an address can carry");
        };
    }
}
