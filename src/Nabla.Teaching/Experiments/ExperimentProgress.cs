namespace Nabla.Experiments;

/// <summary>How far an experiment has come.</summary>
/// <param name="Done">The part of its work that is done, 0 to 1.</param>
/// <param name="Doing">What it does now, in a few words.</param>
public readonly record struct ExperimentProgress(double Done, Said Doing);
