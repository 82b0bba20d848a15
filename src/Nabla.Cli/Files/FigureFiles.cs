namespace Nabla.Cli;

/// <summary>Where the charts and pictures of a report go: the first into one file, or all into a folder.</summary>
internal sealed class FigureFiles
{
    private readonly string _path;

    private FigureFiles(string path) => _path = path;

    private bool IsFile => Figure.Endings.Include(_path);

    /// <summary>Throws where they cannot be kept there, or would take another's place unasked.</summary>
    public static FigureFiles Plan(string path, bool overwrite)
    {
        if (Figure.Endings.Include(path))
        {
            OutputFile.Check(path, Figure.Endings, overwrite);
            return new FigureFiles(path);
        }

        if (File.Exists(path)) throw CliException.Wrong($"--out is '{path}', which is there already and is no picture; choose another name.");
        if (Path.HasExtension(path) && !Directory.Exists(path))
            throw CliException.Wrong($"--out is '{path}'; pictures are written as {Figure.Endings}: give a name that ends so, "
                + $"or that of a folder, without a dot, for all of them.");
        string parent = Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        if (!Directory.Exists(parent))
            throw CliException.Wrong($"--out is '{path}', but there is no folder '{parent}'; make it first, or choose another.");
        if (!overwrite && Directory.Exists(path) && Directory.EnumerateFiles(path, "*.png").Any())
            throw CliException.Wrong($"--out is '{path}', which holds pictures already; choose another folder, or add --overwrite. "
                + $"Nothing was overwritten.");
        return new FigureFiles(path);
    }

    /// <summary>Writes them.</summary>
    /// <returns>The files.</returns>
    public IReadOnlyList<string> Save(ExperimentReport report)
    {
        if (!IsFile) Directory.CreateDirectory(_path);
        var files = new List<string>();
        foreach (var chart in report.Charts) Add(chart.Title, file => chart.Save(file));
        foreach (var grid in report.Pictures) Add(grid.Title, file => grid.Save(file));
        return files;

        void Add(string title, Action<string> save)
        {
            if (IsFile && files.Count > 0) return;
            files.Add(IsFile ? _path : Path.Combine(_path, $"{files.Count + 1}-{Slug(title)}.png"));
            save(files[^1]);
        }
    }

    private static string Slug(string title) =>
        string.Join('-', new string([.. title.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
