namespace Nabla.Cli;

/// <summary>Shades of grey to show, row by row; 0 is the background.</summary>
internal sealed record Picture(int Width, int Height, byte[] Pixels)
{
    public static Picture Of(Dataset data, int index) => new(data.Width, data.Height, data.Image(index).ToArray());

    public byte this[int x, int y] => x < 0 || y < 0 || x >= Width || y >= Height ? (byte)0 : Pixels[y * Width + x];

    /// <summary>The ink's smallest box.</summary>
    public (int X, int Y, int Width, int Height) InkBox()
    {
        int left = Width, top = Height, right = -1, bottom = -1;
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                if (this[x, y] == 0) continue;
                (left, right) = (Math.Min(left, x), Math.Max(right, x));
                (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
            }
        }

        return right < 0 ? (0, 0, 1, 1) : (left, top, right - left + 1, bottom - top + 1);
    }

    /// <summary>A square part of a given size with the ink in its middle.</summary>
    public Picture AroundInk(int size)
    {
        var box = InkBox();
        int left = box.X - (size - box.Width) / 2, top = box.Y - (size - box.Height) / 2;
        byte[] part = new byte[size * size];
        for (int i = 0; i < part.Length; i++) part[i] = this[left + i % size, top + i / size];
        return new Picture(size, size, part);
    }

    /// <summary>The picture made smaller, each pixel the mean of the area that it stands for.</summary>
    public Picture Shrunk(int width, int height)
    {
        if (width >= Width && height >= Height) return this;
        byte[] small = new byte[width * height];
        double dx = (double)Width / width, dy = (double)Height / height;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++) small[y * width + x] = (byte)Math.Round(Mean(x * dx, (x + 1) * dx, y * dy, (y + 1) * dy));
        }

        return new Picture(width, height, small);
    }

    private double Mean(double left, double right, double top, double bottom)
    {
        double sum = 0;
        for (int y = (int)top; y < bottom; y++)
        {
            double tall = Math.Min(bottom, y + 1) - Math.Max(top, y);
            for (int x = (int)left; x < right; x++) sum += tall * (Math.Min(right, x + 1) - Math.Max(left, x)) * this[x, y];
        }

        return sum / ((right - left) * (bottom - top));
    }
}
