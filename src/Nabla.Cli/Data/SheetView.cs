namespace Nabla.Cli;

/// <summary>Shows images in rows, as large as fits.</summary>
internal static class SheetView
{
    private const int SmallestTile = 8;

    /// <summary>How many images fit in a row of a terminal.</summary>
    public static int Fit(Dataset examples, Host host) => Gallery.Fit(host.OutScreen, SmallTile(examples));

    /// <summary>Shows images.</summary>
    /// <param name="examples">The images.</param>
    /// <param name="indices">Which of them.</param>
    /// <param name="columns">How many in a row.</param>
    /// <param name="host">Where.</param>
    /// <param name="caption">What to write below one, beside its class.</param>
    public static void Write(Dataset examples, IReadOnlyList<int> indices, int columns, Host host, Func<int, string> caption)
    {
        int tile = columns == Fit(examples, host)
            ? SmallTile(examples)
            : Math.Min(examples.Width, Math.Max(SmallestTile, (host.OutScreen.Width - 2) / columns - 2));
        int height = Math.Max(1, (int)Math.Round((double)tile * examples.Height / examples.Width));
        foreach (int[] row in indices.Chunk(columns))
        {
            if (host.OutScreen.IsTerminal) WriteRow(examples, row, tile, height, host, caption);
            else WriteLines(examples, row, tile, height, host, caption);
        }
    }

    // A terminal of 80 columns has room for five digits at half their size, which is still easy to read.
    private static int SmallTile(Dataset examples) => Math.Min(examples.Width, Math.Max(14, (examples.Width + 1) / 2));

    private static void WriteRow(Dataset examples, int[] row, int width, int height, Host host, Func<int, string> caption) =>
        Gallery.WriteRow(SpectreConsole.For(host.Out, host.OutScreen), host.OutScreen,
        [
            .. row.Select(i => (Picture.Of(examples, i).Shrunk(width, height), (Styled)$"[bold]{examples.Labels[i]}[/] [grey]{caption(i)}[/]")),
        ]);

    private static void WriteLines(Dataset examples, int[] row, int width, int height, Host host, Func<int, string> caption)
    {
        var tiles = row.Select(i => HalfBlocks.Lines(Picture.Of(examples, i).Shrunk(width, height)).ToList()).ToList();
        for (int y = 0; y < tiles[0].Count; y++) host.Out.WriteLine(string.Join("  ", tiles.Select(tile => tile[y])).TrimEnd());
        host.Out.WriteLine(string.Join("  ", row.Select(i => $"{examples.Labels[i]} {caption(i)}".PadRight(width))).TrimEnd());
    }
}
