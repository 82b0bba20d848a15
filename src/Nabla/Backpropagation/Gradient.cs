using System.Numerics;

namespace Nabla;

/// <summary>The derivatives of a cost by every parameter of a network, layer by layer.</summary>
/// <typeparam name="T">The number type it was computed in.</typeparam>
public sealed class Gradient<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly T[][,] _weights;
    private readonly T[][] _biases;

    /// <summary>A gradient of zeros.</summary>
    /// <param name="network">The network whose shape it takes.</param>
    internal Gradient(Network network)
    {
        _weights = [.. network.Layers.Select(layer => new T[layer.Outputs, layer.Inputs])];
        _biases = [.. network.Layers.Select(layer => new T[layer.Outputs])];
    }

    /// <summary><c>∂C/∂w_jk</c> at <c>[j, k]</c>, layer by layer.</summary>
    public IReadOnlyList<T[,]> Weights => _weights;

    /// <summary><c>∂C/∂b_j</c>, layer by layer.</summary>
    public IReadOnlyList<T[]> Biases => _biases;

    /// <summary>The derivative by one parameter.</summary>
    /// <param name="parameter">Which; its layer is numbered from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such parameter.</exception>
    public T this[Parameter parameter]
    {
        get
        {
            var (l, j, k) = (parameter.Layer - 1, parameter.Neuron, parameter.Input);
            bool isThere = l >= 0 && l < _biases.Length && j >= 0 && j < _biases[l].Length && (k is null || (k >= 0 && k < _weights[l].GetLength(1)));
            if (!isThere) throw Refusal.Range(nameof(parameter), parameter, $"There is no such parameter.");
            return k is { } input ? _weights[l][j, input] : _biases[l][j];
        }
    }

    /// <summary>Adds one example's derivatives.</summary>
    internal void Add(Trace<T> trace)
    {
        for (int l = 0; l < _biases.Length; l++)
        {
            var layer = trace.Layers[l];
            for (int j = 0; j < _biases[l].Length; j++)
            {
                _biases[l][j] += layer.DCdB[j];
                for (int k = 0; k < layer.Input.Length; k++) _weights[l][j, k] += layer.DCdW[j, k];
            }
        }
    }

    /// <summary>Divides every derivative by a number.</summary>
    internal void Divide(T divisor)
    {
        for (int l = 0; l < _biases.Length; l++)
        {
            for (int j = 0; j < _biases[l].Length; j++)
            {
                _biases[l][j] /= divisor;
                for (int k = 0; k < _weights[l].GetLength(1); k++) _weights[l][j, k] /= divisor;
            }
        }
    }
}
