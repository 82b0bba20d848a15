namespace Nabla.Explanations;

/// <summary>The gradient of a data set's cost under way, as many examples at a time as the kernel has slots.</summary>
internal sealed class GradientPass
{
    private readonly Network _network;
    private readonly Dataset _data;
    private readonly IReadOnlyList<int>? _examples;
    private readonly ILearningKernel _kernel;
    private readonly int[] _indices;
    private double _cost;

    public GradientPass(Network network, Dataset data, Cost cost, IReadOnlyList<int>? examples = null)
    {
        (_network, _data, _examples) = (network, data, examples);
        Count = examples?.Count ?? data.Count;
        _kernel = NetworkKernel.Create(network, cost, Math.Min(NetworkKernel.MaxSlots, Count));
        _indices = new int[_kernel.Capacity];
        _kernel.ClearGradient();
    }

    /// <summary>How many examples there are.</summary>
    public int Count { get; }

    /// <summary>How many of them are done.</summary>
    public int Done { get; private set; }

    public bool IsDone => Done == Count;

    /// <summary>Goes on with the next few.</summary>
    public void Next()
    {
        int count = Math.Min(_kernel.Capacity, Count - Done);
        for (int e = 0; e < count; e++) _indices[e] = _examples?[Done + e] ?? Done + e;
        _kernel.SetExamples(_data, _indices.AsSpan(0, count));
        _kernel.Forward(count);
        _cost += _kernel.CostSum(count);
        _kernel.Backward(count);
        _kernel.Accumulate(count);
        Done += count;
    }

    /// <summary>The mean, once all are done.</summary>
    public DataGradient Result()
    {
        var gradient = _network.Clone();
        _kernel.StoreGradient(gradient);
        foreach (var layer in gradient.Layers)
        {
            foreach (ref float x in layer.Weights) x /= Count;
            foreach (ref float x in layer.Biases) x /= Count;
        }

        return new DataGradient(gradient, _cost / Count);
    }
}
