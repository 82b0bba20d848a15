namespace Nabla;

/// <summary>
/// The hand that writes one digit: everything that varies from writing to writing and is not the style itself. The
/// spreads were chosen by eye and by how slant, breadth and width of the ink are spread in MNIST's training images.
/// </summary>
internal readonly struct Hand
{
    // The sketches' grid: a digit is about 100 high and has its middle at (50, 50).
    private const float Middle = 50;
    private readonly float _breadth, _slant, _cosine, _sine, _carelessness, _radius;

    /// <summary>A hand drawn at random.</summary>
    /// <param name="rng">The source of its traits.</param>
    public Hand(Rng rng)
    {
        _breadth = Math.Clamp(1 + 0.2f * Bell(rng), 0.6f, 1.6f);
        _slant = Math.Clamp(0.17f + 0.24f * Bell(rng), -0.3f, 0.65f);

        // The rotation by the angle whose half has the tangent t, without a sine that differs from machine to machine.
        float t = 0.045f * Bell(rng);
        _cosine = (1 - t * t) / (1 + t * t);
        _sine = 2 * t / (1 + t * t);
        _carelessness = (float)rng.NextDouble(0.5, 1.4);

        // Most pens are fine and some are very broad.
        float pen = (float)rng.NextNormal();
        _radius = Math.Clamp(6.8f + 1.9f * pen + 0.3f * pen * pen, 3.6f, 15);
    }

    /// <summary>
    /// Bends a sketch into this hand's shape: what is near in the sketch is moved alike, so that shapes stay plausible.
    /// </summary>
    /// <param name="rng">The source of the bends.</param>
    /// <param name="kinds">The kind of each point.</param>
    /// <param name="x">Horizontal coordinates, changed in place.</param>
    /// <param name="y">Vertical coordinates, changed in place.</param>
    public void Shape(Rng rng, ReadOnlySpan<PenStyle.PointKind> kinds, Span<float> x, Span<float> y)
    {
        const float Quadratic = 9, Cubic = 5.5f, Apart = 3;
        Span<float> a = stackalloc float[14];
        for (int i = 0; i < a.Length; i++) a[i] = _carelessness * (i < 6 ? Quadratic : Cubic) * Bell(rng);

        float strayX = 0, strayY = 0;
        for (int i = 0; i < x.Length; i++)
        {
            // Neighbours in a stroke stray together: an autoregression with the variance 1.
            bool starts = kinds[i].HasFlag(PenStyle.PointKind.Start);
            strayX = starts ? Bell(rng) : 0.5f * strayX + 0.866f * Bell(rng);
            strayY = starts ? Bell(rng) : 0.5f * strayY + 0.866f * Bell(rng);

            float u = (x[i] - Middle) / 50, v = (y[i] - Middle) / 50;
            float px = x[i] - Middle + _carelessness * Apart * strayX
                + a[0] * u * u + a[1] * u * v + a[2] * v * v
                + a[6] * u * u * u + a[7] * u * u * v + a[8] * u * v * v + a[9] * v * v * v;
            float py = y[i] - Middle + _carelessness * Apart * strayY
                + a[3] * u * u + a[4] * u * v + a[5] * v * v
                + a[10] * u * u * u + a[11] * u * u * v + a[12] * u * v * v + a[13] * v * v * v;

            px = _breadth * px - _slant * py;
            x[i] = _cosine * px - _sine * py;
            y[i] = _sine * px + _cosine * py;
        }
    }

    /// <summary>Gives a path its ink: a slight tremor, and a width that follows the pressure of the pen.</summary>
    /// <param name="rng">The source of tremor and pressure.</param>
    /// <param name="path">The path, changed in place.</param>
    public void Ink(Rng rng, InkPath path)
    {
        const float Tremor = 0.45f, Pressure = 0.18f, Roughness = 0.06f;
        var x = path.X;
        var y = path.Y;
        var radius = path.Radius;
        float shakeX = 0, shakeY = 0, slow = 0, quick = 0;
        for (int i = 0; i < x.Length; i++)
        {
            shakeX = 0.75f * shakeX + Even(rng);
            shakeY = 0.75f * shakeY + Even(rng);
            slow = 0.93f * slow + Even(rng);
            quick = 0.4f * quick + Even(rng);
            x[i] += Tremor * shakeX;
            y[i] += Tremor * shakeY;
            radius[i] = _radius * Math.Clamp(1 + Pressure * slow + Roughness * quick, 0.5f, 1.6f);
        }
    }

    /// <summary>A number between ±2.45 with mean 0 and variance 1: like a normal one, but nothing is ever far out.</summary>
    private static float Bell(Rng rng) => 2.4494898f * (float)(rng.NextDouble() + rng.NextDouble() - 1);

    /// <summary>A number between ±1.</summary>
    private static float Even(Rng rng) => (float)rng.NextDouble(-1, 1);
}
