using System.Globalization;
using System.Text.RegularExpressions;

namespace Nabla.Tests;

/// <summary>No line of code is longer than the editor is told to make it.</summary>
public sealed partial class LineLengthTests : IDisposable
{
    private static readonly string[] Folders = ["src", "tests", "eng", "bench", "samples"];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_line_is_longer_than_the_editor_is_told()
    {
        int most = int.Parse(Most().Match(File.ReadAllText(Path.Combine(Repository.Root, ".editorconfig"))).Groups["most"].Value, CultureInfo.InvariantCulture);

        Assert.Equal([], Folders.SelectMany(folder => Longer(Path.Combine(Repository.Root, folder), most)));
    }

    [Fact]
    public void A_longer_line_is_found_wherever_it_was_written()
    {
        // Characters count, not bytes.
        string text = string.Join('\n', new string('x', 20), new string('x', 21), new string('→', 20), new string('→', 21) + "\r", "");
        foreach (string name in new[] { "A.cs", "within/object/A.cs", "A.txt", "bin/A.cs", "within/obj/A.cs" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
            File.WriteAllText(_folder[name], text);
        }

        string[] expected = [.. new[] { "A.cs", "within/object/A.cs" }.SelectMany(name => new[] { $"{name}:2", $"{name}:4" })];
        Assert.Equal(expected.Select(place => $"{Path.GetRelativePath(Repository.Root, _folder.Path).Replace('\\', '/')}/{place} has 21 characters"), Longer(_folder.Path, 20));
    }

    private static IEnumerable<string> Longer(string folder, int most) =>
        from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        from line in File.ReadLines(file).Select((text, i) => (Number: i + 1, text.Length))
        where line.Length > most
        select $"{Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')}:{line.Number} has {line.Length} characters";

    [GeneratedRegex(@"^\[\*\.cs\][^\[]*^max_line_length = (?<most>\d+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Most();
}
