namespace Nabla.Cli;

/// <summary>Looks at the place of a file before it is made.</summary>
internal static class OutputFile
{
    /// <summary>Throws where the file cannot be made, or would take another's place unasked.</summary>
    public static void Check(string path, bool overwrite)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        if (Directory.Exists(path)) throw CliException.Wrong($"--out is '{path}', which is a folder; give the name of a file.");
        if (!Directory.Exists(folder))
            throw CliException.Wrong($"--out is '{path}', but there is no folder '{folder}'; make it first, or choose another.");
        if (File.Exists(path) && !overwrite)
            throw CliException.Wrong($"--out is '{path}', which is there already; choose another name, or add --overwrite. "
                + "Nothing was overwritten.");
    }
}
