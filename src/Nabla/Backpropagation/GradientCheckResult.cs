namespace Nabla;

/// <summary>How well backpropagation and finite differences agree, and where they agree least.</summary>
public sealed record GradientCheckResult
{
    /// <summary>Number of parameters compared.</summary>
    public required int Parameters { get; init; }

    /// <summary>The largest relative difference between a computed and a measured derivative.</summary>
    public double WorstRelativeError { get; init; }

    /// <summary>The layer of that parameter, from 0.</summary>
    public int Layer { get; init; }

    /// <summary>The neuron of that parameter, from 0.</summary>
    public int Neuron { get; init; }

    /// <summary>The input of that weight, from 0; null where the parameter is a bias.</summary>
    public int? Input { get; init; }

    /// <summary>Its derivative by backpropagation.</summary>
    public double Computed { get; init; }

    /// <summary>Its derivative by finite differences.</summary>
    public double Measured { get; init; }
}
