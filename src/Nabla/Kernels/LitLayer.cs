using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// The first layer, whose inputs are lists of lit places. A narrow one keeps four partial sums, to have enough chains
/// under way; a wide one has chains enough in its many neurons, and is worked on panel by panel.
/// </summary>
internal sealed unsafe class LitLayer<L, V> : KernelLayer<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    private readonly LitInputs<L, V> _lit;
    private readonly SparseRows<L, V>? _rows;
    private readonly SparseRows<L, V>? _columns;

    public LitLayer(PackedLayer parameters, int slots, bool learns, bool isLast)
        : base(parameters, slots, learns, isLast)
    {
        _lit = new LitInputs<L, V>(parameters.Inputs, slots);

        // By the layer's width, not the register's: it decides the order of the sums.
        if (Stride < Layout.PanelWidth) return;
        _rows = new SparseRows<L, V>(slots, parameters.Inputs);
        if (learns) _columns = new SparseRows<L, V>(Parameters.InputStride, slots);
    }

    public LitInputs<L, V> Lit => _lit;

    public override long Work => (long)Parameters.Inputs * Stride / 4;

    /// <summary>Whether the inputs must be listed by <see cref="Prepare"/>.</summary>
    public bool IsWide => _rows is not null;

    /// <summary>Lists the inputs of some slots as the products of a wide layer want them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Prepare((int From, int To) slots)
    {
        for (int e = slots.From; e < slots.To; e++)
        {
            _lit.Prefetch(e, second: false);
            _lit.Prefetch(e, second: true);
            _rows!.Read(_lit, e);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddProducts(PackedLayer target, int count, int part, int parts, float* panel)
    {
        if (part == 0) AddBiasProducts(target, count);
        if (_rows is null || count < SparseKernel<L, V>.WorthTransposing) AddExamples(target, count, part, parts);
        else AddColumns(target, count, part, parts, panel);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Sum(WorkShare share)
    {
        if (_rows is null)
        {
            for (int e = share.From; e < share.To; e++)
            {
                _lit.Prefetch(e, second: false);
                float* z = Z + (long)e * Stride, weights = Parameters.Panel(0), start = Parameters.Biases;
                for (int row = _lit.Row(e), end = _lit.Row(e + 1); row < end; row++, weights += LitInputs<L, V>.BlockSize * (long)Stride, start = z)
                    LitKernel<L, V>.Sums(_lit.Places(row), _lit.Values(row), _lit.Count(row), _lit.Scale, weights, start, z, Stride);
            }

            return;
        }

        for (int first = share.First; first < share.End; first += Layout.PanelWidth)
        {
            int width = Parameters.PanelWidth(first);
            float* z = Z + first;
            for (int block = 0; block < _rows.Blocks; block++)
            {
                float* weights = Parameters.Panel(first) + (long)block * Layout.PanelRows * width;
                SparseKernel<L, V>.MultiplyAdd(
                    _rows, block, weights, width, block == 0 ? Zeros : z, block == 0 ? 0 : Stride, z, Stride, share.From, share.To, width);
            }

            ScaleAndAddBiases(z + (long)share.From * Stride, Parameters.Biases + first, _lit.Scale, share.Slots, width, Stride);
        }
    }

    // Example by example; each part has neurons of its own.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddExamples(PackedLayer target, int count, int part, int parts)
    {
        var (from, to) = OwnNeurons(part, parts);
        for (int first = 0; first < Stride; first += Layout.PanelWidth)
        {
            int width = target.PanelWidth(first);
            int begin = Math.Max(0, from - first), end = Math.Min(width, to - first);
            for (int e = 0; e < count && begin < end; e++)
            {
                if (part == 0 && _rows is null) _lit.Prefetch(e, second: true);
                float* weights = target.Panel(first), delta = Delta + (long)e * Stride + first;
                for (int row = _lit.Row(e), last = _lit.Row(e + 1); row < last; row++, weights += LitInputs<L, V>.BlockSize * (long)width)
                    LitKernel<L, V>.Update(_lit.Places(row), _lit.Values(row), _lit.Count(row), _lit.Scale, delta, weights, width, begin, end);
            }
        }
    }

    // Input by input: a row of weights is read and written once for all the examples that light it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddColumns(PackedLayer target, int count, int part, int parts, float* panel)
    {
        var (from, to) = OwnInputs(part, parts);
        _columns!.Transpose(_rows!, count, from, to, _lit.Scale);
        for (int first = 0; first < Stride; first += Layout.PanelWidth)
        {
            int width = target.PanelWidth(first);
            float* weights = target.Panel(first);
            SparseKernel<L, V>.MultiplyAdd(_columns, 0, DeltaOf(first, count, panel), width, weights, width, weights, width, from, to, width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScaleAndAddBiases(float* z, float* biases, float scale, int count, int width, int stride)
    {
        V s = L.All(scale);
        for (int e = 0; e < count; e++)
        {
            for (int n = 0; n < width; n += L.Count) L.Store(L.MultiplyAdd(L.Load(z + n), s, L.Load(biases + n)), z + n);
            z += stride;
        }
    }
}
