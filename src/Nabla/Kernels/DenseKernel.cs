using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// The vectorised twin of the reference, for one register width. Forward pass, backward pass and update are the same
/// few products; the first layer's run over lit inputs alone.
/// </summary>
internal sealed unsafe class DenseKernel<L, V> : INetworkKernel
    where L : struct, ILanes<V>
    where V : unmanaged
{
    private readonly PackedLayer[] _layers;
    private readonly LayerBuffers[] _buffers;
    private readonly LitInputs<L, V> _lit;
    private readonly AlignedBuffer<float> _targets;
    private readonly Cost? _cost;
    private PackedLayer[]? _gradient;

    public DenseKernel(Network network, Cost? cost, int slots)
    {
        Capacity = slots;
        _cost = cost;
        _layers = [.. network.Layers.Select((layer, l) => new PackedLayer(layer, passesBack: cost is not null && l > 0))];
        _buffers = [.. _layers.Select(layer => new LayerBuffers(slots, layer.Stride))];
        _lit = new LitInputs<L, V>(network.Inputs, slots);
        _targets = new AlignedBuffer<float>((long)slots * Last.Stride);
        Load(network);
    }

    public int Capacity { get; }

    private PackedLayer Last => _layers[^1];

    private LayerBuffers LastBuffers => _buffers[^1];

    public void Load(Network network)
    {
        for (int l = 0; l < _layers.Length; l++) _layers[l].Load(network.Layers[l]);
    }

    public void Store(Network network)
    {
        for (int l = 0; l < _layers.Length; l++) _layers[l].Store(network.Layers[l]);
    }

    public void SetInput(int slot, ReadOnlySpan<byte> pixels) => _lit.Set(slot, pixels);

    public void SetInput(int slot, LitPixels pixels, int image) => _lit.Set(slot, pixels, image);

    public void SetInput(int slot, ReadOnlySpan<float> values) => _lit.Set(slot, values);

    public void SetTarget(int slot, int label)
    {
        var target = _targets.Span.Slice(slot * Last.Stride, Last.Stride);
        target.Clear();
        target[label] = 1;
    }

    public ReadOnlySpan<float> Output(int slot) => new(LastBuffers.A + (long)slot * Last.Stride, Last.Outputs);

    public void Forward(int count)
    {
        for (int l = 0; l < _layers.Length; l++)
        {
            var (layer, buffers) = (_layers[l], _buffers[l]);
            if (l == 0)
            {
                for (int e = 0; e < count; e++)
                    LitKernel<L, V>.Sums(_lit.Places(e), _lit.Values(e), _lit.Count(e), _lit.Scale, layer.ByInput, layer.Biases, buffers.Z + (long)e * layer.Stride, layer.Stride);
            }
            else
            {
                var before = _layers[l - 1];
                for (int e = 0; e < count; e++)
                    new ReadOnlySpan<float>(layer.Biases, layer.Stride).CopyTo(new Span<float>(buffers.Z + (long)e * layer.Stride, layer.Stride));
                MatrixKernel<L, V>.MultiplyAdd(
                    _buffers[l - 1].A, before.Stride, 1, layer.ByInput, layer.Stride, buffers.Z, layer.Stride, count, layer.Inputs, layer.Stride);
            }

            if (layer.Activation == Activation.Softmax)
            {
                for (int e = 0; e < count; e++)
                    OutputKernel<L, V>.Softmax(buffers.Z + (long)e * layer.Stride, buffers.A + (long)e * layer.Stride, layer.Outputs, layer.Stride);
            }
            else
            {
                ActivationKernel<L, V>.Apply(layer.Activation, buffers.Z, buffers.A, buffers.Slope, count * layer.Stride);
                ClearFilling(buffers.A, count, layer);
            }
        }
    }

    public double CostSum(int count)
    {
        float* z = LastBuffers.Z, a = LastBuffers.A, y = _targets.Pointer;
        int outputs = Last.Outputs, stride = Last.Stride;
        if (_cost == Cost.Quadratic) return OutputKernel<L, V>.Quadratic(a, y, count, outputs, stride);
        if (_cost == Cost.HalfQuadratic) return OutputKernel<L, V>.Quadratic(a, y, count, outputs, stride) / 2;

        double sum = 0;
        for (long row = 0; row < (long)count * stride; row += stride)
        {
            sum += _cost == Cost.CrossEntropy
                ? OutputKernel<L, V>.CrossEntropy(z + row, y + row, outputs, stride)
                : OutputKernel<L, V>.BinaryCrossEntropy(z + row, y + row, outputs, stride);
        }

        return sum;
    }

    public void Backward(int count)
    {
        OutputError(count);
        for (int l = _layers.Length - 1; l > 0; l--)
        {
            var (layer, before) = (_layers[l], _layers[l - 1]);
            var (buffers, beforeBuffers) = (_buffers[l], _buffers[l - 1]);
            new Span<float>(beforeBuffers.Delta, count * before.Stride).Clear();
            MatrixKernel<L, V>.MultiplyAdd(
                buffers.Delta, layer.Stride, 1, layer.ByNeuron, layer.InputStride, beforeBuffers.Delta, before.Stride, count, layer.Outputs, before.Stride);
            Multiply(beforeBuffers.Delta, beforeBuffers.Slope, count * before.Stride);
        }
    }

    public void Decay(float factor)
    {
        foreach (var layer in _layers)
        {
            Scale(layer.ByInput, factor, layer.Inputs * layer.Stride);
            if (layer.ByNeuron is not null) Scale(layer.ByNeuron, factor, layer.Outputs * layer.InputStride);
        }
    }

    public void Descend(int count, float scale)
    {
        for (int l = 0; l < _layers.Length; l++) Scale(_buffers[l].Delta, scale, count * _layers[l].Stride);
        AddProducts(count, _layers);
    }

    public void ClearGradient()
    {
        foreach (var layer in _gradient ??= [.. _layers.Select(layer => layer.Empty())]) layer.Clear();
    }

    public void Accumulate(int count) => AddProducts(count, _gradient!);

    public void Apply(float scale)
    {
        for (int l = 0; l < _layers.Length; l++)
        {
            var (layer, gradient) = (_layers[l], _gradient![l]);
            AddScaled(layer.ByInput, gradient.ByInput, scale, layer.Inputs * layer.Stride);
            AddScaled(layer.Biases, gradient.Biases, scale, layer.Stride);
            if (layer.ByNeuron is not null) AddScaled(layer.ByNeuron, gradient.ByNeuron, scale, layer.Outputs * layer.InputStride);
        }
    }

    public void StoreGradient(Network network)
    {
        for (int l = 0; l < _layers.Length; l++) _gradient![l].Store(network.Layers[l]);
    }

    // Σ_e δ_j·a_k and Σ_e δ_j over the slots, added to the weights and biases of the target.
    private void AddProducts(int count, PackedLayer[] target)
    {
        for (int l = 0; l < target.Length; l++)
        {
            var layer = target[l];
            float* delta = _buffers[l].Delta;
            for (int e = 0; e < count; e++) AddScaled(layer.Biases, delta + (long)e * layer.Stride, 1, layer.Stride);
            if (l == 0)
            {
                for (int e = 0; e < count; e++)
                    LitKernel<L, V>.Update(_lit.Places(e), _lit.Values(e), _lit.Count(e), _lit.Scale, delta + (long)e * layer.Stride, layer.ByInput, layer.Stride);
                continue;
            }

            // Both orientations get the same products in the same order, hence the same bits.
            float* a = _buffers[l - 1].A;
            int aStride = _layers[l - 1].Stride;
            MatrixKernel<L, V>.MultiplyAdd(a, 1, aStride, delta, layer.Stride, layer.ByInput, layer.Stride, layer.Inputs, count, layer.Stride);
            MatrixKernel<L, V>.MultiplyAdd(delta, 1, layer.Stride, a, aStride, layer.ByNeuron, layer.InputStride, layer.Outputs, count, layer.InputStride);
        }
    }

    private void OutputError(int count)
    {
        float* a = LastBuffers.A, y = _targets.Pointer, delta = LastBuffers.Delta;
        int stride = Last.Stride;
        float factor = _cost == Cost.Quadratic ? 2 : 1;
        if (_cost!.OutputActivation == Last.Activation)
        {
            OutputKernel<L, V>.FusedError(a, y, delta, count * stride);
        }
        else if (Last.Activation == Activation.Softmax)
        {
            for (long row = 0; row < (long)count * stride; row += stride)
                OutputKernel<L, V>.SoftmaxQuadraticError(a + row, y + row, delta + row, Last.Outputs, stride, factor);
        }
        else
        {
            OutputKernel<L, V>.QuadraticError(a, y, LastBuffers.Slope, delta, count * stride, factor);
        }
    }

    private static void ClearFilling(float* a, int count, PackedLayer layer)
    {
        if (layer.Outputs == layer.Stride) return;
        for (int e = 0; e < count; e++, a += layer.Stride) new Span<float>(a + layer.Outputs, layer.Stride - layer.Outputs).Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(float* x, float* y, int length)
    {
        for (int i = 0; i < length; i += L.Count) L.Store(L.Multiply(L.Load(x + i), L.Load(y + i)), x + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(float* x, float factor, int length)
    {
        V f = L.All(factor);
        for (int i = 0; i < length; i += L.Count) L.Store(L.Multiply(L.Load(x + i), f), x + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled(float* sum, float* x, float factor, int length)
    {
        V f = L.All(factor);
        for (int i = 0; i < length; i += L.Count) L.Store(L.MultiplyAdd(L.Load(x + i), f, L.Load(sum + i)), sum + i);
    }
}
