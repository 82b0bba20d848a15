using Spectre.Console;

namespace Nabla.Cli;

/// <summary>Pictures side by side, each with a line below it.</summary>
internal static class Gallery
{
    private const int Gap = 2;

    /// <summary>How many pictures of a size fit beside each other.</summary>
    public static int Fit(Screen screen, int size) => Math.Max(1, (screen.Width - 2 + Gap) / (size + Gap));

    /// <summary>One size for all: as small as shows the ink of each.</summary>
    public static int SizeFor(IEnumerable<Picture> pictures)
    {
        int size = pictures.Max(picture => Math.Max(picture.InkBox().Width, picture.InkBox().Height)) + 2;
        return size + size % 2;
    }

    /// <summary>Writes one row; in greys where no shade is given.</summary>
    public static void WriteRow(
        IAnsiConsole console, Screen screen, IReadOnlyList<(Picture Picture, Styled Caption)> row, Func<byte, Color>? shade = null)
    {
        var grid = new Grid();
        foreach (var (picture, _) in row)
        {
            grid.AddColumn(new GridColumn
            {
                Padding = new Padding(Gap, 0, 0, 0),
                Width = picture.Width,
                Alignment = Justify.Center,
                NoWrap = true,
            });
        }

        grid.AddRow([.. row.Select(tile => new HalfBlocks(tile.Picture, screen.HasColor, shade))]);
        grid.AddRow([.. row.Select(tile => tile.Caption.ToMarkup())]);
        console.Write(grid);
    }
}
