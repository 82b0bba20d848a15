using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>One layer of a kernel: its parameters, and what the passes leave behind for every slot, a row a slot.</summary>
internal abstract unsafe class KernelLayer<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    private readonly AlignedBuffer<float> _z;
    private readonly AlignedBuffer<float> _a;
    private readonly AlignedBuffer<float> _slope;
    private readonly AlignedBuffer<float>? _delta;
    private readonly AlignedBuffer<float> _zeros;
    private readonly AlignedBuffer<float> _live = new(Layout.RowMultiple);
    private readonly ActivationKernel<L, V> _activation;
    private readonly SparseRows<L, V>? _active;
    private readonly SparseRows<L, V>? _activeDelta;

    protected KernelLayer(PackedLayer parameters, int slots, bool learns, bool isLast)
    {
        Parameters = parameters;
        _activation = ActivationKernel<L, V>.For(parameters.Activation);

        // On the way back, rows are turned four at a time.
        long size = (learns ? (slots + 3L) / 4 * 4 : slots) * Stride;
        _z = new AlignedBuffer<float>(size);
        _a = new AlignedBuffer<float>(size);
        _slope = new AlignedBuffer<float>(size);
        _delta = learns ? new AlignedBuffer<float>(size) : null;
        _zeros = new AlignedBuffer<float>(Stride);

        _live.Span[..(Layout.RowMultiple - (Stride - parameters.Outputs))].Fill(1);

        // Many neurons of a rectifying layer are off; wide layers gain by leaving those out.
        if (!parameters.Activation.IsSparse || isLast || Stride < Layout.PanelRows) return;
        _active = new SparseRows<L, V>(slots, Stride);
        if (learns) _activeDelta = new SparseRows<L, V>(slots, Stride);
    }

    public PackedLayer Parameters { get; }

    public int Stride => Parameters.Stride;

    /// <summary>Weighted sums z.</summary>
    public float* Z => _z.Pointer;

    /// <summary>Activations a.</summary>
    public float* A => _a.Pointer;

    /// <summary>σ′(z).</summary>
    public float* Slope => _slope.Pointer;

    /// <summary>∂C/∂a, then δ, then δ times the step's scale; not of a kernel that only goes forward.</summary>
    public float* Delta => _delta!.Pointer;

    /// <summary>A row of zeros.</summary>
    public float* Zeros => _zeros.Pointer;

    /// <summary>Multiply-adds that a forward pass of one slot takes, about.</summary>
    public abstract long Work { get; }

    /// <summary>z of all slots; one part of several.</summary>
    public void Sum(int count, int part, int parts) => Sum(WorkShare.Of(count, Stride, part, parts));

    /// <summary>Adds <c>Σ δ_j·a_k</c> over the slots, and <c>Σ δ_j</c>, to a target of this layer's shape; one part of several.</summary>
    public abstract void AddProducts(PackedLayer target, int count, int part, int parts, float* panel);

    /// <summary><c>a = σ(z)</c> of some slots.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Activate((int From, int To) slots, float dropOut = 0, ulong draw = 0)
    {
        var (from, to) = slots;
        long at = (long)from * Stride;
        int outputs = Parameters.Outputs;
        _activation.Apply(Z + at, A + at, Slope + at, to - from, outputs, Stride);

        // σ(0) may not be zero; the filling must be.
        if (outputs != Stride) ClearFilling(A + at + Stride - Layout.RowMultiple, Stride, to - from, _live.Pointer);

        if (dropOut > 0)
        {
            for (int e = from; e < to; e++, at += Stride) DropOut(A + at, Slope + at, dropOut, draw + (ulong)e);
        }

        _active?.Read(A, Stride, from, to);
    }

    /// <summary>From ∂C/∂a to δ, of some slots.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void PullBack((int From, int To) slots)
    {
        var (from, to) = slots;
        long at = (long)from * Stride;
        _activation.PullBack(A + at, Slope + at, Delta + at, to - from, Parameters.Outputs, Stride);
        _activeDelta?.Read(Delta, Stride, from, to);
    }

    /// <summary>The activations as a list, where no more than a part of them is on.</summary>
    public SparseRows<L, V>? SparseA(int from, int to, double part) => FewEnough(_active, from, to, part);

    /// <summary>The errors as a list, where no more than a part of them is not zero.</summary>
    public SparseRows<L, V>? SparseDelta(int from, int to, double part) => FewEnough(_activeDelta, from, to, part);

    public void ScaleAllDelta(int count, float factor) => Scale(Delta, factor, count * Stride);

    public void ScaleDelta(int slot, float factor) => Scale(Delta + (long)slot * Stride, factor, Stride);

    public void Decay(float factor) => Scale(Parameters.Panel(0), factor, Parameters.Weights.Length);

    public void Apply(PackedLayer gradient, float scale)
    {
        Add(gradient, scale, part: 0, parts: 1);
        Parameters.CopyToNeurons(0, Parameters.InputStride);
    }

    /// <summary>Adds <c>l2·w + l1·sign w</c> to the weights' gradient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Penalize(PackedLayer gradient, float l1, float l2)
    {
        float* w = Parameters.First, g = gradient.First;
        V two = L.All(l2), one = L.All(l1), zero = L.All(0);
        for (nint i = 0; i < gradient.Weights.Length; i += L.Count)
        {
            V weight = L.Load(w + i);
            V sign = L.WhereGreater(weight, zero, one, L.WhereGreater(zero, weight, L.Subtract(zero, one), zero));
            L.Store(L.Add(L.MultiplyAdd(two, weight, L.Load(g + i)), sign), g + i);
        }
    }

    /// <summary>Adds <c>scale</c> times a gradient to one part of the parameters.</summary>
    public void Add(PackedLayer gradient, float scale, int part, int parts)
    {
        var (from, to) = Own(gradient.Weights.Length, part, parts);
        AddScaled(Parameters.First + from, gradient.First + from, scale, to - from);
        if (part == 0) AddScaled(Parameters.Biases, gradient.Biases, scale, Stride);
    }

    /// <summary>One part of an optimizer's step: whole groups of weights, and the biases with the first part.</summary>
    public void Step<TRule>(TRule rule, float kept, PackedLayer gradient, PackedLayer first, PackedLayer second, float scale, int part, int parts)
        where TRule : struct, IUpdateRule<V>
    {
        var (from, to) = Own(gradient.Weights.Length, part, parts);
        if (kept != 1) Scale(Parameters.First + from, kept, to - from);
        Step(rule, Parameters.First, gradient.First, first.First, second.First, scale, from, to);
        if (part == 0) Step(rule, Parameters.Biases, gradient.Biases, first.Biases, second.Biases, scale, 0, Stride);
    }

    protected abstract void Sum(WorkShare share);

    protected void AddBiasProducts(PackedLayer target, int count) => AddRows(Delta, Stride, count, target.Biases);

    /// <summary>The rows of weights that are a part's own: whole groups, so that no two parts share a line of the cache.</summary>
    protected (int From, int To) OwnInputs(int part, int parts) => Own(Parameters.InputStride, part, parts);

    /// <summary>The neurons that are a part's own, likewise.</summary>
    protected (int From, int To) OwnNeurons(int part, int parts) => Own(Stride, part, parts);

    /// <summary>The errors of all slots for one panel of neurons, side by side.</summary>
    /// <param name="first">The panel's first neuron.</param>
    /// <param name="count">Slots.</param>
    /// <param name="panel">Where they may be copied to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected float* DeltaOf(int first, int count, float* panel)
    {
        int width = Parameters.PanelWidth(first);
        if (width == Stride) return Delta;
        float* row = Delta + first, target = panel;
        for (int e = 0; e < count; e++, row += Stride, target += width)
        {
            for (int n = 0; n < width; n += L.Count) L.Store(L.Load(row + n), target + n);
        }

        return panel;
    }

    private static (int From, int To) Own(int count, int part, int parts)
    {
        int groups = count / Layout.RowMultiple;
        return (WorkShare.Share(groups, part, parts) * Layout.RowMultiple, WorkShare.Share(groups, part + 1, parts) * Layout.RowMultiple);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step<TRule>(TRule rule, float* parameters, float* gradient, float* first, float* second, float scale, int from, int to)
        where TRule : struct, IUpdateRule<V>
    {
        V s = L.All(scale);
        for (nint i = from; i < to; i += L.Count)
        {
            V one = L.Load(first + i), two = L.Load(second + i);
            L.Store(rule.Next(L.Load(parameters + i), L.Multiply(L.Load(gradient + i), s), ref one, ref two), parameters + i);

            // In this order: where there is only one number to remember, both are the same memory.
            if (first != second) L.Store(two, second + i);
            L.Store(one, first + i);
        }
    }

    // Which neurons stay is a matter of their places alone, so that no thread or width draws another.
    private void DropOut(float* a, float* slope, float probability, ulong draw)
    {
        float kept = 1 / (1 - probability);
        uint limit = (uint)(probability * 4294967296.0);
        for (int j = 0; j < Parameters.Outputs; j++)
        {
            float factor = (uint)(Rng.Mix(draw ^ Rng.Mix((ulong)j)) >> 32) < limit ? 0 : kept;
            a[j] *= factor;
            slope[j] *= factor;
        }
    }

    // A list costs more for each entry than a dense product, so it must leave out a good part.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private SparseRows<L, V>? FewEnough(SparseRows<L, V>? rows, int from, int to, double part)
    {
        if (rows is null) return null;
        long entries = 0;
        for (int e = from; e < to; e++) entries += rows.Count(e);
        return entries < part * (to - from) * Parameters.Outputs ? rows : null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ClearFilling(float* lastGroup, nint stride, int rows, float* live)
    {
        for (int n = 0; n < Layout.RowMultiple; n += L.Count)
        {
            V mask = L.Load(live + n);
            float* x = lastGroup + n;
            for (int r = 0; r < rows; r++, x += stride) L.Store(L.Multiply(L.Load(x), mask), x);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRows(float* rows, nint stride, int count, float* sum)
    {
        for (nint n = 0; n < stride; n += L.Count)
        {
            V total = L.Load(sum + n);
            float* x = rows + n;
            for (int r = 0; r < count; r++, x += stride) total = L.Add(total, L.Load(x));
            L.Store(total, sum + n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(float* x, float factor, int length)
    {
        V f = L.All(factor);
        for (nint i = 0; i < length; i += L.Count) L.Store(L.Multiply(L.Load(x + i), f), x + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled(float* sum, float* x, float factor, int length)
    {
        V f = L.All(factor);
        for (nint i = 0; i < length; i += L.Count) L.Store(L.MultiplyAdd(L.Load(x + i), f, L.Load(sum + i)), sum + i);
    }
}
