namespace Nabla;

/// <summary>
/// The network that a trainer was given, while a kernel trains it in a layout of its own: its numbers are brought back when somebody asks
/// for them, and taken over again before the next step, for whoever asked may have changed them.
/// </summary>
internal sealed class NetworkInTraining
{
    private readonly Network _network;
    private readonly ILearningKernel _kernel;
    private readonly OneThread _turn;
    private readonly Lock _bringing = new();
    private readonly Action _bring;
    private bool _isAhead;

    public NetworkInTraining(Network network, ILearningKernel kernel, OneThread turn)
    {
        (_network, _kernel, _turn) = (network, kernel, turn);
        _bring = Bring;
    }

    /// <summary>Before a step: the kernel goes on from the network as it is.</summary>
    public void TakeOver()
    {
        if (!_isAhead) _kernel.Load(_network);
    }

    /// <summary>After a step: the network is behind.</summary>
    public void MoveAhead()
    {
        if (_isAhead) return;
        foreach (var layer in _network.Layers) layer.Bring = _bring;
        _isAhead = true;
    }

    /// <summary>Makes the network what was trained. Of several threads that ask, all but the first wait for it.</summary>
    /// <exception cref="InvalidOperationException">A step is under way in another thread.</exception>
    public void Bring()
    {
        lock (_bringing)
        {
            if (!_isAhead) return;
            using var turn = _turn.Enter();
            _kernel.Store(_network);
            foreach (var layer in _network.Layers) layer.Bring = null;
            _isAhead = false;
        }
    }
}
