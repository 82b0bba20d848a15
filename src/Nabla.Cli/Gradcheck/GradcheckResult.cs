namespace Nabla.Cli;

/// <summary>
/// What <c>gradcheck --json</c> prints of a model; <paramref name="Worst"/> is where backpropagation and finite differences agree least, and
/// <paramref name="ChecksNothing"/> says that all derivatives are 0, so that their agreement means nothing.
/// </summary>
internal sealed record GradcheckResult(
    string Model, string Data, string Split, string CostFunction, int Parameters, int Examples, double WorstRelativeError, double Tolerance, bool Agrees,
    double Seconds, Parameter Worst, double Computed, double Measured, IReadOnlyList<LayerCheck> Layers, bool ChecksNothing);
