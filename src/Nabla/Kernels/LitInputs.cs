using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// The inputs of a mini-batch that are not zero: for each, where its row of weights begins, and its value. Four fifths
/// of an MNIST image are dark, and what is dark neither adds to a sum nor moves a weight.
/// </summary>
internal sealed unsafe class LitInputs(int inputs, int capacity)
{
    /// <summary>Lists are filled up with zeros to a multiple of this, the number of partial sums a product keeps.</summary>
    public const int Multiple = 4;

    private readonly int _stride = inputs + Multiple;
    private readonly AlignedBuffer<int> _rows = new((long)capacity * (inputs + Multiple));
    private readonly AlignedBuffer<float> _values = new((long)capacity * (inputs + Multiple));
    private readonly int[] _counts = new int[capacity];

    /// <summary>Number of entries of an example, a multiple of <see cref="Multiple"/>.</summary>
    public int Count(int example) => _counts[example];

    /// <summary>The inputs, ascending, each times the distance between rows of weights.</summary>
    public int* Rows(int example) => _rows.Pointer + (long)example * _stride;

    /// <summary>The values.</summary>
    public float* Values(int example) => _values.Pointer + (long)example * _stride;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(int example, ReadOnlySpan<byte> pixels, int rowDistance)
    {
        int* rows = Rows(example);
        float* values = Values(example);
        int count = 0;
        for (int k = 0; k < pixels.Length; k++)
        {
            // Always write, and step on only past lit pixels: no branch to guess wrong.
            rows[count] = k * rowDistance;
            values[count] = pixels[k] / 255f;
            count += pixels[k] == 0 ? 0 : 1;
        }

        Finish(example, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(int example, ReadOnlySpan<float> inputs, int rowDistance)
    {
        int* rows = Rows(example);
        float* values = Values(example);
        int count = 0;
        for (int k = 0; k < inputs.Length; k++)
        {
            rows[count] = k * rowDistance;
            values[count] = inputs[k];
            count += inputs[k] == 0 ? 0 : 1;
        }

        Finish(example, count);
    }

    private void Finish(int example, int count)
    {
        int* rows = Rows(example);
        float* values = Values(example);
        for (; count % Multiple != 0; count++)
        {
            rows[count] = 0;
            values[count] = 0;
        }

        _counts[example] = count;
    }
}
