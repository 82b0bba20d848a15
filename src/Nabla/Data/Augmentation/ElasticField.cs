using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nabla;

/// <summary>
/// One component of the random field of an elastic distortion: a draw from (−1, 1) for each pixel, convolved with
/// <c>exp(−d²/2σ²)</c> along both axes, its weights summing to 1. The image is taken as a tile of many.
/// </summary>
/// <remarks>Lanes run across pixels, and each pixel's sum has one order: the bits are the same for every width of the vectors.</remarks>
internal sealed class ElasticField
{
    // Every vector width divides it.
    private const int Multiple = 16;
    private const float Unit = 1f / 32768;

    private readonly int _width, _height, _stride, _radius;
    private readonly float[] _weights;
    private readonly float[] _line;
    private readonly float[] _smoothed;
    private readonly float[] _field;

    public ElasticField(int width, int height, double sigma)
    {
        (_width, _height) = (width, height);
        _stride = (width + Multiple - 1) / Multiple * Multiple;
        _radius = (int)Math.Ceiling(3 * sigma);
        double[] weights = [.. Enumerable.Range(-_radius, 2 * _radius + 1).Select(d => DeterministicMath.Exp(-d * d / (2 * sigma * sigma)))];
        double sum = weights.Sum();
        _weights = [.. weights.Select(weight => (float)(weight / sum))];
        _line = new float[_stride + 2 * _radius];
        _smoothed = new float[height * _stride];
        _field = new float[height * _stride];
    }

    /// <summary>The components of a row of pixels.</summary>
    public ReadOnlySpan<float> Row(int y) => _field.AsSpan(y * _stride, _width);

    /// <summary>Draws another field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Draw(Rng rng)
    {
        for (int y = 0; y < _height; y++)
        {
            var row = _line.AsSpan(_radius, _width);
            for (int x = 0; x < row.Length;)
            {
                // Four draws of 16 bits are in one of 64.
                ulong bits = rng.NextUInt64();
                for (int end = Math.Min(row.Length, x + 4); x < end; x++, bits >>= 16) row[x] = ((short)bits + 0.5f) * Unit;
            }

            for (int d = 1; d <= _radius; d++)
            {
                _line[_radius - d] = row[Wrapped(-d, _width)];
                _line[_radius + _width - 1 + d] = row[Wrapped(_width - 1 + d, _width)];
            }

            Smooth(_line, _smoothed.AsSpan(y * _stride, _stride));
        }

        for (int y = 0; y < _height; y++) SmoothDown(y);
    }

    private static int Wrapped(int place, int size) => (place % size + size) % size;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Smooth(ReadOnlySpan<float> line, Span<float> row)
    {
        ref float first = ref MemoryMarshal.GetReference(line);
        for (int x = 0; x < row.Length; x += Vector<float>.Count)
        {
            var sum = Vector<float>.Zero;
            for (int k = 0; k < _weights.Length; k++) sum += new Vector<float>(_weights[k]) * Vector.LoadUnsafe(ref first, (nuint)(x + k));
            sum.CopyTo(row[x..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SmoothDown(int y)
    {
        ref float first = ref MemoryMarshal.GetArrayDataReference(_smoothed);
        for (int x = 0; x < _stride; x += Vector<float>.Count)
        {
            var sum = Vector<float>.Zero;
            int line = Wrapped(y - _radius, _height);
            for (int k = 0; k < _weights.Length; k++)
            {
                sum += new Vector<float>(_weights[k]) * Vector.LoadUnsafe(ref first, (nuint)(line * _stride + x));
                if (++line == _height) line = 0;
            }

            sum.CopyTo(_field, y * _stride + x);
        }
    }
}
