using Spectre.Console;

namespace Nabla.Cli;

/// <summary>Shows pictures of numbers in rows, in colours where the terminal has them and otherwise in signs.</summary>
internal static class PictureGridView
{
    private const int Gap = 2, SmallestTile = 14;

    /// <summary>Saves pictures where a file is asked for; throws where there is nothing to draw.</summary>
    public static void Save(PictureGrid? grid, string? path, string what, Host host)
    {
        if (path is null) return;
        if (grid is null)
            throw CliException.Wrong($"--out is '{path}', but there is no picture here; these have one: {what}, where the inputs are images.");
        grid.Save(path);
        host.Notice($"the pictures are in {path}");
    }

    /// <summary>Shows pictures on a terminal, unless they went to a file.</summary>
    public static void Show(PictureGrid? grid, string? path, Host host)
    {
        if (grid is null || !host.OutScreen.IsTerminal || path is not null) return;
        host.Out.WriteLine();
        Write(grid, host);
    }

    public static void Write(PictureGrid grid, Host host)
    {
        var console = SpectreConsole.For(host.Out, host.OutScreen);
        bool color = host.OutScreen.HasColor;
        ChartView.WriteLine(grid.Title, "bold", host);
        ChartView.WriteLine(grid.Subtitle, "grey", host);
        if (grid.Pictures.Count == 0) return;

        var (least, most) = grid.Range();
        int wide = grid.Pictures.Max(picture => picture.Width), high = grid.Pictures.Max(picture => picture.Height);

        // A terminal of 80 columns has room for five digits at half their size.
        int width = Math.Clamp((wide + 1) / 2, Math.Min(wide, SmallestTile), host.OutScreen.Width - 2 * Gap);
        int height = Math.Max(1, (int)Math.Round((double)width * high / wide));
        int inRow = Math.Min(grid.Columns, Gallery.Fit(host.OutScreen, width));
        foreach (var row in grid.Pictures.Chunk(inRow))
        {
            var tiles = row.Select(picture => Levels(picture, least, most).Shrunk(width, height)).ToList();
            string[] captions = [.. row.Select(picture => Fit(picture.Caption, width))];
            if (color) Gallery.WriteRow(console, host.OutScreen, [.. tiles.Zip(captions.Select(Styled.Plain))], Shade);
            else WritePlain(tiles, captions);
        }

        ScaleLine.Write(grid.Kind, grid.Label, (least, most), host);

        Color Shade(byte level) => TerminalColors.Shade(grid.Kind, level / 255.0).ToSpectre();

        void WritePlain(List<Picture> tiles, string[] captions)
        {
            for (int y = 0; y < tiles[0].Height; y += 2)
            {
                var parts = tiles.Select(tile => string.Concat(Enumerable.Range(0, tile.Width).Select(x => Sign(tile, x, y))));
                host.Out.WriteLine(("  " + string.Join("  ", parts)).TrimEnd());
            }

            host.Out.WriteLine(("  " + string.Join("  ", captions.Select(caption => caption.PadRight(width)))).TrimEnd());

            // Two rows a line; a last odd row stands alone.
            char Sign(Picture tile, int x, int y) =>
                ScaleLine.Sign(grid.Kind, (tile[x, y] + tile[x, Math.Min(y + 1, tile.Height - 1)]) / 510.0);
        }
    }

    /// <summary>The values as levels: 0 is the least of the scale, 255 the most.</summary>
    private static Picture Levels(ValuePicture picture, double least, double most) => new(picture.Width, picture.Height,
        [.. picture.Values.Select(value => (value / 2 - least / 2) / (most / 2 - least / 2))
            .Select(part => double.IsNaN(part) ? (byte)0 : (byte)Math.Round(255 * Math.Clamp(part, 0, 1)))]);

    private static string Fit(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";
}
