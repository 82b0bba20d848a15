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

    public LitLayer(DenseLayer layer, int slots, bool learns, bool isLast)
        : base(layer, slots, passesBack: false, isLast)
    {
        _lit = new LitInputs<L, V>(layer.Inputs, slots);

        // By the layer's width, not the register's: it decides the order of the sums.
        if (Stride < 64) return;
        _rows = new SparseRows<L, V>(slots, layer.Inputs);
        if (learns) _columns = new SparseRows<L, V>(Parameters.InputStride, slots);
    }

    public LitInputs<L, V> Lit => _lit;

    public override long Work => (long)Parameters.Inputs * Stride / 4;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Sum(int from, int to, float* panel)
    {
        if (_rows is null)
        {
            for (int e = from; e < to; e++)
            {
                _lit.Prefetch(e, second: false);
                LitKernel<L, V>.Sums(_lit.Places(e), _lit.Values(e), _lit.Count(e), _lit.Scale, Parameters.ByInput, Parameters.Biases, Z + (long)e * Stride, Stride);
            }

            return;
        }

        for (int e = from; e < to; e++)
        {
            _lit.Prefetch(e, second: false);
            _lit.Prefetch(e, second: true);
            _rows.Read(_lit, e);
        }

        float* z = Z + (long)from * Stride;
        SparseKernel<L, V>.MultiplyAdd(_rows, Parameters.ByInput, Stride, Parameters.Inputs, Zeros, 0, Z, Stride, from, to, Stride, panel);
        ScaleAndAddBiases(z, Parameters.Biases, _lit.Scale, to - from, Stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddProducts(PackedLayer target, int count, int part, int parts, float* panel)
    {
        if (part == 0) AddBiasProducts(target, count);
        if (_rows is null || count < SparseKernel<L, V>.WorthPacking)
        {
            // Example by example; each part has neurons of its own.
            var (first, end) = OwnNeurons(part, parts);
            for (int e = 0; e < count; e++)
            {
                if (part == 0) _lit.Prefetch(e, second: true);
                LitKernel<L, V>.Update(_lit.Places(e), _lit.Values(e), _lit.Count(e), _lit.Scale, Delta + (long)e * Stride, target.ByInput, Stride, first, end);
            }

            return;
        }

        // Input by input: a row of weights is read and written once for all the examples that light it.
        var (from, to) = OwnInputs(part, parts);
        _columns!.Transpose(_rows, count, from, to, _lit.Scale);
        SparseKernel<L, V>.MultiplyAdd(
            _columns, Delta, Stride, count, target.ByInput, Stride, target.ByInput, Stride, from, to, Stride, panel);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScaleAndAddBiases(float* z, float* biases, float scale, int count, int stride)
    {
        V s = L.All(scale);
        for (int e = 0; e < count; e++)
        {
            for (int n = 0; n < stride; n += L.Count) L.Store(L.MultiplyAdd(L.Load(z + n), s, L.Load(biases + n)), z + n);
            z += stride;
        }
    }
}
