namespace Nabla.Cli;

/// <summary>Shows images in rows, as large as fits.</summary>
internal static class SheetView
{
    private const int SmallestTile = 8;

    public static void Write(Dataset examples, IReadOnlyList<int> indices, int? columns, Host host)
    {
        // A terminal of 80 columns has room for five digits at half their size, which is still easy to read.
        int tile = columns is { } given
            ? Math.Clamp((host.OutScreen.Width - 2) / given - 2, SmallestTile, examples.Width)
            : Math.Min(examples.Width, Math.Max(14, (examples.Width + 1) / 2));
        int height = Math.Max(1, (int)Math.Round((double)tile * examples.Height / examples.Width));
        int inRow = columns ?? Gallery.Fit(host.OutScreen, tile);
        foreach (int[] row in indices.Chunk(inRow))
        {
            if (host.OutScreen.IsTerminal) WriteRow(examples, row, tile, height, host);
            else WriteLines(examples, row, tile, height, host);
        }
    }

    private static void WriteRow(Dataset examples, int[] row, int width, int height, Host host) =>
        Gallery.WriteRow(SpectreConsole.For(host.Out, host.OutScreen), host.OutScreen,
        [
            .. row.Select(i => (Picture.Of(examples, i).Shrunk(width, height), $"[bold]{examples.Labels[i]}[/] [grey]#{i}[/]")),
        ]);

    private static void WriteLines(Dataset examples, int[] row, int width, int height, Host host)
    {
        var tiles = row.Select(i => HalfBlocks.Lines(Picture.Of(examples, i).Shrunk(width, height)).ToList()).ToList();
        for (int y = 0; y < tiles[0].Count; y++) host.Out.WriteLine(string.Join("  ", tiles.Select(tile => tile[y])).TrimEnd());
        host.Out.WriteLine(string.Join("  ", row.Select(i => $"{examples.Labels[i]} #{i}".PadRight(width))).TrimEnd());
    }
}
