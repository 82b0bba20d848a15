namespace Nabla.Tests;

/// <summary>Where the ink of an image is, found by looking at every pixel.</summary>
public readonly record struct Ink(int Left, int Top, int Width, int Height, double CenterX, double CenterY)
{
    public static Ink Of(ReadOnlySpan<byte> image, int width)
    {
        double mass = 0, x = 0, y = 0;
        var columns = new SortedSet<int>();
        var rows = new SortedSet<int>();
        for (int i = 0; i < image.Length; i++)
        {
            if (image[i] == 0) continue;
            mass += image[i];
            x += image[i] * (double)(i % width);
            y += image[i] * (double)(i / width);
            columns.Add(i % width);
            rows.Add(i / width);
        }

        return new Ink(columns.Min, rows.Min, columns.Max - columns.Min + 1, rows.Max - rows.Min + 1, x / mass, y / mass);
    }
}
