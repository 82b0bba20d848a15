using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>A layer behind another one. Where that one is wide and rectifying, what is off in it is left out.</summary>
internal sealed unsafe class HiddenLayer<L, V> : KernelLayer<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    // Up to which part of entries a product over lists is faster than a dense one: as measured, on AVX-512. An update has
    // few steps for each weight it reads and writes, so that a dense one is further from its limit.
    private const double WorthListing = 0.35, WorthListingForUpdate = 0.6;

    private readonly KernelLayer<L, V> _before;
    private readonly SparseRows<L, V>? _columns;

    // The activations before a wide layer, a row a neuron: an update goes over them once for every panel.
    private readonly AlignedBuffer<float>? _turned;
    private readonly int _turnedStride;

    public HiddenLayer(PackedLayer parameters, KernelLayer<L, V> before, int slots, bool learns, bool isLast)
        : base(parameters, slots, learns, isLast)
    {
        _before = before;
        if (learns && before.Parameters.Activation.IsSparse) _columns = new SparseRows<L, V>(Parameters.InputStride, slots);
        if (!learns || Stride <= Layout.PanelWidth) return;
        _turnedStride = Layout.Padded(slots);
        _turned = new AlignedBuffer<float>((long)Parameters.InputStride * _turnedStride);
    }

    public override long Work => (long)Parameters.Inputs * Stride;

    /// <summary><c>∂C/∂a_k = Σ_j w_jk·δ_j</c> for the layer before; one part of several.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void PassBack(int count, int part, int parts, float* panel)
    {
        var share = WorkShare.Of(count, _before.Stride, part, parts);
        var active = SparseDelta(share.From, share.To, WorthListing);
        int outputs = Parameters.Outputs;
        for (int first = share.First; first < share.End; first += Layout.PanelWidth)
        {
            int width = Math.Min(Layout.PanelWidth, _before.Stride - first);
            float* target = _before.Delta + first;
            if (Parameters.ByNeuron != null)
            {
                Multiply(null, 0, share, Delta, Stride, Parameters.ByNeuron + first, Parameters.InputStride, _before.Zeros, 0, target, _before.Stride, outputs, width);
                continue;
            }

            for (int block = 0, j = 0; j < outputs; block++, j += Layout.PanelRows)
            {
                Turn(first, width, j, panel);
                Multiply(
                    active, block, share, Delta + j, Stride, panel, width, j == 0 ? _before.Zeros : target, j == 0 ? 0 : _before.Stride, target, _before.Stride,
                    Math.Min(Layout.PanelRows, outputs - j), width);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddProducts(PackedLayer target, int count, int part, int parts, float* panel)
    {
        if (part == 0) AddBiasProducts(target, count);
        var (from, to) = OwnInputs(part, parts);
        var active = count >= SparseKernel<L, V>.WorthTransposing ? _before.SparseA(0, count, WorthListingForUpdate) : null;
        float* a = _before.A + from;
        int aRow = 1, aStep = _before.Stride;
        if (active is not null)
        {
            _columns!.Transpose(active, count, from, to, scale: 1);
        }
        else if (_turned is not null)
        {
            (aRow, aStep) = (_turnedStride, 1);
            Transposer.Copy(a, _before.Stride, _turned.Pointer + (long)from * aRow, aRow, (count + 3) / 4 * 4, to - from);
            a = _turned.Pointer + (long)from * aRow;
        }

        for (int first = 0; first < Stride; first += Layout.PanelWidth)
        {
            int width = target.PanelWidth(first);
            float* delta = DeltaOf(first, count, panel), weights = target.Panel(first), own = weights + (long)from * width;
            if (active is not null) SparseKernel<L, V>.MultiplyAdd(_columns!, 0, delta, width, weights, width, weights, width, from, to, width);
            else MatrixKernel<L, V>.MultiplyAdd(a, aRow, aStep, delta, width, own, width, own, width, to - from, count, width);
        }

        target.CopyToNeurons(from, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Sum(WorkShare share)
    {
        var active = _before.SparseA(share.From, share.To, WorthListing);
        int inputs = Parameters.Inputs;
        for (int first = share.First; first < share.End; first += Layout.PanelWidth)
        {
            int width = Parameters.PanelWidth(first);
            float* z = Z + first;
            for (int block = 0, k = 0; k < inputs; block++, k += Layout.PanelRows)
            {
                Multiply(
                    active, block, share, _before.A + k, _before.Stride, Parameters.Panel(first) + (long)k * width, width,
                    k == 0 ? Parameters.Biases + first : z, k == 0 ? 0 : Stride, z, Stride, Math.Min(Layout.PanelRows, inputs - k), width);
            }
        }
    }

    // A block of a product, by the list of what is on where there is one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(
        SparseRows<L, V>? active, int block, WorkShare share, float* a, int aRow, float* b, int bRow, float* start, int startRow, float* c, int cRow, int steps, int width)
    {
        if (active is not null)
        {
            SparseKernel<L, V>.MultiplyAdd(active, block, b, bRow, start, startRow, c, cRow, share.From, share.To, width);
            return;
        }

        long from = share.From;
        MatrixKernel<L, V>.MultiplyAdd(a + from * aRow, aRow, 1, b, bRow, start + from * startRow, startRow, c + from * cRow, cRow, share.Slots, steps, width);
    }

    // The weights of one panel's worth of inputs and one block of neurons, a row a neuron.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Turn(int input, int width, int neuron, float* panel)
    {
        int end = Math.Min(neuron + Layout.PanelRows, Stride);
        for (int first = neuron; first < end; first += Layout.PanelWidth)
        {
            int columns = Parameters.PanelWidth(first);
            Transposer.Copy(Parameters.Panel(first) + (long)input * columns, columns, panel, width, width, columns);
            panel += columns * width;
        }
    }
}
