namespace Nabla.Cli;

/// <summary>A file that a chart is to be written to.</summary>
internal sealed record PictureRequest(string Path)
{
    /// <summary>Throws where the file cannot be made.</summary>
    public static PictureRequest Of(string path, bool overwrite)
    {
        if (System.IO.Path.GetExtension(path).ToLowerInvariant() is not (".png" or ".svg"))
            throw CliException.Wrong($"--out is '{path}'; give a name that ends in .png or .svg.");
        OutputFile.Check(path, overwrite);
        return new PictureRequest(path);
    }

    /// <summary>Writes it; a landscape nearly square, so that steps are seen to go straight down its slope.</summary>
    public void Write(Chart chart) => chart.Save(Path, chart.Heights is null ? null : new FigureOptions { Width = 660, Height = 660 });
}
