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

    public HiddenLayer(DenseLayer layer, KernelLayer<L, V> before, int slots, bool learns, bool isLast)
        : base(layer, slots, passesBack: learns, isLast)
    {
        _before = before;
        if (learns && before.Parameters.Activation == Activation.Relu) _columns = new SparseRows<L, V>(Parameters.InputStride, slots);
    }

    public override long Work => (long)Parameters.Inputs * Stride;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Sum(int from, int to, float* panel)
    {
        if (_before.SparseA(from, to, WorthListing) is { } active)
        {
            SparseKernel<L, V>.MultiplyAdd(
                active, Parameters.ByInput, Stride, Parameters.Inputs, Parameters.Biases, 0, Z, Stride, from, to, Stride, panel);
            return;
        }

        MatrixKernel<L, V>.MultiplyAdd(
            _before.A + (long)from * _before.Stride, _before.Stride, 1, Parameters.ByInput, Stride, Parameters.Biases, 0,
            Z + (long)from * Stride, Stride, to - from, Parameters.Inputs, Stride, panel);
    }

    /// <summary><c>∂C/∂a_k = Σ_j w_jk·δ_j</c> for the layer before, of the slots from…to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void PassBack(int from, int to, float* panel)
    {
        float* target = _before.Delta + (long)from * _before.Stride;
        if (SparseDelta(from, to, WorthListing) is { } active)
        {
            SparseKernel<L, V>.MultiplyAdd(
                active, Parameters.ByNeuron, Parameters.InputStride, Parameters.Outputs, _before.Zeros, 0, _before.Delta, _before.Stride, from, to, _before.Stride, panel);
        }
        else
        {
            MatrixKernel<L, V>.MultiplyAdd(
                Delta + (long)from * Stride, Stride, 1, Parameters.ByNeuron, Parameters.InputStride, _before.Zeros, 0,
                target, _before.Stride, to - from, Parameters.Outputs, _before.Stride, panel);
        }

        _before.MultiplyBySlope(from, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddProducts(PackedLayer target, int count, int part, int parts, float* panel)
    {
        if (part == 0) AddBiasProducts(target, count);
        var (from, to) = OwnInputs(part, parts);
        float* weights = target.ByInput + (long)from * Stride;
        if (count >= SparseKernel<L, V>.WorthPacking && _before.SparseA(0, count, WorthListingForUpdate) is { } active)
        {
            _columns!.Transpose(active, count, from, to, scale: 1);
            SparseKernel<L, V>.MultiplyAdd(
                _columns, Delta, Stride, count, target.ByInput, Stride, target.ByInput, Stride, from, to, Stride, panel);
        }
        else
        {
            MatrixKernel<L, V>.MultiplyAdd(
                _before.A + from, 1, _before.Stride, Delta, Stride, weights, Stride, weights, Stride, to - from, count, Stride, panel);
        }

        target.CopyToNeurons(from, to);
    }
}
