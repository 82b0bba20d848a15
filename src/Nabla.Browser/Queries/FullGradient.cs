namespace Nabla.Browser;

/// <summary>The gradient over all training examples at a moment, in slices.</summary>
internal sealed class FullGradient(Network network, Dataset data, Cost cost)
{
    private readonly GradientPass _pass = new(network, data, cost);
    private DataGradient? _result;

    public double Done => (double)_pass.Done / _pass.Count;

    public DataGradient? Advance(Slice slice)
    {
        while (!_pass.IsDone && !slice.IsOver) _pass.Next();
        return _pass.IsDone ? _result ??= _pass.Result() : null;
    }
}
