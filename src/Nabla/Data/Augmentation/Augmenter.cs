using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>Varies images of one size, one after the other, in memory that it keeps. One thread at a time.</summary>
internal sealed class Augmenter
{
    private readonly Augmentation _how;
    private readonly int _width, _height;
    private readonly ulong _seed;
    private readonly Rng _rng = new(0);
    private readonly ElasticField? _dx, _dy;

    // The image with a dark rim: one pixel before it, two behind, so that four neighbours are there wherever one looks.
    private readonly float[] _framed;
    private readonly int _row;

    public Augmenter(Augmentation how, int width, int height, ulong seed)
    {
        (_how, _width, _height, _seed) = (how, width, height, seed);
        _row = width + 3;
        _framed = new float[_row * (height + 3)];
        if (how.Elastic == 0) return;
        _dx = new ElasticField(width, height, how.Smoothness);
        _dy = new ElasticField(width, height, how.Smoothness);
    }

    /// <summary>Draws the variation of an image for an epoch.</summary>
    /// <param name="image">Its pixels.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="example">Which of the data it is.</param>
    /// <param name="result">Receives the pixels.</param>
    public void Draw(ReadOnlySpan<byte> image, int epoch, int example, Span<byte> result)
    {
        // Every draw is made whether it is used or not: what is set for one thing does not change another.
        _rng.Restart(_seed, RngStream.Variations, (ulong)epoch << 32 | (uint)example);
        double shiftX = _rng.NextDouble(-1, 1) * _how.Shift, shiftY = _rng.NextDouble(-1, 1) * _how.Shift;
        double turn = _rng.NextDouble(-1, 1) * _how.Rotation / 180;
        double scaleX = 1 + _rng.NextDouble(-1, 1) * _how.Scale, scaleY = 1 + _rng.NextDouble(-1, 1) * _how.Scale;
        _dx?.Draw(_rng);
        _dy?.Draw(_rng);

        double cos = DeterministicMath.CosPi(Math.Abs(turn)), sin = Math.CopySign(DeterministicMath.CosPi(Math.Abs(0.5 - Math.Abs(turn))), turn);
        var map = new Map((float)(cos / scaleX), (float)(sin / scaleX), (float)(-sin / scaleY), (float)(cos / scaleY), (float)shiftX, (float)shiftY);
        Frame(image);
        Interpolate(map, result);
    }

    private void Frame(ReadOnlySpan<byte> image)
    {
        for (int y = 0; y < _height; y++)
        {
            var row = _framed.AsSpan((y + 1) * _row + 1, _width);
            for (int x = 0; x < row.Length; x++) row[x] = image[y * _width + x];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Interpolate(Map map, Span<byte> result)
    {
        float middleX = (_width - 1) / 2f, middleY = (_height - 1) / 2f, strength = (float)_how.Elastic;
        for (int y = 0, at = 0; y < _height; y++)
        {
            ReadOnlySpan<float> dx = _dx is null ? default : _dx.Row(y), dy = _dy is null ? default : _dy.Row(y);
            float fromY = y - middleY - map.ShiftY;
            for (int x = 0; x < _width; x++, at++)
            {
                float fromX = x - middleX - map.ShiftX;
                float u = map.Xx * fromX + map.Xy * fromY + middleX, v = map.Yx * fromX + map.Yy * fromY + middleY;
                if (!dx.IsEmpty)
                {
                    u += strength * dx[x];
                    v += strength * dy[x];
                }

                // In the frame, where nothing is below zero, the whole part is the floor.
                u = Math.Clamp(u + 1, 0, _width + 1);
                v = Math.Clamp(v + 1, 0, _height + 1);
                int left = (int)u, top = (int)v;
                float right = u - left, below = v - top;
                ref float corner = ref _framed[top * _row + left];
                float upper = corner + right * (Unsafe.Add(ref corner, 1) - corner);
                ref float under = ref Unsafe.Add(ref corner, _row);
                float lower = under + right * (Unsafe.Add(ref under, 1) - under);
                result[at] = (byte)(upper + below * (lower - upper) + 0.5f);
            }
        }
    }

    /// <summary>Where a pixel comes from: <c>q = M·(p − c − t) + c</c>.</summary>
    private readonly record struct Map(float Xx, float Xy, float Yx, float Yy, float ShiftX, float ShiftY);
}
