namespace Nabla.Cli;

/// <summary>A file that a chart is to be written to.</summary>
internal sealed record PictureRequest(string Path)
{
    /// <summary>Throws where the file cannot be made.</summary>
    public static PictureRequest Of(string path, bool overwrite)
    {
        OutputFile.Check(path, Figure.Endings, overwrite);
        return new PictureRequest(path);
    }

    /// <summary>Writes it; a landscape nearly square, so that steps are seen to go straight down its slope.</summary>
    public void Write(Chart chart) => chart.Save(Path, chart.Heights is null ? null : new FigureOptions { Width = 660, Height = 660 });
}
