using System.Diagnostics;

namespace Nabla.Tests;

/// <summary>What the compiler keeps it does keep: a fault that is planted in a copy of the engine's first rooms fails its build.</summary>
public sealed class GuardTests : IDisposable
{
    private readonly TempFolder _copy = new();

    public GuardTests()
    {
        foreach (string file in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "README.md" }) Copy(file);
        foreach (string folder in new[] { "eng", "src/Nabla/Text", "src/Nabla/Settings", "src/Nabla/Randomness", "src/Nabla/Lanes" })
        {
            foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
            {
                string name = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
                if (!name.Contains("/obj/", StringComparison.Ordinal) && !name.Contains("/bin/", StringComparison.Ordinal)) Copy(name);
            }
        }

        foreach (string file in new[] { "src/Directory.Build.props", "src/Nabla/Nabla.csproj", "src/Nabla/Rooms.txt" }) Copy(file);
    }

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void A_room_that_uses_a_later_one_and_a_banned_symbol_are_errors()
    {
        // An extension, whose type is not named.
        Plant("Lanes/Later.cs", "internal static class Later { public static int Twice(this string text) => 2 * text.Length; }");
        Plant("Settings/Upward.cs", "internal static class Upward { public static int Of(string text) => text.Twice(); }");
        Plant("Text/Chance.cs", "internal static class Chance { public static int Next() => new System.Random().Next(); }");

        string said = Build();

        Assert.Matches(@"Upward\.cs.*error NABLA0001: Settings uses Later, which is of Lanes", said);
        Assert.Matches(@"Chance\.cs.*error RS0030: .*Random", said);
    }

    [Fact]
    public void The_engine_cannot_use_what_teaches()
    {
        Plant("Lanes/Taught.cs", "internal static class Taught { public static object Of() => Nabla.Experiments.Experiment.All; }");
        Assert.Matches(@"Taught\.cs.*error CS0234: .*'Experiments'", Build());
    }

    private void Plant(string name, string text) => Write($"src/Nabla/{name}", $"namespace Nabla;\n\n{text}\n");

    private void Copy(string name) => Write(name, File.ReadAllText(Path.Combine(Repository.Root, name)));

    private void Write(string name, string text)
    {
        string path = _copy[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Build()
    {
        var start = new ProcessStartInfo("dotnet", ["build", _copy["src/Nabla"], "-p:RunAnalyzers=true", "-p:UseSharedCompilation=false", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var build = Process.Start(start)!;
        string said = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.NotEqual(0, build.ExitCode);
        return said;
    }
}
