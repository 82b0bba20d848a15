namespace Nabla.Explanations;

/// <summary>
/// Which parameters matter most now (C10): each component of the gradient of the data's cost says by its sign whether to go
/// up or down, and by its size how much a nudge gains.
/// </summary>
public sealed record Sensitivity
{
    /// <summary>Number of parameters.</summary>
    public required int Parameters { get; init; }

    /// <summary>Number of examples.</summary>
    public required int Examples { get; init; }

    /// <summary>The cost of the data.</summary>
    public required double Cost { get; init; }

    /// <summary>The length of the gradient, <c>√Σ(∂C/∂θ)²</c>.</summary>
    public required double Length { get; init; }

    /// <summary>The parameters with the largest <c>|∂C/∂θ|</c>, the largest first.</summary>
    public required IReadOnlyList<SensitiveParameter> Strongest { get; init; }

    /// <summary>The layers, from the first hidden one to the output.</summary>
    public required IReadOnlyList<LayerSensitivity> Layers { get; init; }

    /// <summary><c>∂C/∂w_jk</c> of the first layer, a list a neuron; on images, a picture each.</summary>
    public required IReadOnlyList<IReadOnlyList<float>> FirstLayer { get; init; }

    /// <summary>Ranks the parameters of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The data whose cost is differentiated.</param>
    /// <param name="cost">The cost.</param>
    /// <param name="strongest">How many parameters to name.</param>
    /// <param name="cancellation">Stops within a moment.</param>
    /// <exception cref="ArgumentException">Data or cost do not fit the network.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Sensitivity Of(Network network, Dataset data, Cost cost, int strongest = 20, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cost);
        Fit.Require(Fit.Problems(network, data, cost));
        var (gradient, value) = DataGradient.Of(network, data, cost, cancellation);
        Parameter[] all = [.. Parameter.All(network)];
        double total = all.Sum(Squared);
        return new Sensitivity
        {
            Parameters = all.Length,
            Examples = data.Count,
            Cost = value,
            Length = Math.Sqrt(total),
            Strongest =
            [
                .. all.OrderByDescending(parameter => Math.Abs(parameter.In(gradient))).Take(strongest)
                    .Select(parameter => new SensitiveParameter(parameter, parameter.In(network), parameter.In(gradient))),
            ],
            Layers = [.. all.GroupBy(parameter => parameter.Layer).Select(layer => OfLayer(layer.Key, [.. layer]))],
            FirstLayer = [.. Enumerable.Range(0, gradient.Layers[0].Outputs).Select(j => gradient.Layers[0].Row(j).ToArray())],
        };

        double Squared(Parameter parameter) => (double)parameter.In(gradient) * parameter.In(gradient);

        LayerSensitivity OfLayer(int l, Parameter[] layer)
        {
            double squares = layer.Sum(Squared);
            return new(l, layer.Length, layer.Average(parameter => Math.Abs(parameter.In(gradient))),
                layer.Max(parameter => Math.Abs(parameter.In(gradient))), Math.Sqrt(squares), total == 0 ? 0 : squares / total,
                layer.Count(parameter => parameter.In(gradient) == 0));
        }
    }
}

/// <summary>A parameter and how the cost answers to it.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">Its value.</param>
/// <param name="Derivative"><c>∂C/∂θ</c>: where it is positive, lowering the parameter lowers the cost.</param>
public sealed record SensitiveParameter(Parameter Parameter, double Value, double Derivative);

/// <summary>How the cost answers to one layer's parameters.</summary>
/// <param name="Layer">The layer, from 1.</param>
/// <param name="Parameters">Its number of weights and biases.</param>
/// <param name="Mean">The mean of <c>|∂C/∂θ|</c>.</param>
/// <param name="Largest">The largest <c>|∂C/∂θ|</c>.</param>
/// <param name="Length">The length of its part of the gradient.</param>
/// <param name="Share">Its part of the gradient's squared length, 0 to 1.</param>
/// <param name="Still">How many have a derivative of exactly zero: the weights of inputs that are dark in every example.</param>
public sealed record LayerSensitivity(int Layer, int Parameters, double Mean, double Largest, double Length, double Share, int Still);
