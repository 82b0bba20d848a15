namespace Nabla;

/// <summary>
/// The paper's own shade from place to place, where a shadow or a lamp makes it uneven: the grey-scale closing of the picture, seen in tiles, which fills
/// what is dark and narrow (of light ink the opening, which fills what is light).
/// </summary>
internal sealed class Background
{
    /// <summary>The picture is looked at in so many tiles along its longer side.</summary>
    private const int Tiles = 24;

    /// <summary>What is narrower than twice so many tiles is ink on the paper, and no shade of it.</summary>
    private const int Reach = 3;

    /// <summary>A window is this part of the longer side, more than twice as wide as a stroke.</summary>
    private const int Window = 10;

    /// <summary>Smaller pictures have too few pixels to tell a shade from a stroke.</summary>
    public const int SmallestSide = 48;

    /// <summary>The paper becomes this light, or for light ink as far from white.</summary>
    public const int Paper = 235;

    private readonly GrayImage _picture;
    private readonly bool _darkInk;
    private readonly int _side, _columns, _rows;
    private readonly byte[] _tiles;

    private Background(GrayImage picture, bool darkInk)
    {
        (_picture, _darkInk) = (picture, darkInk);
        _side = Math.Max(1, Math.Max(picture.Width, picture.Height) / Tiles);
        (_columns, _rows) = ((picture.Width + _side - 1) / _side, (picture.Height + _side - 1) / _side);
        _tiles = new byte[_columns * _rows];
        for (int i = 0; i < _tiles.Length; i++) _tiles[i] = Quantile(i % _columns * _side, i / _columns * _side, darkInk ? 0.8 : 0.2);
        for (int step = 0; step < 2 * Reach; step++) _tiles = Farthest(largest: darkInk == step < Reach);
    }

    /// <summary>Whether a picture is large enough to tell a shade from a stroke.</summary>
    public static bool CanBeSeen(GrayImage picture) => Math.Min(picture.Width, picture.Height) >= SmallestSide;

    /// <summary>
    /// Whether ink is darker than what is around it: the third moment of the pixels about the mean of a window around each. A straight edge between two
    /// shades, a gradient and a shadow add nothing to it, for they go as far up as down; thin strokes do.
    /// </summary>
    public static bool HasDarkInk(GrayImage picture)
    {
        int width = picture.Width, height = picture.Height, reach = Math.Max(width, height) / Window / 2, stride = width + 1;

        // The summed-area table (Crow 1984): the sum over any rectangle from its four corners.
        long[] sums = new long[stride * (height + 1)];
        for (int y = 0; y < height; y++)
        {
            long row = 0;
            for (int x = 0; x < width; x++) sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + (row += picture.Pixels[y * width + x]);
        }

        double moment = 0;
        for (int y = 0; y < height; y++)
        {
            int top = Math.Max(0, y - reach), bottom = Math.Min(height, y + reach + 1);
            for (int x = 0; x < width; x++)
            {
                int left = Math.Max(0, x - reach), right = Math.Min(width, x + reach + 1);
                long sum = sums[bottom * stride + right] - sums[top * stride + right] - sums[bottom * stride + left] + sums[top * stride + left];
                double away = picture.Pixels[y * width + x] - (double)sum / ((right - left) * (bottom - top));
                moment += away * away * away;
            }
        }

        return moment <= 0;
    }

    /// <summary>
    /// Evens the paper out: each pixel is divided by what the paper around it shows, which is how light works (p = illumination · reflectance). A picture
    /// whose paper is even already is given back as it is: a shade is seen on the border too, and what does not reach it is a stroke, be it ever so wide.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <param name="darkInk">Whether the ink is darker than the paper.</param>
    /// <param name="least">An unevenness that does harm.</param>
    public static GrayImage Flatten(GrayImage picture, bool darkInk, int least)
    {
        if (!CanBeSeen(picture)) return picture;
        var paper = new Background(picture, darkInk);
        return paper.UnevennessOfBorder() < least ? picture : paper.Divided();
    }

    private int UnevennessOfBorder()
    {
        byte[] border = [.. _tiles.Where((_, i) => i % _columns == 0 || i % _columns == _columns - 1 || i < _columns || i >= _tiles.Length - _columns)];
        return border.Max() - border.Min();
    }

    private GrayImage Divided()
    {
        byte[] flat = new byte[_picture.Pixels.Length];
        for (int i = 0; i < flat.Length; i++)
        {
            int light = _darkInk ? _picture.Pixels[i] : 255 - _picture.Pixels[i];
            float here = _darkInk ? At(i) : 255 - At(i);
            byte even = (byte)Math.Min(255, Paper * light / Math.Max(8, here));
            flat[i] = _darkInk ? even : (byte)(255 - even);
        }

        return new GrayImage(_picture.Width, _picture.Height, flat);
    }

    /// <summary>The shade below which a part of a tile's pixels lies.</summary>
    private byte Quantile(int left, int top, double part)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        int right = Math.Min(left + _side, _picture.Width), bottom = Math.Min(top + _side, _picture.Height);
        for (int y = top; y < bottom; y++)
        {
            foreach (byte pixel in _picture.Pixels.AsSpan(y * _picture.Width + left, right - left)) counts[pixel]++;
        }

        int before = (int)((right - left) * (bottom - top) * part), shade = 0;
        for (int seen = counts[0]; seen <= before; seen += counts[shade]) shade++;
        return (byte)shade;
    }

    private byte[] Farthest(bool largest)
    {
        byte[] result = new byte[_tiles.Length];
        for (int i = 0; i < result.Length; i++)
        {
            byte farthest = _tiles[i];
            for (int y = Math.Max(0, i / _columns - 1); y <= Math.Min(_rows - 1, i / _columns + 1); y++)
            {
                for (int x = Math.Max(0, i % _columns - 1); x <= Math.Min(_columns - 1, i % _columns + 1); x++)
                    farthest = largest ? Math.Max(farthest, _tiles[y * _columns + x]) : Math.Min(farthest, _tiles[y * _columns + x]);
            }

            result[i] = farthest;
        }

        return result;
    }

    /// <summary>The background at a pixel, interpolated between the middles of the tiles.</summary>
    private float At(int pixel)
    {
        float x = Math.Clamp((pixel % _picture.Width + 0.5f) / _side - 0.5f, 0, _columns - 1);
        float y = Math.Clamp((pixel / _picture.Width + 0.5f) / _side - 0.5f, 0, _rows - 1);
        int left = (int)x, top = (int)y, right = Math.Min(left + 1, _columns - 1), bottom = Math.Min(top + 1, _rows - 1);
        return float.Lerp(
            float.Lerp(_tiles[top * _columns + left], _tiles[top * _columns + right], x - left),
            float.Lerp(_tiles[bottom * _columns + left], _tiles[bottom * _columns + right], x - left), y - top);
    }
}
