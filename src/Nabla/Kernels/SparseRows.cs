using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Nabla;

/// <summary>
/// The entries of a matrix that are not zero, row by row, ascending. Rows are cut into blocks of
/// <see cref="Layout.PanelRows"/> columns, so that a product can stay within a part of the other matrix that fits the nearest cache.
/// </summary>
internal sealed unsafe class SparseRows<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    private const int Block = Layout.PanelRows;

    private readonly int _stride;
    private readonly AlignedBuffer<int> _places;
    private readonly AlignedBuffer<float> _values;
    private readonly AlignedBuffer<int> _starts;

    public SparseRows(int rows, int columns)
    {
        Blocks = (columns + Block - 1) / Block;
        _stride = Layout.Padded(columns) + Layout.RowMultiple;
        _places = new AlignedBuffer<int>((long)rows * _stride);
        _values = new AlignedBuffer<float>((long)rows * _stride);
        _starts = new AlignedBuffer<int>((long)rows * (Blocks + 1));
    }

    /// <summary>Blocks of columns.</summary>
    public int Blocks { get; }

    /// <summary>Columns of the entries of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int* Places(int row) => _places.Pointer + (long)row * _stride;

    /// <summary>Values of the entries of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* Values(int row) => _values.Pointer + (long)row * _stride;

    /// <summary>Where each block begins among the entries of a row; one more for the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int* Starts(int row) => _starts.Pointer + (long)row * (Blocks + 1);

    /// <summary>Number of entries of a row.</summary>
    public int Count(int row) => Starts(row)[Blocks];

    /// <summary>Lists the entries of some rows of a matrix whose rows are filled up with zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(float* matrix, int stride, int from, int to)
    {
        for (int r = from; r < to; r++)
        {
            float* row = matrix + (long)r * stride, values = Values(r);
            int* places = Places(r), starts = Starts(r);
            int count = 0;
            for (int block = 0; block < Blocks; block++)
            {
                starts[block] = count;
                int end = Math.Min(stride, (block + 1) * Block);
                for (int c = block * Block; c < end; c += L.Count)
                    count += L.Compress(L.Load(row + c), c, values + count, places + count);
            }

            starts[Blocks] = count;
        }
    }

    /// <summary>Lists the lit inputs of a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(LitInputs<L, V> lit, int slot)
    {
        int* places = Places(slot), starts = Starts(slot);
        float* values = Values(slot);
        int count = 0;
        for (int row = lit.Row(slot), end = lit.Row(slot + 1), first = 0; row < end; row++, first += LitInputs<L, V>.BlockSize)
            count = Append(lit, row, first, places, values, count);
        starts[0] = 0;
        for (int block = 1; block < Blocks; block++) starts[block] = FirstAtLeast(places, starts[block - 1], count, block * Block);
        starts[Blocks] = count;
    }

    /// <summary>
    /// Lists the transpose, times a number: the entries of the columns from…to of the first rows of <paramref name="other"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Transpose(SparseRows<L, V> other, int otherRows, int from, int to, float scale)
    {
        // Our columns are the slots of one pass: a single block, whose starts are 0 and the number of entries.
        int* ends = _starts.Pointer + 1, placesOfAll = _places.Pointer;
        float* valuesOfAll = _values.Pointer;
        nint stride = _stride;
        for (int r = from; r < to; r++) (ends[2 * r - 1], ends[2 * r]) = (0, 0);
        for (int e = 0; e < otherRows; e++)
        {
            int* places = other.Places(e);
            float* values = other.Values(e);
            int count = other.Count(e);
            for (int i = 0; i < count; i++)
            {
                int r = places[i];
                if (r < from) continue;
                if (r >= to) break;
                nint at = r * stride + ends[2 * r]++;
                placesOfAll[at] = e;
                valuesOfAll[at] = values[i] * scale;
            }
        }
    }

    /// <summary>Adds a list whose places count from some input.</summary>
    /// <returns>Number of entries now.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Append(LitInputs<L, V> lit, int row, int first, int* places, float* values, int before)
    {
        ushort* source = lit.Places(row);
        float* sourceValues = lit.Values(row);
        int count = lit.Count(row);
        places += before;
        values += before;

        // As many as a vector holds may be read and written beyond the end.
        var offset = Vector128.Create((uint)first);
        for (int i = 0; i < count; i += L.Count) L.Store(L.Load(sourceValues + i), values + i);
        for (int i = 0; i < count; i += Vector128<ushort>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.Load(source + i));
            (low + offset).Store((uint*)places + i);
            (high + offset).Store((uint*)places + i + Vector128<uint>.Count);
        }

        // The list is filled up with dark entries, which are places of zero again.
        while (count > 0 && values[count - 1] == 0) count--;
        return before + count;
    }

    // Places ascend; half of what is left is ruled out at a time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FirstAtLeast(int* places, int from, int to, int bound)
    {
        int length = to - from;
        while (length > 0)
        {
            int half = length >> 1;
            bool below = places[from + half] < bound;
            from = below ? from + half + 1 : from;
            length = below ? length - half - 1 : half;
        }

        return from;
    }
}
