namespace Nabla.Cli;

/// <summary>What <c>sensitivity --json</c> prints.</summary>
internal sealed record SensitivityResult(string Model, string Data, string Split, string CostFunction, Sensitivity Sensitivity);
