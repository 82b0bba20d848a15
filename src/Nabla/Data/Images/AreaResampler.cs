namespace Nabla;

/// <summary>
/// Scales part of an image. A pixel of the result is the mean over the area that it covers where the image shrinks, and
/// lies between its nearest neighbours where the image grows; either way nothing is skipped and nothing is jagged.
/// </summary>
internal static class AreaResampler
{
    /// <summary>Scales the pixels within bounds; what is outside counts as 0.</summary>
    /// <param name="pixels">The whole image, row by row; numbers below 0 and NaN count as 0.</param>
    /// <param name="width">Width of the whole image.</param>
    /// <param name="bounds">The part to be scaled.</param>
    /// <param name="scale">Pixels of the result to a pixel of the image.</param>
    /// <param name="columns">Width of the result.</param>
    /// <param name="rows">Height of the result.</param>
    public static float[] Resample(ReadOnlySpan<float> pixels, int width, InkBounds bounds, float scale, int columns, int rows) =>
        Resample(pixels, width, bounds, (scale, scale), columns, rows);

    /// <summary>The same with one scale across and another down.</summary>
    public static float[] Resample(
        ReadOnlySpan<float> pixels, int width, InkBounds bounds, (float Across, float Down) scale, int columns, int rows)
    {
        // Across first: what is left of the rows is short.
        float[] narrow = new float[bounds.Height * columns];
        for (int column = 0; column < columns; column++)
        {
            var window = new Window(column, scale.Across, bounds.Width);
            for (int row = 0; row < bounds.Height; row++)
            {
                var line = pixels.Slice((bounds.Top + row) * width + bounds.Left, bounds.Width);
                float sum = 0;
                for (int i = window.First; i <= window.Last; i++) sum += window.Weight(i) * float.MaxNumber(0, line[i]);
                narrow[row * columns + column] = sum;
            }
        }

        float[] result = new float[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            var window = new Window(row, scale.Down, bounds.Height);
            for (int i = window.First; i <= window.Last; i++)
            {
                float weight = window.Weight(i);
                for (int column = 0; column < columns; column++) result[row * columns + column] += weight * narrow[i * columns + column];
            }
        }

        return result;
    }

    /// <summary>The pixels of a line that one pixel of the result is made of, and the weight of each.</summary>
    private readonly struct Window
    {
        private readonly float _from, _to;

        public Window(int index, float scale, int length)
        {
            // Never narrower than a pixel: a growing image is then interpolated linearly.
            float middle = (index + 0.5f) / scale, half = MathF.Max(0.5f, 0.5f / scale);
            _from = middle - half;
            _to = middle + half;
            First = Math.Max(0, (int)MathF.Floor(_from + 1e-4f));
            Last = Math.Min(length - 1, (int)MathF.Ceiling(_to - 1e-4f) - 1);
        }

        public int First { get; }

        public int Last { get; }

        public float Weight(int i) => (MathF.Min(_to, i + 1) - MathF.Max(_from, i)) / (_to - _from);
    }
}
