using System.Globalization;

namespace Nabla.Fuzz;

/// <summary>An input that broke the contract, and how many did so likewise.</summary>
/// <param name="Reader">The reader's name.</param>
/// <param name="Seed">The seed of the hunt.</param>
/// <param name="Index">Which input of that seed.</param>
/// <param name="Problem">What was broken, and where: the same for all that are alike.</param>
/// <param name="Detail">What the exception said.</param>
/// <param name="Parts">The input.</param>
internal sealed record Finding(string Reader, ulong Seed, int Index, string Problem, string Detail, byte[][] Parts)
{
    /// <summary>How many inputs of the hunt are alike.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Keeps the input as files, and tells how to see it again.</summary>
    public string Report()
    {
        string folder = Path.Combine(Path.GetTempPath(), "nabla-fuzz");
        Directory.CreateDirectory(folder);
        string[] paths = [.. Parts.Select((_, i) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Reader}-{Seed}-{Index}.{i}")))];
        for (int i = 0; i < paths.Length; i++) File.WriteAllBytes(paths[i], Parts[i]);
        return $"""
            {Reader}: {Problem} ({Count} inputs)
              said:  {Shown(Detail)}
              input: {string.Join(' ', paths)}
              again: dotnet run --project tests/Nabla.Fuzz -- --reader {Reader} --seed {Seed} --from {Index} --inputs 1
            """;
    }

    // A broken message must not do to our terminal what it was found for.
    private static string Shown(string text)
    {
        const int Longest = 300;
        string line = string.Concat(text.Take(Longest).Select(c => c is < ' ' or > '~' ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : $"{c}"));
        return text.Length > Longest ? line + "…" : line;
    }
}
