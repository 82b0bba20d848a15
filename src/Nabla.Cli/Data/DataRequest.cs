namespace Nabla.Cli;

/// <summary>Which data a command needs.</summary>
/// <param name="Name"><c>auto</c>, <c>mnist</c>, <c>fashion-mnist</c>, <c>digits</c>, or a folder.</param>
/// <param name="TrainExamples">Use only so many training examples; all where null.</param>
/// <param name="TestExamples">Use only so many test examples; all where null.</param>
internal sealed record DataRequest(string Name, int? TrainExamples = null, int? TestExamples = null);
