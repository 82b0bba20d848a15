using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Nabla;

/// <summary>
/// The inputs of the slots that are not zero, as places and values. Pixels keep their brightness from 0 to 255; whoever
/// uses them multiplies by <see cref="Scale"/> once an example instead of dividing every pixel.
/// </summary>
/// <remarks>
/// Places are 16 bits, for the loops over them wait for memory. More inputs than such places reach are cut into blocks of
/// <see cref="BlockSize"/>, a list each, whose places count from the block's first input. A slot's lists are the rows from
/// <see cref="Row"/> to the next slot's.
/// </remarks>
internal sealed unsafe class LitInputs<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    /// <summary>The most inputs of one list.</summary>
    public const int BlockSize = ushort.MaxValue + 1;

    private readonly int _inputs;
    private readonly int _blocks;
    private readonly int _stride;
    private readonly AlignedBuffer<float> _values;
    private readonly AlignedBuffer<nint> _places;
    private readonly int[] _counts;

    // Where the lists of the next pass begin, and how many lines of the cache they take.
    private readonly AlignedBuffer<nint> _next;
    private readonly int[] _nextLines;

    private readonly AlignedBuffer<byte> _brightness;

    // Lists made here, for inputs that come without one; most come with one.
    private AlignedBuffer<ushort>? _ownPlaces;

    public LitInputs(int inputs, int slots)
    {
        _inputs = inputs;
        _blocks = (inputs + BlockSize - 1) / BlockSize;
        _stride = Layout.Padded(Math.Min(inputs, BlockSize) + LitPixels.Slack);
        _brightness = new AlignedBuffer<byte>(_stride);
        _values = new AlignedBuffer<float>((long)slots * _blocks * _stride);
        _places = new AlignedBuffer<nint>((long)slots * _blocks);
        _counts = new int[slots * _blocks];
        _next = new AlignedBuffer<nint>(slots);
        _nextLines = new int[slots];
    }

    /// <summary>What a value must be multiplied by to be the input: 1/255 for pixels, 1 for numbers.</summary>
    public float Scale { get; private set; } = 1;

    /// <summary>The first row of a slot.</summary>
    public int Row(int slot) => slot * _blocks;

    /// <summary>Number of entries of a row, a multiple of <see cref="LitPixels.Multiple"/>.</summary>
    public int Count(int row) => _counts[row];

    /// <summary>Which inputs, ascending, from the first one of the row's block.</summary>
    public ushort* Places(int row) => (ushort*)_places.Pointer[row];

    /// <summary>Their values.</summary>
    public float* Values(int row) => _values.Pointer + (long)row * _stride;

    /// <summary>Uses the lists of some images, slot after slot from the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(LitPixels pixels, ReadOnlySpan<int> images)
    {
        Check(pixels.ImageSize);
        Scale = 1 / 255f;
        for (int slot = 0; slot < images.Length; slot++)
        {
            int image = images[slot], count = pixels.Count(image);
            byte* list = pixels[image];
            ToNumbers(list + 2 * count, Values(slot), count);
            _places.Pointer[slot] = (nint)list;
            _counts[slot] = count;
        }
    }

    /// <summary>Says which image a slot will have next, so that its list can be on its way from memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Announce(int slot, LitPixels pixels, int image)
    {
        _next.Pointer[slot] = (nint)pixels[image];
        _nextLines[slot] = (3 * pixels.Count(image) + 63) / 64 + 1;
    }

    /// <summary>
    /// Asks the memory for one half of what was announced; a few lines at a time, between the work on one slot and the next,
    /// for a processor can have only about a dozen on their way.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int slot, bool second)
    {
        if (!NetworkKernel.Prefetches) return;
        int half = _nextLines[slot] / 2;
        byte* line = (byte*)_next.Pointer[slot] + (second ? 64 * half : 0);
        for (int i = second ? _nextLines[slot] - half : half; i > 0; i--, line += 64) Sse.Prefetch0(line);
    }

    /// <summary>Lists the lit pixels of an image.</summary>
    public void Set(int slot, ReadOnlySpan<byte> pixels)
    {
        Check(pixels.Length);
        Scale = 1 / 255f;
        for (int row = Row(slot); !pixels.IsEmpty; row++)
        {
            var block = pixels[..Math.Min(BlockSize, pixels.Length)];
            SetRow(row, block);
            pixels = pixels[block.Length..];
        }
    }

    /// <summary>Lists the inputs that are not zero.</summary>
    public void Set(int slot, ReadOnlySpan<float> inputs)
    {
        Check(inputs.Length);
        Scale = 1;
        for (int row = Row(slot); !inputs.IsEmpty; row++)
        {
            var block = inputs[..Math.Min(BlockSize, inputs.Length)];
            SetRow(row, block);
            inputs = inputs[block.Length..];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SetRow(int row, ReadOnlySpan<byte> pixels)
    {
        ushort* places = OwnPlaces(row);
        int count = LitPixels.List(pixels, places, _brightness.Pointer);
        ToNumbers(_brightness.Pointer, Values(row), count);
        _places.Pointer[row] = (nint)places;
        _counts[row] = count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SetRow(int row, ReadOnlySpan<float> inputs)
    {
        ushort* places = OwnPlaces(row);
        float* values = Values(row);
        int count = 0;
        for (int k = 0; k < inputs.Length; k++)
        {
            places[count] = (ushort)k;
            values[count] = inputs[k];
            count += inputs[k] == 0 ? 0 : 1;
        }

        for (; count % LitPixels.Multiple != 0; count++)
        {
            places[count] = 0;
            values[count] = 0;
        }

        _places.Pointer[row] = (nint)places;
        _counts[row] = count;
    }

    // Once an example, or a pass: what is written and read beyond here has no bounds.
    private void Check(int inputs)
    {
        if (inputs != _inputs) throw Refusal.Argument($"The network takes {_inputs} inputs; {inputs} were given.");
    }

    // As many as a vector holds may be read and written beyond the end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ToNumbers(byte* brightness, float* values, int count)
    {
        for (float* end = values + count; values < end; values += L.Count, brightness += L.Count) L.Store(L.FromBytes(brightness), values);
    }

    private ushort* OwnPlaces(int row)
    {
        _ownPlaces ??= new AlignedBuffer<ushort>((long)_counts.Length * _stride);
        return _ownPlaces.Pointer + (long)row * _stride;
    }
}
