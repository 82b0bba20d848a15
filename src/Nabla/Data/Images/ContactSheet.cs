namespace Nabla;

/// <summary>Many images of a data set on one sheet: dark ink on white paper, with thin light lines in between.</summary>
public static class ContactSheet
{
    private const byte Paper = 255;
    private const byte Line = 224;

    /// <summary>Lays images out in rows, from the top left.</summary>
    /// <param name="data">Images; in MNIST's way, 0 is their background and 255 their ink.</param>
    /// <param name="indices">Which images, in this order; at least one.</param>
    /// <param name="columns">Images in a row, at least 1. A sheet is never wider than the images it has.</param>
    /// <param name="gap">Width of the lines between and around images in pixels, at least 0.</param>
    /// <exception cref="InvalidOperationException">The data are not images.</exception>
    /// <exception cref="ArgumentException">No image is asked for, or the sheet would have more than 100 million pixels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image, or a size is out of its range.</exception>
    public static GrayImage Draw(Dataset data, ReadOnlySpan<int> indices, int columns = 20, int gap = 1)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        if (indices.IsEmpty) throw Refusal.Argument($"A contact sheet needs at least one image.");
        if (!data.IsImages) throw Refusal.Operation($"The inputs of '{Printable.Path(data.Name)}' are numbers, not images.");
        foreach (int index in indices) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)data.Count, nameof(indices));

        columns = Math.Min(columns, indices.Length);
        long rows = (indices.Length + columns - 1) / columns;
        long width = columns * ((long)data.Width + gap) + gap;
        long height = rows * ((long)data.Height + gap) + gap;
        if ((Int128)width * height > GrayImage.MostPixels)
            throw Refusal.Argument($"A sheet of {width}×{height} pixels is too large; show fewer images.");

        byte[] sheet = new byte[width * height];
        Array.Fill(sheet, Line);
        for (int i = 0; i < columns * rows; i++)
        {
            long x = gap + i % columns * ((long)data.Width + gap);
            long y = gap + i / columns * ((long)data.Height + gap);
            for (int line = 0; line < data.Height; line++)
            {
                var cell = sheet.AsSpan((int)((y + line) * width + x), data.Width);
                cell.Fill(Paper);
                if (i >= indices.Length) continue;
                var ink = data.Image(indices[i]).Slice(line * data.Width, data.Width);
                for (int j = 0; j < ink.Length; j++) cell[j] = (byte)(Paper - ink[j]);
            }
        }

        return new GrayImage((int)width, (int)height, sheet);
    }
}
