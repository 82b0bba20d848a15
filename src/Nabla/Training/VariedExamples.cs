using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// The images of an epoch in its order, varied: a block of them at a time, drawn by all threads of a crew ahead of the kernels. What an
/// image becomes depends on seed, epoch and example alone, so neither blocks nor threads show in the result.
/// </summary>
internal sealed class VariedExamples
{
    // Enough that giving work to threads does not show, few enough to stay in the cache.
    private const int BlockSize = 256;

    private readonly Dataset _data;
    private readonly EpochOrder _order;
    private readonly Crew _crew;
    private readonly Augmenter[] _augmenters;
    private readonly byte[] _images;
    private readonly Action<int, int> _draw;
    private int _epoch, _start, _count;

    public VariedExamples(Dataset data, EpochOrder order, Augmentation augmentation, ulong seed, Crew crew)
    {
        (_data, _order, _crew) = (data, order, crew);
        _augmenters = [.. Enumerable.Range(0, crew.Size).Select(_ => new Augmenter(augmentation, data.Width, data.Height, seed))];
        _images = new byte[Math.Min(BlockSize, data.Count) * data.Inputs];
        _draw = DrawPart;
    }

    /// <summary>The image at a place of the order of the epoch under way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<byte> At(int epoch, int place)
    {
        if (epoch != _epoch || place < _start || place >= _start + _count)
        {
            (_epoch, _start, _count) = (epoch, place, Math.Min(_images.Length / _data.Inputs, _order.Count - place));
            _crew.Run(_draw);
        }

        return _images.AsSpan((place - _start) * _data.Inputs, _data.Inputs);
    }

    private void DrawPart(int part, int parts)
    {
        var examples = _order.Slice(_start, _count);
        for (int i = part; i < examples.Length; i += parts)
            _augmenters[part].Draw(_data.Image(examples[i]), _epoch, examples[i], _images.AsSpan(i * _data.Inputs, _data.Inputs));
    }
}
