using System.Text.Json;

namespace Nabla.Runs;

/// <summary>
/// Tells whose a folder is. It is a run's where its <c>run.json</c> is one that we wrote; it is free where there is nothing in it but what a
/// start leaves that was killed before that stood. Any other is the user's own, and nothing in it is touched.
/// </summary>
internal static class RunFolderOwner
{
    /// <summary>What keeps a run from being written into a folder, such as <c>'notes.txt', which no run wrote</c>; null where nothing does.</summary>
    /// <exception cref="IOException">It cannot be looked into.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be looked into.</exception>
    public static Said? StrangerIn(string folder)
    {
        if (!Directory.Exists(folder)) return null;

        // A stranger's folder may have anything under our names.
        foreach (string name in RunFiles.All.Append(RunFiles.Lock))
        {
            string path = Path.Combine(folder, name);
            if (PlainFile.IsAnythingAt(path) && PlainFile.WhatElse(path) is { } other) return $"'{name}', which is {other}";
        }

        foreach (string name in new[] { RunFiles.Keyframes, RunFiles.Replaced })
        {
            string path = Path.Combine(folder, name);
            if (!PlainFile.IsAnythingAt(path)) continue;
            if (!PlainFile.FolderExists(path)) return $"'{name}', which is no folder of its own";
            foreach (string file in Directory.EnumerateFileSystemEntries(path))
            {
                if (IsOfRun(Path.GetFileName(file)) && PlainFile.WhatElse(file) is { } other) return $"'{name}/{Printable.Name(Path.GetFileName(file))}', which is {other}";
            }
        }

        if (SavedRun.IsIn(folder)) return IsOurs(Path.Combine(folder, RunFiles.Record)) ? null : (Said)$"a '{RunFiles.Record}' that no run wrote";
        string? stranger = Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal).FirstOrDefault(name => !IsLeftOver(folder, name));
        return stranger is null ? null : (Said)$"'{Printable.Name(stranger)}', which no run wrote";
    }

    /// <summary>Whether a file of that name, directly in a run's folder or among its keyframes, would be a run's.</summary>
    public static bool IsOfRun(string name) => RunFiles.All.Contains(name) || RunFiles.StepOf(name) is not null;

    private static bool IsLeftOver(string folder, string name) =>
        (name == RunFiles.Lock && new FileInfo(Path.Combine(folder, name)).Length == 0)
        || (AtomicFile.TargetOf(name) == RunFiles.Record && PlainFile.Exists(Path.Combine(folder, name)));

    // Of whatever version, and though it may say what makes no sense.
    private static bool IsOurs(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(PlainFile.ReadAll(path, SavedRun.MostBytes));
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.Number
                && root.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
                && name.GetString()!.StartsWith(RunName.Prefix, StringComparison.Ordinal);
        }
        catch (Exception error) when (error is JsonException or InvalidDataException or InvalidOperationException)
        {
            return false;
        }
    }
}
