namespace Nabla;

/// <summary>What the passes leave behind for one layer and every slot; a row a slot.</summary>
internal sealed unsafe class LayerBuffers(int slots, int stride)
{
    private readonly AlignedBuffer<float> _z = new((long)slots * stride);
    private readonly AlignedBuffer<float> _a = new((long)slots * stride);
    private readonly AlignedBuffer<float> _slope = new((long)slots * stride);
    private readonly AlignedBuffer<float> _delta = new((long)slots * stride);

    /// <summary>Weighted sums z.</summary>
    public float* Z => _z.Pointer;

    /// <summary>Activations a.</summary>
    public float* A => _a.Pointer;

    /// <summary>σ′(z).</summary>
    public float* Slope => _slope.Pointer;

    /// <summary>∂C/∂a, then δ, then δ times the step's scale.</summary>
    public float* Delta => _delta.Pointer;
}
