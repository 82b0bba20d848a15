namespace Nabla.Experiments;

/// <summary>An experiment cannot be done so: a setting is out of its range, or the data or the network do not suit it.</summary>
public sealed class ExperimentException : ArgumentException
{
    /// <summary>With what is wrong.</summary>
    /// <param name="said">What is wrong, and what would be right.</param>
    public ExperimentException(Said said)
        : base($"{said}")
    {
        ArgumentNullException.ThrowIfNull(said);
        said.On(this);
    }
}
