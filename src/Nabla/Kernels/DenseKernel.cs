using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// The vectorised twin of the reference, for one register width. Threads divide slots where slots are independent
/// (forward, backward) and weights where weights are (update), so that no sum depends on their number.
/// </summary>
internal sealed unsafe class DenseKernel<L, V> : ILearningKernel
    where L : struct, ILanes<V>
    where V : unmanaged
{
    private const int PanelSize = Layout.PanelRows * Layout.PanelWidth;

    // Below about this many multiply-adds a pass is over before a second thread has begun.
    private const long WorthSharing = 500_000;

    private readonly LitLayer<L, V> _first;
    private readonly KernelLayer<L, V>[] _layers;
    private readonly PackedLayer[] _parameters;
    private readonly AlignedBuffer<float> _targets;
    private readonly int[] _labels;
    private readonly AlignedBuffer<float> _panels;
    private readonly CostKernel<L, V>? _cost;
    private readonly Crew _crew;
    private readonly long _workOfSlot;
    private readonly Action<int, int> _prepare, _sum, _activate, _outputError, _passBack, _multiplyBySlope, _update;
    private readonly Action<int, int> _step;
    private readonly float[] _weights;
    private readonly int _outputs;
    private bool _weighted;
    private bool _hasNumbers;
    private FlatNumbers? _flat;
    private PackedLayer[]? _gradient;
    private OptimizerKernel<L, V>? _optimizer;
    private OptimizerState? _state;

    // What the parts of a phase work on.
    private int _count;
    private int _layer;
    private float _dropOut;
    private ulong _draw;
    private PackedLayer[] _target;

    public DenseKernel(Network network, Cost? cost, int slots, Crew crew, bool learns = true)
        : this([.. network.Layers.Select((layer, l) => new PackedLayer(layer, learns, passesBack: learns && l > 0))],
            cost is null ? null : CostKernel<L, V>.For(cost), slots, crew, learns)
    {
        Load(network);
    }

    private DenseKernel(PackedLayer[] parameters, CostKernel<L, V>? cost, int slots, Crew crew, bool learns)
    {
        Capacity = slots;
        _cost = cost;
        _crew = crew;
        _layers = new KernelLayer<L, V>[parameters.Length];
        for (int l = 0; l < _layers.Length; l++)
        {
            bool isLast = l == _layers.Length - 1;
            _layers[l] = l == 0
                ? new LitLayer<L, V>(parameters[l], slots, learns, isLast)
                : new HiddenLayer<L, V>(parameters[l], _layers[l - 1], slots, learns, isLast);
        }

        _first = (LitLayer<L, V>)_layers[0];
        _target = _parameters = parameters;
        _outputs = Last.Parameters.Outputs;
        _targets = new AlignedBuffer<float>((long)slots * Last.Stride);
        _labels = new int[slots];
        _panels = new AlignedBuffer<float>((long)crew.Size * PanelSize);
        _workOfSlot = _layers.Sum(layer => layer.Work);
        _prepare = (part, parts) => _first.Prepare(WorkShare.OfSlots(_count, part, parts));
        _sum = (part, parts) => _layers[_layer].Sum(_count, part, parts);
        _activate = (part, parts) => _layers[_layer].Activate(
            WorkShare.OfSlots(_count, part, parts), _layer == _layers.Length - 1 ? 0 : _dropOut, Rng.Mix(_draw ^ (ulong)_layer));
        _outputError = (part, parts) => OutputError(WorkShare.OfSlots(_count, part, parts));
        _passBack = (part, parts) => ((HiddenLayer<L, V>)_layers[_layer]).PassBack(_count, part, parts, Panel(part));
        _multiplyBySlope = (part, parts) => _layers[_layer].PullBack(WorkShare.OfSlots(_count, part, parts));
        _update = UpdatePart;
        _step = StepPart;
        _weights = new float[slots];
        Array.Fill(_weights, 1);
    }

    public int Capacity { get; }

    private KernelLayer<L, V> Last => _layers[^1];

    public IReadOnlyList<AlignedBuffer<float>> Gradient => _flat!.Pieces;

    public IForwardKernel Sharing(int slots) => new DenseKernel<L, V>(_parameters, _cost, slots, _crew, learns: false);

    public void Load(Network network)
    {
        Check(network);
        for (int l = 0; l < _layers.Length; l++) _layers[l].Parameters.Load(network.Layers[l]);
    }

    public void Store(Network network)
    {
        Check(network);
        for (int l = 0; l < _layers.Length; l++) _layers[l].Parameters.Store(network.Layers[l]);
    }

    public void SetInput(int slot, ReadOnlySpan<byte> pixels) => _first.Lit.Set(slot, pixels);

    public void SetInputs(LitPixels pixels, ReadOnlySpan<int> images) => _first.Lit.Set(pixels, images);

    public void Announce(int slot, LitPixels pixels, int image) => _first.Lit.Announce(slot, pixels, image);

    public void SetInput(int slot, ReadOnlySpan<float> values) => _first.Lit.Set(slot, values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetTarget(int slot, int label)
    {
        if ((uint)label >= (uint)_outputs) throw NoClass(label);

        // All zero but for the label that the slot had before.
        float* target = _targets.Pointer + (long)slot * Last.Stride;
        if (_hasNumbers) new Span<float>(target, Last.Parameters.Outputs).Clear();
        target[_labels[slot]] = 0;
        target[label] = 1;
        _labels[slot] = label;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SetTargets(ReadOnlySpan<int> labels, ReadOnlySpan<int> examples)
    {
        for (int slot = 0; slot < examples.Length; slot++) SetTarget(slot, labels[examples[slot]]);
    }

    public void SetTarget(int slot, ReadOnlySpan<float> target)
    {
        if (target.Length != _outputs) throw Refusal.Argument($"The network has {_outputs} outputs; {target.Length} targets were given.");
        _hasNumbers = true;
        target.CopyTo(new Span<float>(_targets.Pointer + (long)slot * Last.Stride, Last.Parameters.Outputs));
    }

    public ReadOnlySpan<float> Output(int slot) => new(Last.A + (long)slot * Last.Stride, Last.Parameters.Outputs);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(int count)
    {
        _count = count;
        if (_first.IsWide) Run(_prepare);
        for (_layer = 0; _layer < _layers.Length; _layer++)
        {
            Run(_sum);
            Run(_activate);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Backward(int count)
    {
        _count = count;
        Run(_outputError);
        for (int l = _layers.Length - 1; l > 0; l--)
        {
            _layer = l;
            Run(_passBack);
            _layer = l - 1;
            Run(_multiplyBySlope);
        }
    }

    public double CostSum(int count) => _cost!.Sum(Last.Z, Last.A, _targets.Pointer, count, _outputs, Last.Stride);

    public void Decay(float factor)
    {
        foreach (var layer in _layers) layer.Decay(factor);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Descend(int count, float scale)
    {
        foreach (var layer in _layers) layer.ScaleAllDelta(count, scale);
        _count = count;
        Run(_update);
    }

    public void ClearGradient()
    {
        _flat ??= new FlatNumbers(_parameters);
        _flat.Clear();
        _gradient = _flat.Layers;
    }

    public void Accumulate(int count)
    {
        _target = _gradient!;
        _count = count;
        Run(_update);
        _target = _parameters;
    }

    public void Apply(float scale)
    {
        for (int l = 0; l < _layers.Length; l++) _layers[l].Apply(_gradient![l], scale);
    }

    public void Penalize(float l1, float l2)
    {
        for (int l = 0; l < _layers.Length; l++) _layers[l].Penalize(_gradient![l], l1, l2);
    }

    public double SquaredGradient()
    {
        double sum = 0;
        foreach (var layer in _gradient!) sum += SquareKernel<L, V>.Sum(layer.First, layer.Weights.Length) + SquareKernel<L, V>.Sum(layer.Biases, layer.Stride);
        return sum;
    }

    public void Step(Optimizer optimizer, double rate, long step, float scale)
    {
        _optimizer ??= OptimizerKernel<L, V>.For(optimizer);
        _state ??= new OptimizerState(optimizer, _gradient!);
        _optimizer.Begin(rate, step, scale);
        Run(_step);
        foreach (var layer in _layers) layer.Parameters.CopyToNeurons(0, layer.Parameters.InputStride);
    }

    public void StoreState(Optimizer optimizer, int index, Network network) => StateOf(optimizer, network).Store(index, network);

    public void LoadState(Optimizer optimizer, int index, Network network) => StateOf(optimizer, network).Load(index, network);

    public void DropOut(float probability, ulong draw) => (_dropOut, _draw) = (probability, draw);

    public void SetWeight(int slot, float weight)
    {
        _weights[slot] = weight;
        _weighted |= weight != 1;
    }

    public void StoreGradient(Network network)
    {
        Check(network);
        _flat!.Store(network);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Run(Action<int, int> phase)
    {
        if (_count * _workOfSlot < WorthSharing) phase(0, 1);
        else _crew.Run(phase);
    }

    private OptimizerState StateOf(Optimizer optimizer, Network network)
    {
        Check(network);
        return _state ??= new OptimizerState(optimizer, _parameters);
    }

    // Once a network: what is read and written of one has no bounds here.
    private void Check(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        bool fits = network.Layers.Count == _layers.Length;
        for (int l = 0; l < _layers.Length && fits; l++)
        {
            DenseLayer layer = network.Layers[l];
            PackedLayer own = _layers[l].Parameters;
            fits = layer.Inputs == own.Inputs && layer.Outputs == own.Outputs && layer.Activation == own.Activation;
        }

        if (!fits)
        {
            var sizes = _layers.Select(layer => layer.Parameters.Outputs).Prepend(_layers[0].Parameters.Inputs);
            throw Refusal.Argument($"A network of {network} was given, but this is for networks of {string.Join('-', sizes)} "
                + $"({string.Join(", ", _layers.Select(layer => layer.Parameters.Activation))}); make another one for it.");
        }
    }

    private ArgumentException NoClass(int label) => Refusal.Argument($"Class {label} was given; the network has {_outputs} outputs, classes 0 to {_outputs - 1}.");

    private void StepPart(int part, int parts)
    {
        for (int l = 0; l < _layers.Length; l++) _optimizer!.Step(_layers[l], _gradient![l], _state!, l, part, parts);
    }

    private float* Panel(int part) => _panels.Pointer + (long)part * PanelSize;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void UpdatePart(int part, int parts)
    {
        for (int l = 0; l < _layers.Length; l++) _layers[l].AddProducts(_target[l], _count, part, parts, Panel(part));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OutputError((int From, int To) slots)
    {
        int stride = Last.Stride;
        long at = (long)slots.From * stride;
        _cost!.Error(Last.A + at, _targets.Pointer + at, Last.Delta + at, (slots.To - slots.From) * stride);
        if (!_cost.IsJoined) Last.PullBack(slots);
        if (!_weighted) return;
        for (int e = slots.From; e < slots.To; e++) Last.ScaleDelta(e, _weights[e]);
    }
}
