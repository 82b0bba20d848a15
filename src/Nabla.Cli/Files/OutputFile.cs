namespace Nabla.Cli;

/// <summary>Looks at the place of a file before it is made.</summary>
internal static class OutputFile
{
    /// <summary>Throws where the file cannot be made, or would take another's place unasked.</summary>
    /// <param name="path">The file.</param>
    /// <param name="endings">What its name may end in.</param>
    /// <param name="overwrite">Whether one that is there already may be replaced.</param>
    /// <param name="name">The option or argument that names it.</param>
    public static void Check(string path, FileEndings endings, bool overwrite, string name = "--out")
    {
        if (!endings.Include(path))
            throw CliException.Wrong($"{name} is '{path}', and its ending says no format that can be written; give a name that ends in {endings}.");
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        if (Directory.Exists(path)) throw CliException.Wrong($"{name} is '{path}', which is a folder; give the name of a file.");
        if (!Directory.Exists(folder))
            throw CliException.Wrong($"{name} is '{path}', but there is no folder '{folder}'; make it first, or choose another.");
        if (!overwrite && IsTaken(path))
            throw CliException.Wrong($"{name} is '{path}', which is there already; choose another name, or add --overwrite. "
                + $"Nothing was overwritten.");
    }

    // By whatever has that name; a link that leads nowhere is the user's too.
    private static bool IsTaken(string path) => (int)new FileInfo(path).Attributes != -1;
}
