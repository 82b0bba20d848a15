namespace Nabla;

/// <summary>Tells ink from paper in a picture whose paper is light or dark.</summary>
internal static class Paper
{
    /// <summary>Less contrast than this between ink and paper is no ink.</summary>
    private const int FaintestContrast = 24;

    /// <summary>More pixels than these are no strays, however large the picture: a digit in pen on a whole page has a few hundred.</summary>
    private const int MostStrays = 80;

    /// <summary>
    /// Measures how much ink each pixel has. The paper is what most of the border shows; ink is what differs from it most, and what differs no more than
    /// the paper itself does (its grain, a shadow, the compression of a photograph) is none. Where the border shows more than one shade, as with the
    /// table's edge on it, ink is what stands out from what is around it.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <param name="flatten">Whether the paper may be of more than one shade.</param>
    /// <returns>0 for paper to 1 for full ink, row by row; all 0 where nothing is drawn.</returns>
    public static float[] Remove(GrayImage picture, bool flatten)
    {
        float[] ink = new float[picture.Pixels.Length];
        var shades = new Shades(picture);
        if (Math.Max(shades.Contrast(true), shades.Contrast(false)) < FaintestContrast) return ink;

        bool isUneven = flatten && shades.IsUneven && Background.CanBeSeen(picture);
        bool darkInk = isUneven ? Background.HasDarkInk(picture) : shades.Contrast(true) >= shades.Contrast(false);
        var flat = flatten ? Background.Flatten(picture, darkInk, isUneven ? 0 : shades.Contrast(darkInk) / 5) : picture;
        if (flat != picture) shades = new Shades(flat, darkInk ? Background.Paper : 255 - Background.Paper);
        int contrast = shades.Contrast(darkInk);
        if (contrast < FaintestContrast) return ink;

        float grain = Math.Min(1.5f * shades.Grain(darkInk), 0.5f * contrast), full = MathF.Max(grain + 1, 0.95f * contrast);
        for (int i = 0; i < ink.Length; i++)
        {
            int difference = darkInk ? shades.Paper - flat.Pixels[i] : flat.Pixels[i] - shades.Paper;
            ink[i] = Math.Clamp((difference - grain) / (full - grain), 0, 1);
        }

        return ink;
    }

    /// <summary>How often each shade occurs in a picture, and in a frame along its border, a thirtieth of the picture wide.</summary>
    private sealed class Shades
    {
        private readonly int[] _border = new int[256];
        private readonly int _darkest, _lightest;

        public Shades(GrayImage picture, int? paper = null)
        {
            int[] all = new int[256];
            int frame = 1 + Math.Min(picture.Width, picture.Height) / 30;
            for (int y = 0, i = 0; y < picture.Height; y++)
            {
                bool inner = y >= frame && y < picture.Height - frame;
                for (int x = 0; x < picture.Width; x++, i++)
                {
                    all[picture.Pixels[i]]++;
                    if (!inner || x < frame || x >= picture.Width - frame) _border[picture.Pixels[i]]++;
                }
            }

            // The darkest and the lightest, a few stray pixels apart.
            int strays = Math.Min(picture.Pixels.Length / 1000, MostStrays);
            (_darkest, _lightest) = (Quantile(all, strays), Quantile(all, picture.Pixels.Length - 1 - strays));
            Paper = paper ?? Quantile(_border, _border.Sum() / 2);
            int tenth = _border.Sum() / 10;
            IsUneven = Quantile(_border, _border.Sum() - 1 - tenth) - Quantile(_border, tenth) > (_lightest - _darkest) / 4;
        }

        /// <summary>The paper's shade; where it is not known, the border's middle one.</summary>
        public int Paper { get; }

        /// <summary>Whether the border is of more than one shade.</summary>
        public bool IsUneven { get; }

        public int Contrast(bool darkInk) => darkInk ? Paper - _darkest : _lightest - Paper;

        /// <summary>
        /// How far the paper itself goes from its shade in the direction of ink, but for a tenth of it (a quarter, where there is ink on the
        /// border). What goes more than half the way to the ink is none.
        /// </summary>
        public int Grain(bool darkInk)
        {
            int step = darkInk ? -1 : 1, most = Contrast(darkInk) / 2, paper = 0, seen = 0, away = 0;
            for (int shade = 0; shade < 256; shade++)
            {
                if ((shade - Paper) * step <= most) paper += _border[shade];
            }

            // Beside ink on the border, its soft edges are there too.
            bool isInked = paper < 0.9 * _border.Sum();
            for (away = most; away > 0 && (seen += _border[Paper + step * away]) <= paper / (isInked ? 4 : 10); away--)
            {
            }

            return away;
        }

        /// <summary>The shade that has the given number of pixels before it when they stand in order.</summary>
        private static int Quantile(int[] counts, int before)
        {
            int shade = 0;
            for (int seen = counts[0]; seen <= before; seen += counts[shade]) shade++;
            return shade;
        }
    }
}
