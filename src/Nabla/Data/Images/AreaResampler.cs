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
        new Rows(bounds, (scale, scale), columns, rows).Take(pixels, width, (from, to) => from.CopyTo(to));

    /// <summary>Scales a whole grey image, with one scale across and another down.</summary>
    public static float[] Resample(GrayImage image, int columns, int rows) =>
        new Rows(new InkBounds(0, 0, image.Width, image.Height, 255), ((float)columns / image.Width, (float)rows / image.Height), columns, rows)
            .Take<byte>(image.Pixels, image.Width, (from, to) =>
            {
                for (int i = 0; i < to.Length; i++) to[i] = from[i];
            });

    private delegate void Load<T>(ReadOnlySpan<T> from, Span<float> to);

    /// <summary>Takes an image row by row, so that it needs no more room than a row and the result.</summary>
    private sealed class Rows(InkBounds bounds, (float Across, float Down) scale, int columns, int rows)
    {
        private readonly Window[] _across = [.. Enumerable.Range(0, columns).Select(column => new Window(column, scale.Across, bounds.Width))];
        private readonly Window[] _down = [.. Enumerable.Range(0, rows).Select(row => new Window(row, scale.Down, bounds.Height))];
        private readonly float[] _narrow = new float[columns];
        private readonly float[] _result = new float[rows * columns];

        public float[] Take<T>(ReadOnlySpan<T> pixels, int width, Load<T> load)
        {
            float[] line = new float[bounds.Width];
            int first = 0;
            for (int row = 0; row < bounds.Height; row++)
            {
                load(pixels.Slice((bounds.Top + row) * width + bounds.Left, bounds.Width), line);
                Narrow(line);
                while (first < rows && _down[first].Last < row) first++;
                for (int to = first; to < rows && _down[to].First <= row; to++)
                {
                    float weight = _down[to].Weight(row);
                    for (int column = 0; column < columns; column++) _result[to * columns + column] += weight * _narrow[column];
                }
            }

            return _result;
        }

        // Across first: what is left of the row is short.
        private void Narrow(float[] line)
        {
            for (int column = 0; column < columns; column++)
            {
                var window = _across[column];
                float sum = 0;
                for (int i = window.First; i <= window.Last; i++) sum += window.Weight(i) * float.MaxNumber(0, line[i]);
                _narrow[column] = sum;
            }
        }
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
