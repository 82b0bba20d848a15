namespace Nabla;

/// <summary>Draws one digit after another as different people might write it. Not for several threads at once.</summary>
internal sealed class DigitPainter
{
    // Distance of the points of a path on the sketches' grid: about a pixel of the finished image.
    private const float Step = 5;

    private readonly InkPath _path = new();
    private readonly float[] _x = new float[DigitStyles.MostPoints];
    private readonly float[] _y = new float[DigitStyles.MostPoints];
    private readonly float[] _ink = new float[MnistFrame.Box * MnistFrame.Box];

    /// <summary>Draws a digit.</summary>
    /// <param name="rng">The source of style and hand.</param>
    /// <param name="digit">0 to 9.</param>
    /// <param name="image">28×28 pixels, overwritten: 0 paper to 255 ink.</param>
    public void Paint(Rng rng, int digit, Span<byte> image)
    {
        var style = Choose(rng, DigitStyles.Of(digit));
        var hand = new Hand(rng);
        var kinds = style.Kinds;
        var x = _x.AsSpan(0, kinds.Length);
        var y = _y.AsSpan(0, kinds.Length);
        style.Blend(rng, x, y);
        hand.Shape(rng, kinds, x, y);

        _path.Clear();
        for (int start = 0, end; start < kinds.Length; start = end)
        {
            end = start + 1;
            while (end < kinds.Length && !kinds[end].HasFlag(PenStyle.PointKind.Start)) end++;
            _path.AddStroke(x[start..end], y[start..end], kinds[start..end], Step);
        }

        hand.Ink(rng, _path);
        _path.FitInto(MnistFrame.Box);
        InkRasterizer.Draw(_path, rng, _ink, MnistFrame.Box);
        MnistFrame.Center(_ink, MnistFrame.Box, MnistFrame.Box, image);
    }

    private static PenStyle Choose(Rng rng, ReadOnlySpan<PenStyle> styles)
    {
        int shares = 0;
        foreach (var style in styles) shares += style.Share;
        int drawn = rng.NextInt(shares);
        int chosen = 0;
        while (drawn >= styles[chosen].Share) drawn -= styles[chosen++].Share;
        return styles[chosen];
    }
}
